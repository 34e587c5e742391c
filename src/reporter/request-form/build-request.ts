import { Request } from '../../protocol/items/request.ts';
import type { ThreadStart } from '../sealed-form/draft.ts';
import { given } from '../sealed-form/read-fields.ts';
import type { RequestAnswers } from './answers.ts';

/** Each field of a request, also those that may be absent: one that is asked and then forgotten does not compile. */
type Complete = { [Field in keyof Request]-?: unknown };

/**
 * Answers as a request. Gives null when something required is missing or too long (`findRequestErrors` says what).
 */
export function buildRequest(answers: RequestAnswers, start: ThreadStart): Request | null {
  const item: Complete = {
    v: 1,
    kind: 'request',
    thread: start.id,
    ...start,
    about: answers.about,
    organisation: given(answers.organisation),
    name: given(answers.name),
    reply: given(answers.reply),
    text: given(answers.text),
  };
  const parsed = Request.safeParse(item);
  return parsed.success ? parsed.data : null;
}
