import { writerTime } from '../../src/protocol/items/fields.ts';
import type { Referral } from '../../src/protocol/items/kinds/referral.ts';
import { sealItem } from '../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import type { CentreKey } from '../../src/protocol/wire/centre-key.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';
import type { NewMailbox } from '../../src/reporter/sealed-form/new-mailboxes.ts';

/** A sealed referral as a browser would send it: `PUT` to this path, with this body. */
export type SealedReferral = { path: string; body: string; envelope: Uint8Array<ArrayBuffer> };

/**
 * What is written in one whose padded plaintext is 1 KiB, and in one of 16 KiB, the largest there is: only characters that
 * take six bytes in JSON fill that.
 */
const STORIES = {
  1024: 'I work in a kitchen, every day. He keeps my passport. I would like to talk to somebody first.',
  16384: '\u0001'.repeat(1800),
} as const;

/** The padded sizes that are measured, in bytes. */
export type Bucket = keyof typeof STORIES;

const random = (bytes: number) => toBase64url(crypto.getRandomValues(new Uint8Array(bytes)));

/** A mailbox that nobody can open. */
const nobodys = (): Mailbox => ({ publicKey: random(32), mailbox: random(32), salt: random(16) });

type Mailbox = Omit<NewMailbox, 'code'>;

/** A referral sealed to a key of the centre. */
export function sealReferral(
  key: CentreKey,
  bucket: Bucket = 1024,
  { publicKey, mailbox, salt } = nobodys(),
): SealedReferral {
  const id = randomId();
  const referral: Referral = {
    v: 2,
    kind: 'referral',
    thread: id,
    id,
    at: writerTime(),
    mailbox: publicKey,
    formLanguage: 'nl',
    who: 'me',
    danger: 'unsure',
    speaks: 'ro',
    answer: { way: 'mailbox' },
    happening: ['papers', 'pay'],
    place: 'Brussel',
    story: STORIES[bucket],
  };
  const envelope = sealItem(referral, key);
  if (!envelope) throw new Error('The referral could not be sealed');
  const body = JSON.stringify({ envelope: toBase64url(envelope), mailbox, salt });
  return { path: `/api/referrals/${id}`, body, envelope };
}
