import type { APIRequestContext } from '@playwright/test';
import nacl from 'tweetnacl';
import { writerTime } from '../../../src/protocol/items/fields.ts';
import type { FirstItem } from '../../../src/protocol/items/item.ts';
import type { Referral } from '../../../src/protocol/items/kinds/referral.ts';
import type { Request } from '../../../src/protocol/items/kinds/request.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { type CentreKey, describedKey, PublishedKeys } from '../../../src/protocol/wire/centre-key.ts';
import { digestOf } from '../../../src/protocol/wire/digest.ts';
import { envelopeSize, SEALED_BOX } from '../../../src/protocol/wire/envelope.ts';
import { MAILBOX_SALT_BYTES } from '../../../src/protocol/wire/fields.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { sampleReferral } from '../../samples/referral.ts';
import { sampleRequest } from '../../samples/request.ts';
import { type WrittenThread, writtenThread } from '../../support/written-thread.ts';

/** What a reporter holds of what they sent: enough to write again, and to delete it. */
export type Referred = {
  id: string;
  token: string;
  /** X25519: base64url, and 32 bytes. */
  mailbox: string;
  secretKey: Uint8Array;
  /** What writes behind it. */
  sides: WrittenThread;
};

const random = (size = 32) => crypto.getRandomValues(new Uint8Array(size));

/** An address of its own: what comes from one is limited. */
const from = () => ({ 'CF-Connecting-IP': ['10', ...random(3)].join('.') });

/** As a browser does: a connection that the server closes at that moment is no answer. Each of these may go twice. */
const AGAIN = { maxRetries: 2 };

/** The newest key of the served site. */
export async function centreKey(request: APIRequestContext): Promise<CentreKey> {
  const { keys } = PublishedKeys.parse(await (await request.get('/key.json')).json());
  const key = keys[0] && describedKey(keys[0]);
  if (!key) throw new Error('The site publishes no key');
  return key;
}

async function put(
  request: APIRequestContext,
  id: string,
  envelope: string,
  token: Uint8Array<ArrayBuffer>,
): Promise<number> {
  const mailbox = toBase64url(await sha256(token));
  const data = { envelope, mailbox, salt: toBase64url(random(MAILBOX_SALT_BYTES)) };
  const answer = await request.put(`/api/referrals/${id}`, { data, headers: from(), ...AGAIN });
  return answer.status();
}

/** Sends a referral under the id of another row, as anybody can and as one that was moved looks. Gives the row's id. */
export async function sendElsewhere(request: APIRequestContext): Promise<string> {
  const envelope = sealItem(sampleReferral({ at: writerTime() }), await centreKey(request));
  if (!envelope) throw new Error('Too large');
  const id = randomId();
  const status = await put(request, id, toBase64url(envelope), random());
  if (status !== 201) throw new Error(`Answered ${status}`);
  return id;
}

async function send<First extends FirstItem>(
  request: APIRequestContext,
  sample: (fields: Pick<First, 'mailbox' | 'at'>) => First,
): Promise<Referred> {
  const pair = nacl.box.keyPair();
  const item = sample({ mailbox: toBase64url(pair.publicKey), at: writerTime() });
  const { id, mailbox } = item;
  const token = random();
  const centre = await centreKey(request);
  const sealed = sealItem(item, centre) ?? new Uint8Array();
  const status = await put(request, id, toBase64url(sealed), token);
  if (status !== 201) throw new Error(`The referral was answered with ${status}`);
  const first = toBase64url(digestOf(sealed));
  const sides = writtenThread({ thread: id, first, mailbox: pair, centre });
  return { id, token: toBase64url(token), mailbox, secretKey: pair.secretKey, sides };
}

/** Sends a referral as the form would, with the fields that a test gives. */
export function refer(request: APIRequestContext, fields: Partial<Referral> = {}): Promise<Referred> {
  return send(request, (own) =>
    sampleReferral({ formLanguage: 'en', happening: ['pay'], ...own, ...fields }),
  );
}

/** Sends a request for copies or a training. */
export function ask(request: APIRequestContext, fields: Partial<Request> = {}): Promise<Referred> {
  return send(request, (own) => sampleRequest({ formLanguage: 'en', ...own, ...fields }));
}

/** Sends a message of the reporter. Gives the status of the answer. */
export async function write(request: APIRequestContext, to: Referred, text: string): Promise<number> {
  const { digest: _, ...data } = to.sides.reporter(text, { mailbox: to.mailbox });
  const headers = { ...from(), Authorization: `Bearer ${to.token}` };
  return (await request.post('/api/mailbox', { data, headers, ...AGAIN })).status();
}

/** Deletes everything of a thread, as the person may. */
export async function remove(request: APIRequestContext, { token }: Referred): Promise<number> {
  const headers = { ...from(), Authorization: `Bearer ${token}` };
  return (await request.delete('/api/mailbox', { headers, ...AGAIN })).status();
}

/**
 * Sends random bytes behind the id of the published key, or of another, as many as a bucket (1 KiB) gives an envelope.
 * Gives the id and the status of the answer.
 */
export async function sendJunk(
  request: APIRequestContext,
  { keyId, bucket = 1024 }: { keyId?: Uint8Array; bucket?: number } = {},
): Promise<{ id: string; status: number }> {
  const id = randomId();
  const bytes = random(envelopeSize(SEALED_BOX, bucket));
  bytes[0] = SEALED_BOX;
  bytes.set(keyId ?? (await centreKey(request)).keyId, 1);
  return { id, status: await put(request, id, toBase64url(bytes), random()) };
}
