import type { PostMember } from '../../protocol/wire/api/door.ts';
import { newPassphraseKdf } from '../../protocol/wire/passphrase-kdf.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';
import { type SignInResult, signInDerived } from './session.ts';

/** An invitation that was shown: its token and the vault that its secret wraps, base64url. */
export type OpenedInvitation = { token: string; vault: string };

/** Shows an invitation by the secret of its link, base64url. The wrapping key stays in the vault. */
export async function openInvitation(
  api: Api,
  vault: VaultClient,
  secret: string,
): Promise<{ ok: true; invitation: OpenedInvitation } | { ok: false; fault: DeskFault }> {
  const split = await vault.invite(secret);
  if (!split.ok) return { ok: false, fault: split };
  const { token } = split;
  const shown = await api.invite({ token });
  return shown.ok
    ? { ok: true, invitation: { token, vault: shown.value.vault } }
    : { ok: false, fault: shown };
}

/** Makes a member of whoever holds an invitation. The passphrase is drawn in the vault and stays there. */
export type Enrolment = {
  /** Draws a passphrase to be shown, or gives the one that was drawn once more. Null when the vault is closed. */
  draw: () => Promise<string | null>;
  drawn: () => Promise<string | null>;
  /** Proves that the passphrase was written down: it is typed from paper. Null when it was the one that was drawn. */
  prove: (typed: string) => Promise<DeskFault | null>;
  /** Adds the member under a name and signs them in, once the passphrase is proved. */
  join: (name: string) => Promise<SignInResult>;
};

/**
 * Prepares to use an invitation. What is sent is kept: trying again, also under another name, sends the same id and
 * keys, so that an answer that got lost leads to one member.
 */
export function createEnrolment(
  api: Api,
  vault: VaultClient,
  { token, vault: wrapped }: OpenedInvitation,
): Enrolment {
  const id = randomId();
  let keys: Omit<PostMember, 'name'> | null = null;
  const words = (given: Awaited<ReturnType<VaultClient['draw']>>) => (given.ok ? given.passphrase : null);

  return {
    draw: async () => words(await vault.draw()),
    drawn: async () => words(await vault.drawn()),
    async prove(typed) {
      const kdf = newPassphraseKdf();
      const proved = await vault.prove(typed, kdf);
      if (!proved.ok) return proved;
      const enrolled = await vault.enrol(wrapped);
      if (!enrolled.ok) return enrolled;
      keys = { token, id, kdf, publicKey: enrolled.publicKey, vault: enrolled.vault };
      return null;
    },
    async join(name) {
      if (!keys) return { ok: false, fault: { code: 'vault_closed' } };
      const added = await api.addMember({ ...keys, name });
      if (!added.ok) return { ok: false, fault: added };
      return signInDerived(api, vault, name);
    },
  };
}
