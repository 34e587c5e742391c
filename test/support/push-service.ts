import { concatBytes, fromBase64url, toBase64url, utf8 } from '../../src/protocol/wire/bytes.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const P256 = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** A device that takes push, as its browser would make it (RFC 8291): where it is, and what opens what comes. */
export type PushDevice = { endpoint: string; p256dh: string; auth: string; keys: CryptoKeyPair };

/** What came to a device: the headers of the push, how many bytes, and what was in it. */
export type Pushed = { headers: Record<string, string>; bytes: number; text: string; vapid: VapidClaims };
type VapidClaims = { aud: string; exp: number; sub: string };

const bytesOf = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array();

/** Draws a device at a push service. */
export async function newDevice(endpoint: string): Promise<PushDevice> {
  // Workers call a pair and a single key by one type.
  const keys = (await crypto.subtle.generateKey(P256, true, ['deriveBits'])) as CryptoKeyPair;
  const p256dh = new Uint8Array((await crypto.subtle.exportKey('raw', keys.publicKey)) as ArrayBuffer);
  const auth = crypto.getRandomValues(new Uint8Array(16));
  return { endpoint, p256dh: toBase64url(p256dh), auth: toBase64url(auth), keys };
}

/** HKDF-SHA256 (RFC 5869). */
async function hkdf(salt: Bytes, secret: Bytes, info: Bytes, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, length * 8));
}

/** Opens a push as a browser does: RFC 8188 (aes128gcm, one record) with the keys of RFC 8291. */
async function opened({ p256dh, auth, keys }: PushDevice, body: Bytes): Promise<string> {
  const salt = body.slice(0, 16);
  const idLength = body[20] ?? 0;
  const sender = body.slice(21, 21 + idLength);
  const box = body.slice(21 + idLength);
  const senderKey = await crypto.subtle.importKey('raw', sender, P256, false, []);
  const shared = new Uint8Array(
    // In Workers' types the other party's key is `$public`; the standard's name is what both take.
    await crypto.subtle.deriveBits({ name: 'ECDH', public: senderKey } as never, keys.privateKey, 256),
  );
  const keyInfo = concatBytes(utf8('WebPush: info\0'), bytesOf(p256dh), sender);
  const ikm = await hkdf(bytesOf(auth), shared, keyInfo, 32);
  const cek = await hkdf(salt, ikm, utf8('Content-Encoding: aes128gcm\0'), 16);
  const nonce = await hkdf(salt, ikm, utf8('Content-Encoding: nonce\0'), 12);
  const key = await crypto.subtle.importKey('raw', cek, 'AES-GCM', false, ['decrypt']);
  const padded = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, box));
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.slice(end + 1).some((byte) => byte !== 0))
    throw new Error('No end of the last record.');
  return new TextDecoder().decode(padded.slice(0, end));
}

/** Checks who pushes (VAPID, RFC 8292): an ES256 token for this service, signed with the key that the device subscribed to. */
async function checkedVapid(authorization: string, origin: string, publicKey: string): Promise<VapidClaims> {
  const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
  if (key !== publicKey) throw new Error('Another key than the device subscribed to.');
  const [header = '', claims = '', signature = ''] = token.split('.');
  const how = { name: 'ECDSA', namedCurve: 'P-256' };
  const verifier = await crypto.subtle.importKey('raw', bytesOf(key), how, false, ['verify']);
  const signed = utf8(`${header}.${claims}`);
  const good = await crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    verifier,
    bytesOf(signature),
    signed,
  );
  const read: VapidClaims = JSON.parse(new TextDecoder().decode(bytesOf(claims)));
  const inTime = read.exp > Date.now() / 1000 && read.exp <= Date.now() / 1000 + 24 * 3600;
  if (!good || read.aud !== origin || !inTime || !/^(mailto:|https:)/.test(read.sub))
    throw new Error('No VAPID.');
  return read;
}

/**
 * A push service (RFC 8030) for devices that subscribed to one key of ours: takes what is sent as such a service does, and
 * keeps what a device would have got. `refuse`: the status that it answers with instead.
 */
export function pushService(publicKey: string) {
  const devices = new Map<string, PushDevice>();
  const pushed: Pushed[] = [];
  const service = {
    pushed,
    refuse: null as number | null,
    add: (device: PushDevice) => devices.set(device.endpoint, device),
    async fetch(request: Request): Promise<Response> {
      if (service.refuse !== null) return new Response(null, { status: service.refuse });
      const device = devices.get(request.url);
      if (!device) return new Response(null, { status: 404 });
      const headers = Object.fromEntries(request.headers);
      const body = new Uint8Array(await request.arrayBuffer());
      if (request.method !== 'POST' || headers['content-encoding'] !== 'aes128gcm' || !headers['ttl'])
        return new Response(null, { status: 400 });
      if (body.length > 4096) return new Response(null, { status: 413 });
      try {
        const vapid = await checkedVapid(
          headers['authorization'] ?? '',
          new URL(request.url).origin,
          publicKey,
        );
        pushed.push({ headers, bytes: body.length, text: await opened(device, body), vapid });
        return new Response(null, { status: 201, headers: { Location: `${request.url}/1` } });
      } catch {
        return new Response(null, { status: 403 });
      }
    },
  };
  return service;
}

/** A pair of VAPID keys as the worker is given them, and the public one as devices are. */
export async function vapidKeys(): Promise<{ VAPID_KEY: string; publicKey: string }> {
  const how = { name: 'ECDSA', namedCurve: 'P-256' };
  const keys = (await crypto.subtle.generateKey(how, true, ['sign'])) as CryptoKeyPair;
  const raw = new Uint8Array((await crypto.subtle.exportKey('raw', keys.publicKey)) as ArrayBuffer);
  const jwk = (await crypto.subtle.exportKey('jwk', keys.privateKey)) as JsonWebKey;
  return { VAPID_KEY: toBase64url(concatBytes(raw, bytesOf(jwk.d ?? ''))), publicKey: toBase64url(raw) };
}
