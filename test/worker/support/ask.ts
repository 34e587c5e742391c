import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import type { Bindings } from '../../../functions/env.ts';
import worker from '../../../functions/worker.ts';
import { ErrorBody } from '../../../src/protocol/wire/api/errors.ts';

/** The origin at which the tests reach the worker, and that of the desk's own host. */
export const ORIGIN = 'https://pag-asa.test';
export const DESK = `https://${env.DESK_HOST}`;

/** The origin of the host that answers for a path of the worker's own. */
export const homeOf = (path: string) => (/^\/api\/desk(\/|$)/.test(path) ? DESK : ORIGIN);

/** A request in a test: `json` is sent as such; `body` is sent as it is. */
export type Asked = {
  method?: string;
  json?: unknown;
  body?: BodyInit;
  headers?: Record<string, string>;
  /** The host that is asked, as an origin. Left out, the one that answers for the path. */
  at?: string;
};

/** An IPv4 address drawn at random, so that tests don't use up each other's requests a minute. */
export function randomAddress(): string {
  return [10, ...crypto.getRandomValues(new Uint8Array(3))].join('.');
}

/** Sends the worker a request as a page of that origin would, from an address of its own. */
export function ask(path: string, asked: Asked = {}): Promise<Response> {
  return exports.default.fetch(request(path, asked));
}

/** The same, with some of the worker's bindings replaced; and with all done that it does after it has answered, or not. */
export async function askWith(
  bindings: Partial<Bindings>,
  path: string,
  asked: Asked = {},
  until: 'all done' | 'at once' = 'all done',
): Promise<Response> {
  const context = createExecutionContext();
  const answer = await worker.fetch(request(path, asked), { ...env, ...bindings }, context);
  if (until === 'all done') await waitOnExecutionContext(context);
  return answer;
}

function request(path: string, { method, json, body, headers, at = homeOf(path) }: Asked) {
  const content: RequestInit = {};
  if (body !== undefined) content.body = body;
  if (json !== undefined) content.body = JSON.stringify(json);
  return new Request(`${at}${path}`, {
    method: method ?? (json === undefined ? 'GET' : 'POST'),
    headers: {
      Origin: at,
      'Content-Type': 'application/json',
      'CF-Connecting-IP': randomAddress(),
      ...headers,
    },
    redirect: 'manual',
    ...content,
  });
}

/** The status of an answer that refuses, and its code. */
export async function refusal(answer: Response): Promise<[number, string]> {
  return [answer.status, ErrorBody.parse(await answer.json()).error.code];
}
