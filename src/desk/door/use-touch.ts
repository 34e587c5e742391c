import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { startVault } from '../vault/start.ts';
import { forgetPasskey, stopTouch, type TouchFault, touchPasskey } from '../ways/passkey.ts';
import { openWith, type Session } from './session.ts';

/** How a try by touch ended. Null when the page was left, or another way in was taken, meanwhile. */
export type TryTouch =
  | { ok: true; session: Session }
  | { ok: false; fault: DeskFault | { code: TouchFault } }
  | null;

/** Signs in by a passkey: its signature opens the session, its secret the vault. Only the first of them leaves the page. */
export function useTouch(api: Api) {
  const tries = useRef(0);
  const stop = useCallback(() => {
    tries.current++;
    stopTouch();
  }, []);
  useEffect(() => stop, [stop]);

  const attempt = useCallback(async (): Promise<TryTouch> => {
    const number = ++tries.current;
    const asked = await api.touchChallenge();
    if (tries.current !== number) return null;
    if (!asked.ok) return { ok: false, fault: asked };
    const touched = await touchPasskey(asked.value.challenge);
    if (!touched.ok) return tries.current === number ? { ok: false, fault: touched } : null;
    const vault = startVault();
    const ready = await vault.touched(touched.secret);
    touched.secret.fill(0);
    const opened = ready.ok ? await api.touch(touched.signed) : ready;
    const result = opened.ok && 'value' in opened ? await openWith(api, vault, opened.value) : null;
    if (tries.current !== number) {
      vault.lock(0);
      if (result?.ok) void api.signOut(result.session.id);
      return null;
    }
    if (result?.ok) return result;
    vault.lock();
    if (result) return result;
    if (opened.ok) return { ok: false, fault: { code: 'vault_closed' } };
    if (opened.code === 'unauthorized') await forgetPasskey(touched.signed.credential);
    return { ok: false, fault: opened };
  }, [api]);

  return { attempt, stop };
}
