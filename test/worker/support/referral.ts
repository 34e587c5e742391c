import nacl from 'tweetnacl';
import type { FirstItem } from '../../../src/protocol/items/item.ts';
import type { Referral } from '../../../src/protocol/items/referral.ts';
import type { Request } from '../../../src/protocol/items/request.ts';
import { boxItem } from '../../../src/protocol/seal/authenticated-box.ts';
import { drawMailboxSalt } from '../../../src/protocol/seal/mailbox.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import type { PostMessage } from '../../../src/protocol/wire/api/fields.ts';
import type { PutReferral } from '../../../src/protocol/wire/api/referrals.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { type EnvelopeVersion, envelopeSize } from '../../../src/protocol/wire/envelope.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { sampleAnswer } from '../../samples/answer.ts';
import { sampleMessage } from '../../samples/message.ts';
import { sampleReferral } from '../../samples/referral.ts';
import { sampleRequest } from '../../samples/request.ts';
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
  return {
    id: item.id,
    body: await bodyOf(item, token),
    mailbox,
    headers: { Authorization: `Bearer ${toBase64url(token)}` },
    item,
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

/** A message of the reporter in a referral's thread, sealed to the centre. */
export function reporterMessage(referral: TestReferral, words: string): PostMessage {
  const item = sampleMessage(referral.item, words);
  return { id: item.id, envelope: text(sealItem(item, centre)) };
}

/** An answer of the desk in a referral's thread, boxed to its mailbox. */
export function deskMessage(referral: TestReferral, words: string): PostMessage {
  const item = sampleAnswer(referral.id, words);
  return { id: item.id, envelope: text(boxItem(item, centre, referral.mailbox.publicKey)) };
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

function text(envelope: Uint8Array | null): string {
  if (!envelope) throw new Error('The item is too long for an envelope.');
  return toBase64url(envelope);
}
