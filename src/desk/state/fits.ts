import type { State } from '../../protocol/items/kinds/state.ts';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';

/**
 * What a member said of a thread: the id of that entry, its digest, what it says, and the
 * place of its key in the vault.
 */
export type SaidState = { id: string; digest: string; item: State; key: number };

/** What the desk read in the envelope that began a thread: its digest, the mailbox in it, and the place of its key. */
export type FirstRead = { digest: string; mailbox: string; key: number };

/**
 * Whether what the worker says of a thread is what a member said last (null: nobody has said anything). Who has it must be
 * the same, what is closed must be said to be and the other way round, and what the member had read must be what was read here.
 */
export function fitsRow(
  { takenBy, state, thrown, rev, lastFromReporterRev, lastFromDeskRev = 0 }: ThreadRow,
  first: FirstRead,
  said: SaidState | null,
): boolean {
  // What can be read is never thrown away.
  if (thrown) return false;
  if (!said) return takenBy === undefined && state !== 'closed';
  const { pins, owner, closed } = said.item;
  const wrote = lastFromReporterRev !== undefined;
  const newest = Math.max(lastFromReporterRev ?? 0, lastFromDeskRev);
  return (
    // The first envelope is as old as its key, and who had that key once may not speak for the desk for ever.
    said.key <= first.key &&
    pins.first === first.digest &&
    pins.mailbox === first.mailbox &&
    takenBy?.id === owner?.id &&
    // Only a later message of the person opens again what a member closed: then messages are all that came behind it.
    (closed === null ? state !== 'closed' : state === 'closed' || (wrote && newest === rev))
  );
}
