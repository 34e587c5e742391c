import { buildPushPayload } from '@block65/webcrypto-web-push';
import { PushAddress } from '../../../src/protocol/wire/api/bell-ways.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import type { Bindings } from '../../env.ts';
import { openAddress } from '../../secrets/sealed-address.ts';
import type { Rung } from '../on-duty.ts';
import type { Channel } from './channel.ts';
import { post } from './post.ts';

/** Seconds for which a push service keeps a ring for a telephone that is away. */
const KEPT = 600;

/** Statuses by which a push service says that a device is subscribed no more (RFC 8030, section 7.3). */
const GONE = [404, 410];

/** Bytes of a point on P-256, uncompressed, and of the number that is its secret. */
const PUBLIC_BYTES = 65;
const PRIVATE_BYTES = 32;

type Signer = Pick<Bindings, 'VAPID_KEY' | 'DESK_HOST'>;

/** The keys of `VAPID_KEY`, base64url each, with the address at which push services find who pushes; null where it is none. */
function vapidOf({ VAPID_KEY = '', DESK_HOST }: Signer) {
  const bytes = fromBase64url(VAPID_KEY);
  if (bytes?.length !== PUBLIC_BYTES + PRIVATE_BYTES || !DESK_HOST) return null;
  const [publicKey, privateKey] = [bytes.slice(0, PUBLIC_BYTES), bytes.slice(PUBLIC_BYTES)].map(toBase64url);
  return { publicKey, privateKey, subject: `https://${DESK_HOST}` };
}

/** The public key with which devices subscribe; null where Web Push is not set up. */
export const pushKey = (bindings: Signer): string | null => vapidOf(bindings)?.publicKey ?? null;

/**
 * Sends a push (RFC 8030, 8188, 8291, 8292) that holds the ring's id and nothing else, filled up to the most that push services
 * take: all are of one size. What has not arrived when the next comes is replaced by it (`Topic`).
 */
export async function sendPush(bindings: Signer, address: PushAddress, ring: string): Promise<Rung> {
  const vapid = vapidOf(bindings);
  if (!vapid) return 'failed';
  const { endpoint, p256dh, auth } = address;
  try {
    const { headers, body } = await buildPushPayload(
      { data: ring, options: { ttl: KEPT, urgency: 'high', topic: 'desk' } },
      { endpoint, expirationTime: null, keys: { p256dh, auth } },
      vapid,
    );
    return await post(endpoint, { headers, body }, GONE);
  } catch {
    // Keys that are none.
    return 'failed';
  }
}

/** Rings a member's device by Web Push; where it is rests sealed. */
export const push: Channel = async (bindings, way, ring) => {
  const opened = await openAddress(bindings, way.id, way.address);
  if (opened === null) return 'failed';
  const address = PushAddress.safeParse(JSON.parse(opened));
  return address.success ? sendPush(bindings, address.data, ring.id) : 'failed';
};
