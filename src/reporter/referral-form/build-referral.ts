import { ITEM_VERSION } from '../../protocol/items/fields.ts';
import { PersonReferral, type Referral } from '../../protocol/items/kinds/referral.ts';
import { REFERRAL_QUESTIONS, type ReferralAnswers } from '../../questions/referral.ts';
import { givenAnswers } from '../sealed-form/answers/given-answers.ts';
import type { ThreadStart } from '../sealed-form/draft.ts';

/**
 * Answers as a referral. Empty answers are left out, and so is what was typed for a choice that was taken back.
 * Without a way to answer, the mailbox is it. Gives null when something required is missing or too long
 * (`findErrors` says what).
 */
export function buildReferral(answers: ReferralAnswers, start: ThreadStart): Referral | null {
  const parsed = PersonReferral.safeParse({
    v: ITEM_VERSION,
    kind: 'referral',
    thread: start.id,
    ...start,
    ...givenAnswers(REFERRAL_QUESTIONS, answers),
    happening: answers.happening,
    answer: { ...givenAnswers(REFERRAL_QUESTIONS, answers, 'answer'), way: answers.way ?? 'mailbox' },
  });
  return parsed.success ? parsed.data : null;
}
