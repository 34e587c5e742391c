import type { Link } from '../../protocol/items/kinds/state.ts';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { type Case, caseUrgency, hasDanger, hasMinor } from '../inbox/cases.ts';
import type { SaidState } from '../state/fits.ts';
import { isFull, isSameStand, linkedTo, partedFrom, type Stand, standOf } from '../state/stand.ts';
import type { VaultClient } from '../vault/client.ts';
import { type Changed, changeStand } from './change-stand.ts';

/** What the other case says of one that is linked with it so. */
const BACK = { group: 'group', into: 'from', from: 'into' } as const satisfies Record<Link['as'], Link['as']>;

/** The link that the other case gets: what is merged into it takes along how urgent it was, danger, and a minor. */
export function linkBack(one: Case, as: Link['as']): Link {
  const back = { id: one.row.id, as: BACK[as] };
  if (as !== 'into') return back;
  const urgency = caseUrgency(one);
  return {
    ...back,
    ...(urgency && { urgency }),
    ...(hasDanger(one) && { danger: true }),
    ...(hasMinor(one) && { minor: true }),
  };
}

/** How often a colleague may change the other case meanwhile. */
const TRIES = 3;

/**
 * Lets the other case say too that both belong together, by its `link` back; null: no more. `said` is called with how it
 * then stands. Nothing is merged into what has ended meanwhile: nobody would see it.
 */
export async function linkOther(
  api: Api,
  vault: VaultClient,
  other: Case,
  { id, link }: { id: string; link: Link | null },
  said: (changed: Extract<Changed, { ok: true }>) => void,
): Promise<DeskFault | null> {
  const become = (stand: Stand): Stand | null => {
    if (!link) return partedFrom(stand, id);
    const parted = partedFrom(stand, id);
    const isOver = link.as === 'from' && stand.closed !== null;
    return isOver || isFull(parted) ? null : linkedTo(parted, link);
  };
  let one = other;
  for (let tries = 1; ; tries++) {
    const before = standOf(one.said ?? null);
    const stand = become(before);
    if (!stand) return { code: 'changed' };
    if (isSameStand(before, stand)) return null;
    const changed = await changeStand(api, vault, one, stand);
    if (changed.ok) {
      said(changed);
      return null;
    }
    if (!changed.now || tries === TRIES) return changed.fault;
    one = changed.now;
  }
}

type Lists = {
  /** A case that the desk knows, or can fetch. */
  caseOf: (id: string) => Promise<Case | null>;
  replaceRow: (row: ThreadRow, said: SaidState) => void;
};

/**
 * Tells cases of others how these belong together; `as` null: no more. Gives why one could not be told: of what is gone
 * nothing need be said, but nothing is merged into it.
 */
export function createLinking(api: Api, vault: VaultClient, { caseOf, replaceRow }: Lists) {
  return async (one: Case, id: string, as: Link['as'] | null): Promise<DeskFault | null> => {
    const other = await caseOf(id);
    if (!other) return as === 'into' ? { code: 'changed' } : null;
    const link = as && linkBack(one, as);
    return linkOther(api, vault, other, { id: one.row.id, link }, (changed) =>
      replaceRow(changed.row, changed.said),
    );
  };
}
