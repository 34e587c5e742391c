import * as z from 'zod/mini';
import type { Given } from '../../handoff/lines.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import { PARTNERS } from '../../protocol/items/register.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import { AT_FIRST, answersOf, PARTS } from './parts.ts';

/** What a member has filled in to pass a case on. It outlives a look at what the other centre will read, and the lock. */
const Filled = z.object({
  to: z.nullable(z.enum(PARTNERS)),
  toName: z.string(),
  agrees: z.nullable(z.enum(['yes', 'no'])),
  how: z.string(),
  parts: z.array(z.enum(PARTS)),
  text: z.string(),
});
export type Filled = z.infer<typeof Filled>;

export const NOT_FILLED: Filled = {
  to: null,
  toName: '',
  agrees: null,
  how: '',
  parts: [...AT_FIRST],
  text: '',
};

/** What was filled in as text to be kept. */
export const filledText = (filled: Filled) => JSON.stringify(filled);

/** What was kept as this text; nothing filled in where it is none. */
export function readFilled(text: string | null): Filled {
  try {
    const read = Filled.safeParse(JSON.parse(text ?? ''));
    return read.success ? read.data : NOT_FILLED;
  } catch {
    return NOT_FILLED;
  }
}

/** Partners whose name stands in no list. */
export const NAMELESS: readonly Given['to'][] = ['police', 'other'];

/** What is to be passed on, once it is whole; null before. */
export function givenOf(
  { to, toName, agrees, how, parts, text }: Filled,
  referral: Referral,
  by: Member,
): Given | null {
  const [name, said, more] = [toName.trim(), how.trim(), text.trim()];
  if (to === null || agrees === null || said === '' || (to === 'other' && name === '')) return null;
  return {
    by: { id: by.id, name: by.name },
    to,
    ...(NAMELESS.includes(to) && name && { toName: name }),
    consent: { given: agrees === 'yes', how: said },
    answers: answersOf(referral, new Set(parts)),
    ...(more && { text: more }),
  };
}
