import { ITEM_VERSION } from '../../protocol/items/fields.ts';
import { Request } from '../../protocol/items/kinds/request.ts';
import { REQUEST_QUESTIONS, type RequestAnswers } from '../../questions/request.ts';
import { givenAnswers } from '../sealed-form/answers/given-answers.ts';
import type { ThreadStart } from '../sealed-form/draft.ts';

/** Answers as a request. Gives null when something required is missing or too long (`findErrors` says what). */
export function buildRequest(answers: RequestAnswers, start: ThreadStart): Request | null {
  const copies = Object.entries(givenAnswers(REQUEST_QUESTIONS, answers, 'copies')).filter(
    ([, count]) => count !== undefined,
  );
  const parsed = Request.safeParse({
    v: ITEM_VERSION,
    kind: 'request',
    thread: start.id,
    ...start,
    ...givenAnswers(REQUEST_QUESTIONS, answers),
    ...(copies.length > 0 && { copies: Object.fromEntries(copies) }),
  });
  return parsed.success ? parsed.data : null;
}
