import { sealItem } from '../../protocol/seal/sealed-box.ts';
import { fromBase64url } from '../../protocol/wire/bytes.ts';
import { envelopeSize, readEnvelope, SEALED_BOX } from '../../protocol/wire/envelope.ts';
import { randomId } from '../../protocol/wire/random-id.ts';

/**
 * The centre's public key (X25519, 32 bytes) from the `data-centre-key` of the page, after a trial: this browser can
 * draw random bytes, hash, and seal to that key. Throws when it can't, so that nobody writes into a form that fails.
 */
export function readCentreKey(root: HTMLElement): Uint8Array {
  const key = fromBase64url(root.dataset['centreKey'] ?? '');
  if (key?.length !== 32) throw new Error('The page has no centre key');
  const [thread, id, other] = [randomId(), randomId(), randomId()];
  if (thread === id || id === other) throw new Error('This browser draws no random bytes');
  const trial = sealItem({ v: 1, kind: 'note', thread, id, text: '' }, key);
  const read = trial && readEnvelope(trial);
  if (!read?.ok || trial?.length !== envelopeSize(SEALED_BOX, 1024)) throw new Error('Sealing failed');
  if (typeof crypto.subtle?.digest !== 'function') throw new Error('This browser has no SHA-256');
  return key;
}
