import nacl from 'tweetnacl';
import type { Item } from '../../../protocol/items/item.ts';
import { ANSWER } from '../../../protocol/items/ways/answer.ts';
import { OWN } from '../../../protocol/items/ways/own.ts';
import { boxItem } from '../../../protocol/seal/authenticated-box.ts';
import type { CentrePair } from '../../../protocol/seal/centre-pair.ts';
import { fromBase64url, toBase64url } from '../../../protocol/wire/bytes.ts';
import { digestOf } from '../../../protocol/wire/digest.ts';

/** What may be boxed: whoever opens it reads nothing else, and one unreadable entry would shut a whole thread. */
const BOXED = { box: ANSWER.carries, keep: OWN.carries } as const;

/** Boxes an item with a pair, to a mailbox or, without one, to the centre itself. Null where that may not be. */
export function boxWith(
  pair: CentrePair,
  kind: keyof typeof BOXED,
  item: Item,
  mailbox?: string,
): { envelope: string; digest: string } | null {
  const recipient = mailbox === undefined ? pair.publicKey : fromBase64url(mailbox);
  if (recipient?.length !== nacl.box.publicKeyLength) return null;
  if (!BOXED[kind].safeParse(item).success) return null;
  const envelope = boxItem(item, pair, recipient);
  return envelope && { envelope: toBase64url(envelope), digest: toBase64url(digestOf(envelope)) };
}
