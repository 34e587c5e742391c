import type { Thread } from '../thread/load-thread.ts';

/** Something that happened in a thread between two looks at it. `name` is null where the member is gone. */
export type Change =
  | { kind: 'reporter'; count: number }
  | { kind: 'answered'; name: string | null }
  | { kind: 'taken'; name: string };

/**
 * What happened in a thread between `before` and `after`: new messages of either side, and who took it, unless that
 * was the member with the id `me`.
 */
export function whatChanged(before: Thread, after: Thread, me: string): Change[] {
  const known = new Set(before.messages.map(({ row }) => row.id));
  const fresh = after.messages.map(({ row }) => row).filter(({ id }) => !known.has(id));
  const changes: Change[] = [];
  const owner = after.said?.item.owner;
  if (owner && owner.id !== me && owner.id !== before.said?.item.owner?.id) {
    changes.push({ kind: 'taken', name: owner.name });
  }
  const count = fresh.filter(({ author }) => author === 'reporter').length;
  if (count > 0) changes.push({ kind: 'reporter', count });
  const names = fresh.filter(({ author }) => author === 'desk').map(({ member }) => member?.name ?? null);
  for (const name of new Set(names)) changes.push({ kind: 'answered', name });
  return changes;
}
