import { AUTHENTICATED_BOX, type EnvelopeVersion, SEALED_BOX } from '../wire/envelope.ts';
import type { Rest } from '../wire/padding.ts';

/** The ways from who seals to who opens. */
export const WAYS = {
  /** From anyone to the centre. */
  report: { version: SEALED_BOX, to: 'centre' },
  /** From the centre to a mailbox. */
  answer: { version: AUTHENTICATED_BOX, to: 'mailbox' },
  /** From the centre to a mailbox that it draws for another centre. */
  'handing-on': { version: AUTHENTICATED_BOX, to: 'mailbox' },
  /** From the centre to itself. */
  own: { version: AUTHENTICATED_BOX, to: 'centre' },
} as const satisfies Record<string, { version: EnvelopeVersion; to: 'centre' | 'mailbox' }>;
export type Way = keyof typeof WAYS;

/**
 * Every kind of item: the ways by which it may be sealed, and where its envelope comes to rest, which says how large it
 * may be (`LARGEST_BUCKET`). What comes another way is no item.
 */
export const KINDS = {
  referral: { ways: ['report'], rests: 'threads' },
  request: { ways: ['report'], rests: 'threads' },
  /** A trial that rings as a referral does. */
  drill: { ways: ['report'], rests: 'threads' },
  /** Of both sides. */
  message: { ways: ['report', 'answer'], rests: 'messages' },
  /** Where a thread stands, said to its reporter. Lies among the messages and is as large as one. */
  status: { ways: ['answer'], rests: 'messages' },
  note: { ways: ['own'], rests: 'entries' },
  call: { ways: ['own'], rests: 'entries' },
  /** Who has a thread and what is to be done with it. */
  state: { ways: ['own'], rests: 'entries' },
  /** From a shift to the next. */
  handover: { ways: ['own'], rests: 'handovers' },
  /** To another centre, by a code like a receipt's. */
  handoff: { ways: ['handing-on'], rests: 'handoffs' },
  /** What the centre keeps of one. */
  handed: { ways: ['own'], rests: 'handoffs' },
  /** An answer that the whole team uses. */
  saved: { ways: ['own'], rests: 'saved' },
  /** One for the figures of a year. */
  tally: { ways: ['own'], rests: 'tallies' },
  /** What a member did, as their trail has it. */
  act: { ways: ['own'], rests: 'acts' },
  draft: { ways: ['own'], rests: 'tab' },
} as const satisfies Record<string, { ways: readonly Way[]; rests: Rest }>;
export type Kind = keyof typeof KINDS;
