import type { VaultClient } from '../vault/client.ts';

/** Draws a passphrase in the vault to be shown, or gives the one that was drawn once more. Null when the vault is closed. */
export type DrawnPassphrase = { draw: () => Promise<string | null>; drawn: () => Promise<string | null> };

/** The same, of a vault. */
export function drawnIn(vault: VaultClient): DrawnPassphrase {
  const given = async (asked: ReturnType<VaultClient['draw']>) => {
    const reply = await asked;
    return reply.ok ? reply.passphrase : null;
  };
  return { draw: () => given(vault.draw()), drawn: () => given(vault.drawn()) };
}
