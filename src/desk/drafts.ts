import type { Outbox } from './outbox.ts';

/** An answer that is being written, with the outbox that knows what of it was tried. */
export type Draft = { text: string; outbox: Outbox };

/** The drafts of a session by the id of their thread. They last while the desk is open, and no longer. */
export type Drafts = Map<string, Draft>;

/** Whether anything is written that was not sent. */
export function anyUnsent(drafts: Drafts): boolean {
  return [...drafts.values()].some(({ text }) => text.trim() !== '');
}
