import type { WaysBody } from '../../protocol/wire/api/ways.ts';
import { newPassphraseKdf } from '../../protocol/wire/passphrase-kdf.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { Session } from '../door/session.ts';
import { makePasskey } from './make-passkey.ts';
import { forgetPasskey, type TouchFault } from './passkey.ts';

/** What came of adding a way in. */
export type Added = { ok: true } | { ok: false; fault: DeskFault | { code: TouchFault } };

const failed = (fault: DeskFault | { code: TouchFault }): Added => ({ ok: false, fault });

/** Makes a passkey on this device and gives it a wrapped vault of its own. `again`: one more touch is asked for. */
export async function addPasskey(
  api: Api,
  { vault, member }: Session,
  { ways }: WaysBody,
  { name, again }: { name: string; again: () => void },
): Promise<Added> {
  const asked = await api.passkeyChallenge();
  if (!asked.ok) return failed(asked);
  const known = ways.flatMap(({ credential }) => credential ?? []);
  const made = await makePasskey(asked.value.challenge, { ...member, known }, again);
  if (!made.ok) return failed(made);
  const { passkey, secret } = made;
  const touched = await vault.touched(secret);
  secret.fill(0);
  const wrapped = touched.ok ? await vault.wrap() : touched;
  if (!wrapped.ok) return failed(wrapped);
  const added = await api.addPasskey(randomId(), {
    name,
    passkey,
    vault: wrapped.vault,
    newestKey: wrapped.newestKey,
  });
  if (added.ok) return { ok: true };
  await forgetPasskey(passkey.credential);
  return failed(added);
}

/** Adds the passphrase that was drawn in the vault, once it was typed from paper: stretched as the member's first one. */
export async function addPassphrase(
  api: Api,
  { vault }: Session,
  { kdf: known }: WaysBody,
  typed: string,
): Promise<Added> {
  const kdf = known ?? newPassphraseKdf();
  const proved = await vault.prove(typed, kdf);
  const wrapped = proved.ok ? await vault.wrap() : proved;
  if (!wrapped.ok) return failed(wrapped);
  const { publicKey, vault: copy, newestKey } = wrapped;
  if (publicKey === null) return failed({ code: 'vault_closed' });
  const added = await api.addPassphrase(randomId(), { publicKey, kdf, vault: copy, newestKey });
  return added.ok ? { ok: true } : failed(added);
}
