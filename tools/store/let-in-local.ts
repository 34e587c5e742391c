import type { CentreSecret } from '../../src/protocol/seal/centre-pair.ts';
import { letInSql, untilOpened } from './create-invite.ts';
import { openLocalDatabase, whenFree } from './local-store.ts';

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
    const opened = await untilOpened(database, id, until);
    if (!opened) return false;
    await whenFree(() => database.prepare(letInSql(opened, keys)).run());
    return true;
  } finally {
    await close();
  }
}
