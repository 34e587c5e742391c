import { createPrivateKey, createPublicKey, verify } from 'node:crypto';
import sodium from 'libsodium-wrappers';
import { beforeAll, describe, expect, it } from 'vitest';
import { HANDING_ON } from '../../../src/protocol/items/ways/handing-on.ts';
import { openGivenAnswer, openOwn } from '../../../src/protocol/keys/open-own-box.ts';
import { openSealed } from '../../../src/protocol/keys/open-sealed-box.ts';
import { derivePassphrase } from '../../../src/protocol/keys/passphrase.ts';
import { unwrapVault, wrapVault } from '../../../src/protocol/keys/vault.ts';
import { boxItem, openAnswer, openAuthenticatedBox } from '../../../src/protocol/seal/authenticated-box.ts';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { chainKey, chainMac } from '../../../src/protocol/seal/chain-mac.ts';
import { openEnvelope } from '../../../src/protocol/seal/envelope.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { describeCentreKey, describedKey } from '../../../src/protocol/wire/centre-key.ts';
import { digestOf } from '../../../src/protocol/wire/digest.ts';
import { HEADER_BYTES } from '../../../src/protocol/wire/envelope.ts';
import { bytesOf, centre, mailbox, older, vectors } from './vectors.ts';

beforeAll(() => sodium.ready);

const placeOf = ({ thread, id }: { thread: string; id: string }) => ({ thread, id });
const textIn = (padded: Uint8Array) => JSON.parse(sodium.to_string(sodium.unpad(padded, padded.length)));

describe('what libsodium made, we open', () => {
  it.each(Object.entries(vectors.sealed))('sealed %s', (_name, { item, envelope }) => {
    expect(openSealed(bytesOf(envelope), [centre], placeOf(item))).toEqual({ ok: true, item });
  });

  it.each(['answer', 'status'] as const)('%s, from the mailbox’s side and the desk’s', (name) => {
    const { item, envelope } = vectors.boxed[name];
    const opened = { ok: true, item };
    const bytes = bytesOf(envelope);
    expect(openAnswer(bytes, [centre], mailbox.secretKey, placeOf(item))).toEqual(opened);
    expect(openGivenAnswer(bytes, [centre], mailbox.publicKey, placeOf(item))).toEqual(opened);
  });

  it('a handoff, which is no answer', () => {
    const { item, envelope } = vectors.boxed.handoff;
    const [bytes, place] = [bytesOf(envelope), placeOf(item)];
    const ends = { centre, otherPublicKey: centre.publicKey, ownSecretKey: mailbox.secretKey };
    const opened = openEnvelope(
      bytes,
      HANDING_ON,
      openAuthenticatedBox(() => ends),
      place,
    );
    expect(opened).toEqual({ ok: true, item });
    const asAnswer = openAnswer(bytes, [centre], mailbox.secretKey, place);
    expect(asAnswer).toEqual({ ok: false, code: 'item_unknown' });
  });

  it.each(Object.entries(vectors.own))('%s, from the centre to the centre', (_name, { item, envelope }) => {
    expect(openOwn(bytesOf(envelope), [centre], placeOf(item))).toEqual({ ok: true, item });
  });

  it('an answer of the key before', () => {
    const { item, envelope } = vectors.boxed.olderAnswer;
    const bytes = bytesOf(envelope);
    expect(openAnswer(bytes, [centre, older], mailbox.secretKey, placeOf(item))).toEqual({ ok: true, item });
  });

  it('a wrapped vault', () => {
    const { wrapped, wrappingKey, vault } = vectors.passphrase;
    expect(unwrapVault(bytesOf(wrapped), bytesOf(wrappingKey))).toEqual(vault);
  });
});

