import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { Case } from '../inbox/cases.ts';
import { joinedWith, partedFrom, type Stand, standOf } from '../state/stand.ts';
import type { VaultClient } from '../vault/client.ts';
import { type Changed, changeStand } from './change-stand.ts';

/** With which cases one was joined, and from which it was parted, by what a member did. */
export function newlyJoined(before: Stand, after: Stand): { joined: string[]; parted: string[] } {
  const [had, has] = [before.same ?? [], after.same ?? []];
  return {
    joined: has.filter((id) => !had.includes(id)),
    parted: had.filter((id) => !has.includes(id)),
  };
}

/** How often a colleague may change the other case meanwhile. */
const TRIES = 3;

/** Lets the other case say too that both are the same, or no more; `said` is called with how it then stands. */
export async function joinOther(
  api: Api,
  vault: VaultClient,
  other: Case,
  id: string,
  joined: boolean,
  said: (changed: Extract<Changed, { ok: true }>) => void,
): Promise<DeskFault | null> {
  let one = other;
  for (let tries = 1; ; tries++) {
    const stand = standOf(one.said ?? null);
    const changed = await changeStand(api, vault, one, (joined ? joinedWith : partedFrom)(stand, id));
    if (changed.ok) {
      said(changed);
      return null;
    }
    if (!changed.now || tries === TRIES) return changed.fault;
    one = changed.now;
  }
}
