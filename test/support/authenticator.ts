import nacl from 'tweetnacl';
import type { NewPasskey, SignedTouch } from '../../src/protocol/wire/api/passkeys.ts';
import { concatBytes, toBase64url, utf8 } from '../../src/protocol/wire/bytes.ts';
import { sha256 } from '../../src/protocol/wire/sha256.ts';

/** What an authenticator says of a touch: that somebody was there, that it knew them, that a key comes along. */
const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/** Where and how a passkey is touched; what a test does not say is as it must be. */
export type Touch = {
  challenge: string;
  origin: string;
  /** What it counts to. */
  counter?: number;
  /** Whether it knew its person, by finger, face or PIN. */
  verified?: boolean;
  type?: 'webauthn.create' | 'webauthn.get';
};

const uint = (size: 2 | 4, number: number) => {
  const bytes = new DataView(new ArrayBuffer(size));
  if (size === 2) bytes.setUint16(0, number);
  else bytes.setUint32(0, number);
  return new Uint8Array(bytes.buffer);
};

/** A CBOR text or byte string of up to 255 bytes, as short as can be (RFC 8949, section 3.1). */
const string = (major: 0x40 | 0x60, bytes: Uint8Array) =>
  concatBytes(
    bytes.length < 24 ? Uint8Array.of(major | bytes.length) : Uint8Array.of(major | 24, bytes.length),
    bytes,
  );

const clientData = (touch: Touch, type: string) =>
  utf8(JSON.stringify({ type: touch.type ?? type, challenge: touch.challenge, origin: touch.origin }));

const headOf = async ({ origin, counter = 0, verified = true }: Touch, more = 0) =>
  concatBytes(
    await sha256(utf8(new URL(origin).hostname)),
    Uint8Array.of(PRESENT | (verified ? VERIFIED : 0) | more),
    uint(4, counter),
  );

/** An authenticator with one passkey (Ed25519), as WebAuthn, section 6, says that one behaves. */
export function authenticator() {
  const pair = nacl.sign.keyPair();
  const id = crypto.getRandomValues(new Uint8Array(16));
  const credential = toBase64url(id);
  /** The COSE key (RFC 9053, section 2.2): { kty: OKP, alg: EdDSA, crv: Ed25519, x }. */
  const key = concatBytes(Uint8Array.of(0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21), string(0x40, pair.publicKey));
  return {
    credential,
    async make(touch: Touch): Promise<NewPasskey> {
      const head = await headOf(touch, ATTESTED);
      const data = concatBytes(head, new Uint8Array(16), uint(2, id.length), id, key);
      const text = (word: string) => string(0x60, utf8(word));
      const attestation = concatBytes(
        Uint8Array.of(0xa3),
        ...[
          text('fmt'),
          text('none'),
          text('attStmt'),
          Uint8Array.of(0xa0),
          text('authData'),
          string(0x40, data),
        ],
      );
      const client = clientData(touch, 'webauthn.create');
      return { credential, clientData: toBase64url(client), attestation: toBase64url(attestation) };
    },
    async sign(touch: Touch): Promise<SignedTouch> {
      const data = await headOf(touch);
      const client = clientData(touch, 'webauthn.get');
      const signature = nacl.sign.detached(concatBytes(data, await sha256(client)), pair.secretKey);
      return {
        credential,
        clientData: toBase64url(client),
        authenticatorData: toBase64url(data),
        signature: toBase64url(signature),
      };
    },
  };
}
