import type { PostMember } from '../../protocol/wire/api/door.ts';
import type { CentrePublicKey } from '../../protocol/wire/centre-key.ts';
import { newPassphraseKdf } from '../../protocol/wire/passphrase-kdf.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';
import { type DrawnPassphrase, drawnIn } from './drawn-passphrase.ts';
import { type SignInResult, signInDerived } from './session.ts';

/** Makes a member of whoever holds an invitation. Their own key, the passphrase and the centre's keys stay in the vault. */
export type Enrolment = DrawnPassphrase & {
  /** The name under which it was opened. */
  name: string;
  /** What is compared by telephone. */
  words: readonly string[];
  /** Asks whether a member has let them in. */
  letIn: () => Promise<'waiting' | 'in' | DeskFault>;
  /** Proves that the passphrase was written down: it is typed from paper. Null when it was the one that was drawn. */
  prove: (typed: string) => Promise<DeskFault | null>;
  /** Adds the member and signs them in, once they are let in and the passphrase is proved. */
  join: () => Promise<SignInResult>;
};

/**
 * Opens an invitation by its code, as it was typed, under a name. The vault draws an own key for it, to which the worker then
 * binds the invitation: nobody else opens it after that, nor this page once it was left. `centreKeys`: those of the page,
 * newest first. Trying again in the same vault sends the same key.
 */
export async function openInvitation(
  api: Api,
  vault: VaultClient,
  { typed, name, centreKeys }: { typed: string; name: string; centreKeys: readonly CentrePublicKey[] },
): Promise<{ ok: true; enrolment: Enrolment } | { ok: false; fault: DeskFault }> {
  const [centre] = centreKeys;
  if (!centre) return { ok: false, fault: { code: 'keys_missing' } };
  const invited = await vault.invited(typed);
  if (!invited.ok) return { ok: false, fault: invited };
  const { code, boxKey } = invited;
  const opened = await api.openInvite({ code, boxKey, name });
  if (!opened.ok) return { ok: false, fault: opened };
  const compared = await vault.words({ invite: invited.id, boxKey, centre });
  if (!compared.ok) return { ok: false, fault: compared };
  return { ok: true, enrolment: createEnrolment(api, vault, { code, boxKey, centre, name }, compared.words) };
}

/** What is sent is kept: trying again sends the same id and keys, so that an answer that got lost leads to one member. */
function createEnrolment(
  api: Api,
  vault: VaultClient,
  { code, boxKey, centre, name }: { code: string; boxKey: string; centre: CentrePublicKey; name: string },
  words: readonly string[],
): Enrolment {
  const id = randomId();
  let box: string | null = null;
  let keys: PostMember | null = null;

  return {
    ...drawnIn(vault),
    name,
    words,
    async letIn() {
      const waited = await api.awaitBox({ code, boxKey });
      if (!waited.ok) return waited;
      box = waited.value.box;
      return box === null ? 'waiting' : 'in';
    },
    async prove(typed) {
      if (box === null) return { code: 'vault_closed' };
      const kdf = newPassphraseKdf();
      const proved = await vault.prove(typed, kdf);
      if (!proved.ok) return proved;
      const enrolled = await vault.enrol(box, centre);
      if (!enrolled.ok) return enrolled;
      keys = { code, id, boxKey, kdf, publicKey: enrolled.publicKey, vault: enrolled.vault };
      return null;
    },
    async join() {
      if (!keys) return { ok: false, fault: { code: 'vault_closed' } };
      const added = await api.addMember(keys);
      if (!added.ok) return { ok: false, fault: added };
      return signInDerived(api, vault, name);
    },
  };
}
