import nacl from 'tweetnacl';
import { ANSWER } from '../../../protocol/items/ways/answer.ts';
import { OWN } from '../../../protocol/items/ways/own.ts';
import { givenEnds, ownEnds } from '../../../protocol/keys/open-own-box.ts';
import { openSealed } from '../../../protocol/keys/open-sealed-box.ts';
import { drawerOf } from '../../../protocol/keys/own-id.ts';
import { type EndsOf, openAuthenticatedQuickly } from '../../../protocol/seal/authenticated-box.ts';
import type { CentrePair } from '../../../protocol/seal/centre-pair.ts';
import { openEnvelope } from '../../../protocol/seal/envelope.ts';
import { isLowOrder } from '../../../protocol/seal/low-order.ts';
import { fromBase64url, toBase64url } from '../../../protocol/wire/bytes.ts';
import { type CentreKey, keyIndex } from '../../../protocol/wire/centre-key.ts';
import { digestOf } from '../../../protocol/wire/digest.ts';
import { type EnvelopeParts, readEnvelope } from '../../../protocol/wire/envelope.ts';
import type { Opened, Sealed } from '../requests.ts';
import { type QuickKeys, quickBoxKey } from './quick-keys.ts';

async function openBytes(
  sealed: Sealed,
  envelope: Uint8Array,
  parts: EnvelopeParts,
  pairs: readonly CentrePair[],
  quick: QuickKeys,
) {
  const place = { thread: sealed.thread, id: sealed.id };
  if (sealed.from === 'reporter') {
    return openSealed(envelope, pairs, place, await quickBoxKey(parts, pairs, quick));
  }
  const signing = ({ keyId }: CentreKey) => quick[keyIndex(pairs, keyId)]?.signing ?? null;
  const opener = (ends: EndsOf) => openAuthenticatedQuickly(parts, ends, signing);
  if (sealed.from === 'centre') {
    return openEnvelope(envelope, OWN, await opener(ownEnds(pairs)), place);
  }
  const mailbox = fromBase64url(sealed.mailbox);
  if (mailbox?.length !== nacl.box.publicKeyLength) return { ok: false, code: 'box_broken' } as const;
  return openEnvelope(envelope, ANSWER, await opener(givenEnds(pairs, mailbox)), place);
}

/** Whether nothing may be boxed to a mailbox: everybody could open it. */
const isOpenToAll = (mailbox: string) => isLowOrder(fromBase64url(mailbox) ?? new Uint8Array(32));

/** Opens one envelope with the centre's pairs, as quick as may be, or says why it doesn't open. */
export async function openOne(
  sealed: Sealed,
  pairs: readonly CentrePair[],
  quick: QuickKeys = [],
): Promise<Opened> {
  const envelope = fromBase64url(sealed.envelope);
  if (!envelope) return { ok: false, code: 'envelope_text', digest: '' };
  const digest = toBase64url(digestOf(envelope));
  const read = readEnvelope(envelope);
  if (!read.ok) return { ...read, digest };
  const opened = await openBytes(sealed, envelope, read.parts, pairs, quick);
  if (!opened.ok) return { ...opened, digest };
  const { item } = opened;
  // Anybody can seal that it is about one of a group. What the desk began shows it by its id.
  if (item.kind === 'referral' && item.of !== undefined && !drawerOf('begun', pairs, item.id)) {
    return { ok: false, code: 'item_unknown', digest };
  }
  const weak = 'mailbox' in item && isOpenToAll(item.mailbox);
  return { ok: true, item, key: keyIndex(pairs, read.parts.keyId), digest, ...(weak && { weak }) };
}