describe('what we made, libsodium opens', () => {
  it.each(Object.entries(vectors.sealed))('sealed %s', (_name, { item }) => {
    const envelope = sealItem(item, centre);
    const box = envelope?.subarray(HEADER_BYTES) ?? new Uint8Array();
    expect(textIn(sodium.crypto_box_seal_open(box, centre.publicKey, centre.secretKey))).toEqual(item);
  });

  it('an answer, whose signature Node and libsodium verify', () => {
    const { item } = vectors.boxed.answer;
    const envelope = boxItem(item, centre, mailbox.publicKey) ?? new Uint8Array();
    const nonce = envelope.subarray(HEADER_BYTES, HEADER_BYTES + 24);
    const box = envelope.subarray(HEADER_BYTES + 24);
    const signed = sodium.crypto_box_open_easy(box, nonce, centre.publicKey, mailbox.secretKey);
    const [signature, padded] = [signed.subarray(0, 64), signed.subarray(64)];
    expect(textIn(padded)).toEqual(item);
    const text = Buffer.concat([
      Buffer.from('PAG-ASA desk item v2'),
      Uint8Array.of(0, 2),
      bytesOf(vectors.centre.keyId),
      padded,
    ]);
    expect(sodium.crypto_sign_verify_detached(signature, text, centre.signingKey)).toBe(true);
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: vectors.centre.signingKey },
      format: 'jwk',
    });
    expect(verify(null, text, key, signature)).toBe(true);
  });

  it('the public keys of a secret half, as Node makes them', () => {
    const drawn = drawPair();
    const publicOf = (crv: string, d: Uint8Array) => {
      const oid = crv === 'Ed25519' ? '70' : '6e';
      const der = Buffer.concat([Buffer.from(`302e020100300506032b65${oid}04220420`, 'hex'), d]);
      const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
      return createPublicKey(secret).export({ format: 'jwk' }).x;
    };
    expect(publicOf('X25519', drawn.secretKey)).toBe(toBase64url(drawn.publicKey));
    expect(publicOf('Ed25519', drawn.signingSeed)).toBe(toBase64url(drawn.signingKey));
  });

  it('a wrapped vault', () => {
    const key = sodium.randombytes_buf(32);
    const wrapped = wrapVault(vectors.passphrase.vault, key);
    const opened = sodium.crypto_secretbox_open_easy(
      wrapped.subarray(24),
      wrapped.subarray(0, 24),
      key,
      'text',
    );
    expect(JSON.parse(opened)).toEqual(vectors.passphrase.vault);
  });
});

describe('what we derive is what others derive', () => {
  it('the digest of each envelope in a thread, and what authenticates the reporter’s own', () => {
    const key = chainKey(mailbox.secretKey);
    const { thread } = vectors.sealed.referral.item;
    expect(toBase64url(digestOf(bytesOf(vectors.sealed.referral.envelope)))).toBe(vectors.chain.first);
    for (const { item, envelope, digest, mac } of vectors.chain.messages) {
      expect(toBase64url(digestOf(bytesOf(envelope)))).toBe(digest);
      if (item.author === 'desk') continue;
      const { seq, prev } = item;
      expect(chainMac(key, { thread, seq, prev, digest })).toBe(mac);
    }
  });

  it('key id and fingerprint', () => {
    for (const [key, vector] of [
      [centre, vectors.centre],
      [older, vectors.older],
    ] as const) {
      const { secretKey: _, signingSeed: __, ...described } = vector;
      expect(describeCentreKey(key)).toEqual(described);
      expect(describedKey(described)).toEqual({
        keyId: key.keyId,
        publicKey: key.publicKey,
        signingKey: key.signingKey,
      });
    }
  });

  it('the keys of a passphrase, whatever its spaces and the form of its letters', async () => {
    const { passphrase, kdf, wrappingKey, signingSeed } = vectors.passphrase;
    const expected = { wrappingKey: bytesOf(wrappingKey), signingSeed: bytesOf(signingSeed) };
    expect(await derivePassphrase(passphrase, kdf)).toEqual(expected);
    expect(await derivePassphrase(`  ${passphrase.replaceAll(' ', '  ')} `, kdf)).toEqual(expected);
  });
});
