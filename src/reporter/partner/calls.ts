import { acceptedAs, HandedBody, type handedRoutes } from '../../protocol/wire/api/handed.ts';
import type { CallTo } from '../sending/calls.ts';

/** Reads what was passed on by a code, for its token. */
export function getHanded(token: string): CallTo<typeof handedRoutes.handed> {
  return { method: 'GET', path: '/api/handoff', token, answer: HandedBody };
}

/** Says that this centre has it. */
export function postAccept(id: string, token: string): CallTo<typeof handedRoutes.accept> {
  return { method: 'POST', path: '/api/handoff/accept', token, answer: acceptedAs(id) };
}
