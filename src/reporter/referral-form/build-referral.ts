import { Referral, type SafeAnswer } from '../../protocol/items/referral.ts';
import type { ThreadStart } from '../sealed-form/draft.ts';
import { given } from '../sealed-form/read-fields.ts';
import { type Answers, asksForCall, isForOther } from './answers.ts';
import { isUsed } from './validate.ts';

/** Each field of an item, also those that may be absent: one that is asked and then forgotten does not compile. */
type Complete<Item> = { [Field in keyof Item]-?: unknown };

/**
 * Answers as a referral. Empty answers are left out, and so is what was typed for a choice that was taken back.
 * Without a way to answer, the mailbox is it. Gives null when something required is missing or too long
 * (`findErrors` says what).
 */
export function buildReferral(answers: Answers, start: ThreadStart): Referral | null {
  const item: Complete<Referral> = {
    v: 1,
    kind: 'referral',
    thread: start.id,
    ...start,
    who: answers.who,
    danger: answers.danger,
    when: (isForOther(answers.who) && answers.when) || undefined,
    reach: (isForOther(answers.who) && answers.reach) || undefined,
    age: answers.age ?? undefined,
    speaks: answers.speaks ?? undefined,
    speaksOther: isUsed('speaksOther', answers) ? given(answers.speaksOther) : undefined,
    answer: safeAnswer(answers),
    happening: answers.happening,
    place: given(answers.place),
    story: given(answers.story),
    callName: given(answers.callName),
  };
  const parsed = Referral.safeParse(item);
  return parsed.success ? parsed.data : null;
}

function safeAnswer(answers: Answers) {
  if (!asksForCall(answers.way)) return { way: answers.way ?? 'mailbox' };
  const call: Complete<SafeAnswer> = {
    way: answers.way,
    number: given(answers.number),
    times: answers.times.length > 0 ? answers.times : undefined,
    otherVoice: answers.otherVoice ?? undefined,
    voicemail: answers.voicemail || undefined,
  };
  return call;
}
