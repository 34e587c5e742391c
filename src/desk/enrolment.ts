import type { PostMember } from '../protocol/api.ts';
import { newPassphraseKdf } from '../protocol/passphrase-kdf.ts';
import { randomId } from '../protocol/random-id.ts';
import type { Api } from './api/client.ts';
import { type SignInFault, type SignInResult, signInDerived } from './session.ts';
import type { VaultClient } from './vault/client.ts';

/** An invitation that was shown: its token and the vault that its secret wraps, base64url. */
export type OpenedInvitation = { token: string; vault: string };

/** Shows an invitation by the secret of its link, base64url. The wrapping key stays in the vault. */
export async function openInvitation(
  api: Api,
  vault: VaultClient,
  secret: string,
): Promise<{ ok: true; invitation: OpenedInvitation } | { ok: false; fault: SignInFault }> {
  const split = await vault.invite(secret);
  if (!split.ok) return { ok: false, fault: split };
  const { token } = split;
  const shown = await api.invite({ token });
  return shown.ok
    ? { ok: true, invitation: { token, vault: shown.value.vault } }
    : { ok: false, fault: shown };
}

/** Makes a member of whoever holds an invitation, and signs them in. */
export type Enrol = (name: string, passphrase: string) => Promise<SignInResult>;

/**
 * Prepares to use an invitation. What is sent is kept: trying again sends the same member, id and keys, so that an
 * answer that got lost leads to one member, and only another passphrase is stretched anew.
 */
export function createEnrolment(
  api: Api,
  vault: VaultClient,
  { token, vault: wrapped }: OpenedInvitation,
): Enrol {
  const id = randomId();
  let keys: Omit<PostMember, 'name'> | null = null;
  let derivedFrom: string | null = null;

  const derive = async (passphrase: string): Promise<SignInFault | null> => {
    if (keys && passphrase === derivedFrom) return null;
    keys = null;
    derivedFrom = null;
    const kdf = newPassphraseKdf();
    const derived = await vault.derive(passphrase, kdf);
    if (!derived.ok) return derived;
    const enrolled = await vault.enrol(wrapped);
    if (!enrolled.ok) return enrolled;
    derivedFrom = passphrase;
    keys = { token, id, kdf, publicKey: enrolled.publicKey, vault: enrolled.vault };
    return null;
  };

  return async (name, passphrase) => {
    const fault = await derive(passphrase);
    if (fault) return { ok: false, fault };
    if (!keys) return { ok: false, fault: { code: 'vault_closed' } };
    const added = await api.addMember({ ...keys, name });
    if (!added.ok) return { ok: false, fault: added };
    return signInDerived(api, vault, name);
  };
}
