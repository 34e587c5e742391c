import { ITEM_VERSION } from '../../protocol/items/fields.ts';
import { sealItem } from '../../protocol/seal/sealed-box.ts';
import { type CentreKey, readCentreKey } from '../../protocol/wire/centre-key.ts';
import { envelopeSize, readEnvelope, SEALED_BOX } from '../../protocol/wire/envelope.ts';
import { randomId } from '../../protocol/wire/random-id.ts';

/** The centre's public keys as a page has them: newest first, and at least one. */
export type CentreKeys = readonly [CentreKey, ...CentreKey[]];

/**
 * The centre's public keys from the `data-centre-keys` of the page, after a trial: this browser can draw random bytes,
 * hash, and seal to the newest. Throws when it can't, so that nobody writes into a form that fails.
 */
export function readCentreKeys(root: HTMLElement): CentreKeys {
  const keys = (root.dataset['centreKeys'] ?? '').split(' ').map((text) => readCentreKey(text));
  const [key, ...older] = keys.filter((each) => each !== null);
  if (!key || older.length + 1 !== keys.length) throw new Error('The page has no centre key');
  const [thread, id, other] = [randomId(), randomId(), randomId()];
  if (thread === id || id === other) throw new Error('This browser draws no random bytes');
  const trial = sealItem({ v: ITEM_VERSION, kind: 'drill', thread, id, mailbox: '', at: 0 }, key);
  const read = trial && readEnvelope(trial);
  if (!read?.ok || trial?.length !== envelopeSize(SEALED_BOX, 1024)) throw new Error('Sealing failed');
  if (typeof crypto.subtle?.digest !== 'function') throw new Error('This browser has no SHA-256');
  return [key, ...older];
}
