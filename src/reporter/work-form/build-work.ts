import { ITEM_VERSION } from '../../protocol/items/fields.ts';
import { AnyReferral } from '../../protocol/items/kinds/any-referral.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import { WORK_QUESTIONS, type WorkAnswers } from '../../questions/work.ts';
import { givenAnswers } from '../sealed-form/answers/given-answers.ts';
import type { ThreadStart } from '../sealed-form/draft.ts';

/**
 * Answers of a professional as a referral: they can be called at any time, and read in the mailbox. What was typed
 * about a person who then refused is not among them. Gives null when something required is missing or too long
 * (`findErrors` says what).
 */
export function buildWork(answers: WorkAnswers, start: ThreadStart): Referral | null {
  const parsed = AnyReferral.safeParse({
    v: ITEM_VERSION,
    kind: 'referral',
    thread: start.id,
    ...start,
    who: 'work',
    happening: [],
    ...givenAnswers(WORK_QUESTIONS, answers),
    answer: { way: 'call', times: ['any'], ...givenAnswers(WORK_QUESTIONS, answers, 'answer') },
    work: givenAnswers(WORK_QUESTIONS, answers, 'work'),
  });
  return parsed.success ? parsed.data : null;
}
