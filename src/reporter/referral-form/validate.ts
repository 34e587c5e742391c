import { REFERRAL_LIMITS } from '../../protocol/items/referral.ts';
import type { FieldError } from '../sealed-form/field-error.ts';
import { type Answers, asksForCall, TYPED, type Typed } from './answers.ts';

/** An error in the referral form. */
export type ReferralError = FieldError<'who' | 'danger' | 'number'>;

/** Fewest digits that a telephone number has. Nothing else is asked of it: people write numbers in many ways. */
const FEWEST_DIGITS = 3;

/** What keeps answers from being sent, in the order of the form. Everything not named here may be left out. */
export function findErrors(answers: Answers): ReferralError[] {
  const errors: ReferralError[] = [];
  if (!answers.who) errors.push({ field: 'who', code: 'missing' });
  if (!answers.danger) errors.push({ field: 'danger', code: 'missing' });
  const digits = answers.number.match(/\p{Nd}/gu)?.length ?? 0;
  if (asksForCall(answers.way) && digits < FEWEST_DIGITS) errors.push({ field: 'number', code: 'missing' });
  for (const field of TYPED) {
    const over = answers[field].length - REFERRAL_LIMITS[field];
    if (isUsed(field, answers) && over > 0) errors.push({ field, code: 'long', over });
  }
  return errors;
}

/** Whether what is typed in a field goes into the referral: some fields only count with a certain choice. */
export function isUsed(field: Typed, answers: Answers): boolean {
  if (field === 'number') return asksForCall(answers.way);
  return field !== 'speaksOther' || answers.speaks === 'other';
}
