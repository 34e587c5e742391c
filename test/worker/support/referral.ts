import nacl from 'tweetnacl';
import type { FirstItem } from '../../../src/protocol/items/item.ts';
import type { Referral } from '../../../src/protocol/items/kinds/referral.ts';
import type { Request } from '../../../src/protocol/items/kinds/request.ts';
import { drawMailboxSalt } from '../../../src/protocol/seal/mailbox.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import type { PostMessage } from '../../../src/protocol/wire/api/mailbox.ts';
import type { PutReferral } from '../../../src/protocol/wire/api/referrals.ts';
import type { PostAnswer } from '../../../src/protocol/wire/api/threads.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../src/protocol/wire/digest.ts';
import { type EnvelopeVersion, envelopeSize, SEALED_BOX } from '../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { sampleReferral } from '../../samples/referral.ts';
import { sampleRequest } from '../../samples/request.ts';
import { type WrittenThread, writtenThread } from '../../support/written-thread.ts';
import { ask } from './ask.ts';
import { centre } from './centre.ts';

export { centre };

/** A referral as its reporter has it: what is sent, what opens the mailbox, and the words. */
export type TestReferral = {
  id: string;
  body: PutReferral;
  mailbox: nacl.BoxKeyPair;
  headers: { Authorization: string };
  item: Referral;
  /** What writes in its thread. */
  thread: WrittenThread;
};

/** Writes and seals a referral to the centre. */
export async function newReferral(story = 'They keep my passport.'): Promise<TestReferral> {
  const mailbox = nacl.box.keyPair();
  const token = crypto.getRandomValues(new Uint8Array(32));
  const item = sampleReferral({
    mailbox: toBase64url(mailbox.publicKey),
    happening: ['papers'],
    story,
  });
  const body = await bodyOf(item, token);
  const first = digestText(body.envelope);
  return {
    id: item.id,
    body,
    mailbox,
    headers: { Authorization: `Bearer ${toBase64url(token)}` },
    item,
    thread: writtenThread({ thread: item.id, first, mailbox, centre }),
  };
}

/** Seals a request for copies to the centre: its id and what is sent. */
export async function newRequest(): Promise<{ id: string; body: PutReferral; item: Request }> {
  const item = sampleRequest();
  const token = crypto.getRandomValues(new Uint8Array(32));
  return { id: item.id, body: await bodyOf(item, token), item };
}

async function bodyOf(item: FirstItem, token: Uint8Array<ArrayBuffer>): Promise<PutReferral> {
  return {
    envelope: text(sealItem(item, centre)),
    mailbox: toBase64url(await sha256(token)),
    salt: toBase64url(drawMailboxSalt()),
  };
}

/** Sends a referral or a request. */
export function put(id: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return ask(`/api/referrals/${id}`, { method: 'PUT', json: body, headers });
}

/** Writes, seals and sends a referral. */
export async function sentReferral(): Promise<TestReferral> {
  const referral = await newReferral();
  const answer = await put(referral.id, referral.body);
  if (answer.status !== 201) throw new Error(`The referral was refused: ${answer.status}`);
  return referral;
}

/** The reporter's next message in a referral's thread, sealed to the centre. */
export function reporterMessage({ thread }: TestReferral, words: string): PostMessage {
  const { id, envelope, seq, prev, mac } = thread.reporter(words);
  return { id, envelope, seq, prev, mac };
}

/** The desk's next answer in a referral's thread, boxed to its mailbox. */
export function deskMessage({ thread }: TestReferral, words: string): Omit<PostAnswer, 'rev'> {
  const { id, envelope, seq } = thread.desk(words);
  return { id, envelope, seq };
}

/**
 * Random bytes behind the header of an envelope for the centre's key (or for `keyId`), of the size that a bucket gives
 * an envelope, or so many bytes more.
 */
export function noise(version: EnvelopeVersion, bucket: number, more = 0, keyId = centre.keyId): string {
  const size = envelopeSize(version, bucket) + more;
  const bytes = new Uint8Array(size);
  for (let start = 1; start < size; start += 65_536) {
    crypto.getRandomValues(bytes.subarray(start, start + 65_536));
  }
  bytes[0] = version;
  bytes.set(keyId, 1);
  return toBase64url(bytes);
}

/** Messages of noise as from the reporter, of what a bucket holds, each behind the one before. */
export function noiseMessages({ body }: TestReferral, bucket: number, count: number): PostMessage[] {
  let before = body.envelope;
  return Array.from({ length: count }, (_, index) => {
    const prev = digestText(before);
    before = noise(SEALED_BOX, bucket);
    return { id: randomId(), envelope: before, seq: index + 1, prev, mac: 'A'.repeat(43) };
  });
}

/** The digest of an envelope; both base64url. */
const digestText = (envelope: string) => toBase64url(digestOf(fromBase64url(envelope) ?? new Uint8Array()));

function text(envelope: Uint8Array | null): string {
  if (!envelope) throw new Error('The item is too long for an envelope.');
  return toBase64url(envelope);
}
