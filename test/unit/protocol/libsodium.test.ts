import sodium from 'libsodium-wrappers';
import { beforeAll, describe, expect, it } from 'vitest';
import { openItem } from '../../../src/protocol/keys/open-sealed-box.ts';
import { derivePassphrase } from '../../../src/protocol/keys/passphrase.ts';
import { unwrapVault, wrapVault } from '../../../src/protocol/keys/vault.ts';
import { boxItem, openBoxedItem } from '../../../src/protocol/seal/authenticated-box.ts';
import { deriveMailbox } from '../../../src/protocol/seal/receipt.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { describeCentreKey } from '../../../src/protocol/wire/centre-key.ts';
import { HEADER_BYTES } from '../../../src/protocol/wire/envelope.ts';
import { bytesOf, centre, mailbox, vectors } from './vectors.ts';

beforeAll(() => sodium.ready);

const placeOf = ({ thread, id }: { thread: string; id: string }) => ({ thread, id });
const textIn = (padded: Uint8Array) => JSON.parse(sodium.to_string(sodium.unpad(padded, padded.length)));

describe('what libsodium made, we open', () => {
  it.each(Object.entries(vectors.sealed))('sealed %s', (_name, { item, envelope }) => {
    expect(openItem(bytesOf(envelope), [centre.secretKey], placeOf(item))).toEqual({ ok: true, item });
  });

  it('an answer, from the reporter’s side and from the desk’s', () => {
    const { item, envelope } = vectors.boxed.answer;
    const opened = { ok: true, item };
    const bytes = bytesOf(envelope);
    expect(openBoxedItem(bytes, centre.publicKey, mailbox.secretKey, placeOf(item))).toEqual(opened);
    expect(openBoxedItem(bytes, mailbox.publicKey, centre.secretKey, placeOf(item))).toEqual(opened);
  });

  it('a note from the centre to the centre', () => {
    const { item, envelope } = vectors.boxed.note;
    expect(openBoxedItem(bytesOf(envelope), centre.publicKey, centre.secretKey, placeOf(item))).toEqual({
      ok: true,
      item,
    });
  });

  it('a wrapped vault', () => {
    const { wrapped, wrappingKey, vault } = vectors.passphrase;
    expect(unwrapVault(bytesOf(wrapped), bytesOf(wrappingKey))).toEqual(vault);
  });
});

describe('what we made, libsodium opens', () => {
  it.each(Object.entries(vectors.sealed))('sealed %s', (_name, { item }) => {
    const envelope = sealItem(item, centre.publicKey);
    const box = envelope?.subarray(HEADER_BYTES) ?? new Uint8Array();
    expect(textIn(sodium.crypto_box_seal_open(box, centre.publicKey, centre.secretKey))).toEqual(item);
  });

  it('an answer', () => {
    const { item } = vectors.boxed.answer;
    const envelope = boxItem(item, centre.secretKey, mailbox.publicKey) ?? new Uint8Array();
    const nonce = envelope.subarray(HEADER_BYTES, HEADER_BYTES + 24);
    const box = envelope.subarray(HEADER_BYTES + 24);
    expect(textIn(sodium.crypto_box_open_easy(box, nonce, centre.publicKey, mailbox.secretKey))).toEqual(
      item,
    );
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
  it('key id and fingerprint', () => {
    const { publicKey, keyId, fingerprint } = vectors.centre;
    expect(describeCentreKey(centre.publicKey)).toEqual({ publicKey, keyId, fingerprint });
  });

  it('a mailbox from its receipt code', async () => {
    const { code, publicKey, secretKey, token } = vectors.receipt;
    const opened = await deriveMailbox(code);
    expect(Object.entries(opened).map(([name, bytes]) => [name, toBase64url(bytes)])).toEqual([
      ['publicKey', publicKey],
      ['secretKey', secretKey],
      ['token', token],
    ]);
  });

  it('the keys of a passphrase, whatever its spaces and the form of its letters', async () => {
    const { passphrase, kdf, wrappingKey, signingSeed } = vectors.passphrase;
    const expected = { wrappingKey: bytesOf(wrappingKey), signingSeed: bytesOf(signingSeed) };
    expect(await derivePassphrase(passphrase, kdf)).toEqual(expected);
    expect(await derivePassphrase(`  ${passphrase.replaceAll(' ', '  ')} `, kdf)).toEqual(expected);
  });
});
