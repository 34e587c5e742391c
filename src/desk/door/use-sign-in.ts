import { useCallback, useEffect, useRef } from 'preact/hooks';
import { nameKeyOf } from '../../protocol/wire/member-name.ts';
import type { Api } from '../api/client.ts';
import type { VaultClient } from '../vault/client.ts';
import { startVault } from '../vault/start.ts';
import { deriveKeys, type SignInResult, signInDerived } from './session.ts';

/** Milliseconds for which the keys of a passphrase wait after a try that failed on the way: no longer than a look away. */
const WAIT = 60_000;

/** Keys that wait in a vault for the next try, and whose they are. */
type Waiting = { vault: VaultClient; nameKey: string; timer: ReturnType<typeof setTimeout> };

/** How a try ended. `waiting`: the passphrase is stretched already, and need not be typed for the next try. */
export type TrySignIn = { result: SignInResult; waiting: boolean };

/**
 * Signs in. A try that failed for want of a connection leaves the keys in the vault for a minute, so that nobody types
 * 24 letters again for a tunnel; a wrong passphrase leaves nothing.
 */
export function useSignIn(api: Api) {
  const keys = useRef<Waiting | null>(null);
  const alive = useRef(true);

  const forget = useCallback((wait?: number) => {
    if (!keys.current) return;
    clearTimeout(keys.current.timer);
    keys.current.vault.lock(wait);
    keys.current = null;
  }, []);

  useEffect(
    () => () => {
      alive.current = false;
      forget(0);
    },
    [forget],
  );

  /** Whether a try under this name needs no passphrase. */
  const waitsFor = useCallback((name: string) => keys.current?.nameKey === nameKeyOf(name), []);

  /** Null when the page was left meanwhile: then nothing of it is left either. */
  const attempt = useCallback(
    async (name: string, takePassphrase: () => string, fresh: boolean): Promise<TrySignIn | null> => {
      if (fresh || !waitsFor(name)) {
        forget();
        const vault = startVault();
        const fault = await deriveKeys(api, vault, name, takePassphrase);
        if (!alive.current || fault) vault.lock(alive.current ? undefined : 0);
        if (!alive.current) return null;
        if (fault) return { result: { ok: false, fault }, waiting: false };
        keys.current = { vault, nameKey: nameKeyOf(name), timer: setTimeout(() => forget(), WAIT) };
      }
      const { vault, timer } = keys.current ?? {};
      if (!vault) return { result: { ok: false, fault: { code: 'vault_closed' } }, waiting: false };
      const result = await signInDerived(api, vault, name);
      if (!alive.current) {
        if (result.ok) void api.signOut(result.session.id);
        return null;
      }
      if (result.ok) {
        clearTimeout(timer);
        keys.current = null;
      } else if (['unauthorized', 'vault_broken', 'vault_closed'].includes(result.fault.code)) forget();
      return { result, waiting: keys.current !== null };
    },
    [api, forget, waitsFor],
  );

  return { attempt, waitsFor };
}
