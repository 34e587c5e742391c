import type * as z from 'zod/mini';
import type { SessionBody } from '../../protocol/wire/api/door.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { PutVault } from '../../protocol/wire/api/ways.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';

/** A signed-in member with an open vault. `id` names the session to the worker; `expiresAt` in Unix seconds. */
export type Session = {
  id: SessionBody['session'];
  member: z.infer<typeof Member>;
  role: SessionBody['role'];
  expiresAt: SessionBody['expiresAt'];
  vault: VaultClient;
  /** The way in by which they came. */
  wayIn: SessionBody['wayIn'];
  /** The ids of the keys in the vault, base64url, newest first. */
  keyIds: readonly string[];
  /** The vault of that way in with keys that came since, where there are any: the worker is to keep it. */
  rewrapped?: PutVault;
};

/** What signing in came to. */
export type SignInResult = { ok: true; session: Session } | { ok: false; fault: DeskFault };

/** Draws a challenge, signs it with the keys that wait in the vault, and unlocks the vault with what the worker gives. */
async function signOnce(api: Api, vault: VaultClient, name: string): Promise<SignInResult> {
  const asked = await api.challenge({ name });
  if (!asked.ok) return { ok: false, fault: asked };
  const { challenge } = asked.value;
  const signed = await vault.sign(name, challenge);
  if (!signed.ok) return { ok: false, fault: signed };
  const signedIn = await api.signIn({ name, challenge, signature: signed.signature });
  if (!signedIn.ok) return { ok: false, fault: signedIn };
  return openWith(api, vault, signedIn.value);
}

/**
 * Opens the vault that the worker gave for a way in, with the key that waits; ends the session where it does not open. Keys that
 * came since are taken in, and go with the session; until the worker has them in the vault, they come again.
 */
export async function openWith(api: Api, vault: VaultClient, given: SessionBody): Promise<SignInResult> {
  const { member, role, expiresAt, session: id, wayIn, next, newestKey, vouchedBy } = given;
  const unlocked = await vault.unlock(given.vault, { member: member.id, next, newestKey });
  if (!unlocked.ok) {
    await api.signOut(id);
    return { ok: false, fault: unlocked };
  }
  const { keyIds, rewrapped } = unlocked;
  const [newest] = keyIds;
  const put = rewrapped !== null && newest !== undefined && { vault: rewrapped, newestKey: newest };
  // Where nothing came the worker only has to hear which key the vault has: there is nothing to tell of that.
  if (put && next.length === 0) void api.rewrap(wayIn, put);
  if (vouchedBy !== newest) void vouchForOwn(api, vault, member);
  const taken = put && next.length > 0 && { rewrapped: put };
  return { ok: true, session: { id, member, role, expiresAt, vault, wayIn, keyIds, ...taken } };
}

/** Has the vault vouch for the own key in it with the newest key, and the worker keep that. */
async function vouchForOwn(api: Api, vault: VaultClient, member: Session['member']): Promise<void> {
  const vouched = await vault.vouch(member);
  if (!vouched.ok) return;
  const { boxKey, keyId, signature } = vouched;
  await api.vouch({ boxKey, keyId, signature });
}

/**
 * Signs in a member whose keys wait in the vault, without stretching the passphrase again. A challenge may have grown
 * too old on its way, so the first refusal is tried once more with a fresh one: only then does it say anything of the
 * passphrase.
 */
export async function signInDerived(api: Api, vault: VaultClient, name: string): Promise<SignInResult> {
  const first = await signOnce(api, vault, name);
  return !first.ok && first.fault.code === 'unauthorized' ? signOnce(api, vault, name) : first;
}

/**
 * Stretches a passphrase in the vault, at the cost that the worker names. `takePassphrase` is asked for it once that is
 * known, so that it leaves its field as late as can be and is kept nowhere on the way. Null when the keys wait.
 */
export async function deriveKeys(
  api: Api,
  vault: VaultClient,
  name: string,
  takePassphrase: () => string,
): Promise<DeskFault | null> {
  const asked = await api.challenge({ name });
  // Where the cost of stretching is out of bounds, the answer does not fit its schema and nothing is stretched.
  if (!asked.ok) return asked;
  const derived = await vault.derive(takePassphrase(), asked.value.kdf);
  return derived.ok ? null : derived;
}
