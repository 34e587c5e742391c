// Makes the test vectors of receipts with libsodium and Node's own crypto alone: none of the project's code runs here.
//   node test/vectors/make-receipt.mjs
import { createCipheriv, createHash, createHmac, hkdfSync, scryptSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import sodium from 'libsodium-wrappers';

await sodium.ready;
const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
const hash = (size, text) => Buffer.from(sodium.crypto_generichash(size, text));

const code = '4827193066540212';
const stretch = (salt) => scryptSync(code, salt, 32, { N: 32768, r: 8, p: 1, maxmem: 2 ** 26 });
const token = stretch('pag-asa.be receipt v2');
const mailbox = createHash('sha256').update(token).digest();
const salt = hash(16, 'test vector: mailbox salt');
const secretKey = stretch(salt);

const thread = base64url(hash(16, 'test vector: thread'));
const derive = (secret, label) => Buffer.from(hkdfSync('sha256', secret, '', label, 32));
const hmac = (key, bytes) => createHmac('sha256', key).update(bytes).digest();

/** What the worker stores of the mailbox under a secret. */
function stored(secret) {
  const nonceKey = derive(secret, 'pag-asa.be mailbox salt nonce v2');
  const nonce = hmac(nonceKey, Buffer.concat([Buffer.from(thread), salt])).subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', derive(secret, 'pag-asa.be mailbox salt v2'), nonce);
  cipher.setAAD(Buffer.from(thread));
  const box = Buffer.concat([cipher.update(salt), cipher.final(), cipher.getAuthTag()]);
  return {
    secret: base64url(secret),
    mailboxHash: base64url(hmac(derive(secret, 'pag-asa.be mailbox hash v2'), mailbox)),
    salt: base64url(Buffer.concat([nonce, box])),
  };
}

writeFileSync(
  new URL('receipt.json', import.meta.url),
  `${JSON.stringify(
    {
      code,
      token: base64url(token),
      mailbox: base64url(mailbox),
      salt: base64url(salt),
      secretKey: base64url(secretKey),
      publicKey: base64url(sodium.crypto_scalarmult_base(secretKey)),
      thread,
      stored: [32, 48].map((size) => stored(hash(size, `test vector: worker secret of ${size} bytes`))),
    },
    null,
    2,
  )}\n`,
);
