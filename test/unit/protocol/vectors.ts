import { readFileSync } from 'node:fs';
import type { Item } from '../../../src/protocol/items/item.ts';
import type { DeskMessage, ReporterMessage } from '../../../src/protocol/items/kinds/message.ts';
import type { Vault } from '../../../src/protocol/keys/vault.ts';
import { centrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import type { CentrePublicKey } from '../../../src/protocol/wire/centre-key.ts';
import type { LinkFields } from '../../../src/protocol/wire/link-fields.ts';
import type { PassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';

type Envelope<Of = Item> = { item: Of; envelope: string };
type VectorKey = CentrePublicKey & { secretKey: string; signingSeed: string };

/** The vectors that libsodium made: see test/vectors/make.mjs. */
export const vectors: {
  centre: VectorKey;
  older: VectorKey;
  mailbox: { publicKey: string; secretKey: string };
  sealed: Record<'referral' | 'request' | 'drill' | 'message', Envelope>;
  boxed: Record<'answer' | 'olderAnswer' | 'status' | 'handoff', Envelope>;
  own: Record<
    'state' | 'closedState' | 'note' | 'call' | 'handover' | 'handed' | 'saved' | 'tally' | 'draft',
    Envelope
  >;
  /** A thread whose first envelope has the digest `first`: its messages, oldest first. */
  chain: {
    first: string;
    messages: (Envelope<DeskMessage | ReporterMessage> & { digest: string; mac?: string })[];
  };
  /** Links of two members. */
  trail: (LinkFields & { link: string; digest: string })[];
  passphrase: {
    passphrase: string;
    kdf: PassphraseKdf;
    wrappingKey: string;
    signingSeed: string;
    vault: Vault;
    wrapped: string;
  };
} = JSON.parse(readFileSync(new URL('../../vectors/wire-format.json', import.meta.url), 'utf8'));

/** What a receipt code gives, and what is stored of its mailbox: see test/vectors/make-receipt.mjs. */
export const receipt: Record<'code' | 'token' | 'salt' | 'secretKey' | 'publicKey', string> = JSON.parse(
  readFileSync(new URL('../../vectors/receipt.json', import.meta.url), 'utf8'),
);

/** The bytes of base64url text that is known to be right. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64url(text);
  if (!bytes) throw new Error(`not base64url: ${text}`);
  return bytes;
}

const pairOf = ({ secretKey, signingSeed }: VectorKey) =>
  centrePair({ secretKey: bytesOf(secretKey), signingSeed: bytesOf(signingSeed) });

/** The keys of the vectors as bytes: of today, and before. */
export const [centre, older] = [pairOf(vectors.centre), pairOf(vectors.older)];
export const mailbox = {
  publicKey: bytesOf(vectors.mailbox.publicKey),
  secretKey: bytesOf(vectors.mailbox.secretKey),
};
