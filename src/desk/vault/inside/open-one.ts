import nacl from 'tweetnacl';
import { openSealed } from '../../../protocol/keys/open-sealed-box.ts';
import { openBoxedItem } from '../../../protocol/seal/authenticated-box.ts';
import { type CentrePair, pairOf } from '../../../protocol/seal/centre-pair.ts';
import { fromBase64url } from '../../../protocol/wire/bytes.ts';
import { readEnvelope } from '../../../protocol/wire/envelope.ts';
import type { Opened, Sealed } from '../requests.ts';

/** Opens what the centre boxed, with the pair that the envelope names and the public key that it went to. */
function openOwn(
  sealed: Sealed,
  envelope: Uint8Array,
  pairs: readonly CentrePair[],
  recipient: (pair: CentrePair) => Uint8Array | null,
): Opened {
  const read = readEnvelope(envelope);
  if (!read.ok) return read;
  const pair = pairOf(pairs, read.parts.keyId);
  if (!pair) return { ok: false, code: 'key_unknown' };
  const other = recipient(pair);
  if (other?.length !== nacl.box.publicKeyLength) return { ok: false, code: 'box_broken' };
  return openBoxedItem(envelope, other, pair.secretKey, { thread: sealed.thread, id: sealed.id });
}

/** Opens one envelope with the centre's pairs, or says why it doesn't open. */
export function openOne(sealed: Sealed, pairs: readonly CentrePair[]): Opened {
  const envelope = fromBase64url(sealed.envelope);
  if (!envelope) return { ok: false, code: 'envelope_text' };
  switch (sealed.from) {
    case 'reporter':
      return openSealed(envelope, pairs, { thread: sealed.thread, id: sealed.id });
    case 'desk':
      return openOwn(sealed, envelope, pairs, () => fromBase64url(sealed.mailbox));
    case 'centre':
      return openOwn(sealed, envelope, pairs, ({ publicKey }) => publicKey);
  }
}
