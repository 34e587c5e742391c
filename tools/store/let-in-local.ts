import type { CentreSecret } from '../../src/protocol/seal/centre-pair.ts';
import { letInSql, openedSql, storeInvite, untilOpened } from './create-invite.ts';
import { openLocalDatabase, whenFree, withLocalDatabase } from './local-store.ts';

/**
 * Lets in whoever opens an invitation of a store on this computer, without asking anybody: for a throw-away key alone, which
 * protects nobody. Says whether anybody came before `until` (Unix ms).
 */
export async function letInLocally(
  state: string,
  id: string,
  keys: readonly CentreSecret[],
  until?: number,
): Promise<boolean> {
  const { database, close } = await openLocalDatabase(state);
  try {
    const opened = await untilOpened(() => database.prepare(openedSql(id)).first(), until);
    if (!opened) return false;
    await whenFree(() => database.prepare(letInSql(opened, keys)).run());
    return true;
  } finally {
    await close();
  }
}

/** Milliseconds for which somebody who opens such an invitation is let in. */
const WATCHED = 120_000;

/** Makes an invitation in a store on this computer, and lets in whoever opens it within two minutes. Gives its code. */
export async function inviteLocally(state: string, keys: readonly CentreSecret[]): Promise<string> {
  const { code, id } = await withLocalDatabase(state, (database) => storeInvite(database));
  // What becomes of it is seen where it is opened.
  letInLocally(state, id, keys, Date.now() + WATCHED).catch(() => {});
  return code;
}
