import type * as z from 'zod/mini';
import type { Member, SessionBody } from '../protocol/api.ts';
import type { Api } from './api/client.ts';
import type { ApiFault } from './api/result.ts';
import type { VaultClient } from './vault/client.ts';
import type { VaultFault } from './vault/requests.ts';

/** A signed-in member with an open vault. `expiresAt` in Unix seconds. */
export type Session = {
  member: z.infer<typeof Member>;
  expiresAt: SessionBody['expiresAt'];
  vault: VaultClient;
};

/** Why signing in failed. `retryAfter` in seconds, where the worker said so. */
export type SignInFault = { code: ApiFault | VaultFault; retryAfter?: number };

export type SignInResult = { ok: true; session: Session } | { ok: false; fault: SignInFault };

/** Signs a fresh challenge with the keys that wait in the vault, and unlocks the vault with what the worker gives. */
async function signAndUnlock(
  api: Api,
  vault: VaultClient,
  name: string,
  challenge: string,
): Promise<SignInResult> {
  const signed = await vault.sign(name, challenge);
  if (!signed.ok) return { ok: false, fault: signed };
  const signedIn = await api.signIn({ name, challenge, signature: signed.signature });
  if (!signedIn.ok) return { ok: false, fault: signedIn };
  const { member, expiresAt } = signedIn.value;
  const unlocked = await vault.unlock(signedIn.value.vault);
  if (unlocked.ok) return { ok: true, session: { member, expiresAt, vault } };
  await api.signOut();
  return { ok: false, fault: unlocked };
}

/** Signs a member in by name and passphrase and unlocks the vault, which takes some seconds. */
export async function signIn(
  api: Api,
  vault: VaultClient,
  name: string,
  passphrase: string,
): Promise<SignInResult> {
  const asked = await api.challenge({ name });
  // Where the cost of stretching is too low, the answer does not fit its schema and nothing is stretched.
  if (!asked.ok) return { ok: false, fault: asked };
  const derived = await vault.derive(passphrase, asked.value.kdf);
  if (!derived.ok) return { ok: false, fault: derived };
  return signAndUnlock(api, vault, name, asked.value.challenge);
}

/** Signs in a member whose keys have just been derived in the vault: without stretching the passphrase again. */
export async function signInDerived(api: Api, vault: VaultClient, name: string): Promise<SignInResult> {
  const asked = await api.challenge({ name });
  if (!asked.ok) return { ok: false, fault: asked };
  return signAndUnlock(api, vault, name, asked.value.challenge);
}
