// Makes the test vectors of the wire format with libsodium and Node's own crypto alone: none of the project's code
// runs here, so that what opens these vectors is compatible and not merely consistent with itself.
//   node test/vectors/make.mjs
import { argon2Sync, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import sodium from 'libsodium-wrappers';

await sodium.ready;
const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
const hash = (size, bytes) => sodium.crypto_generichash(size, bytes);
const join = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));

function pad(text) {
  const bytes = Buffer.from(text, 'utf8');
  const bucket = [1, 2, 4, 8, 16, 32, 64].map((size) => size * 1024).find((size) => bytes.length < size);
  return sodium.pad(bytes, bucket);
}

// Fixed seeds: the keys of the vectors are the same each time, the ephemeral keys and nonces are not.
const mailbox = sodium.crypto_box_seed_keypair(hash(32, 'test vector: mailbox'));

/** An Ed25519 pair of a seed, by Node's own crypto (PKCS #8 and SPKI, RFC 8410). */
function signingPair(seed) {
  const pkcs8 = join(Buffer.from('302e020100300506032b657004220420', 'hex'), seed);
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { seed, privateKey, publicKey: spki.subarray(-32) };
}

function centreKey(name) {
  const box = sodium.crypto_box_seed_keypair(hash(32, `test vector: ${name}`));
  const signing = signingPair(hash(32, `test vector: ${name} signing`));
  const whole = hash(32, join(box.publicKey, signing.publicKey));
  return { box, signing, keyId: whole.slice(0, 8), whole };
}

/** The key of today, and the one before it. */
const centre = centreKey('centre');
const older = centreKey('older centre');
const thread = base64url(hash(16, 'test vector: thread'));
const messageId = base64url(hash(16, 'test vector: message'));

const referral = {
  v: 1,
  kind: 'referral',
  thread,
  id: thread,
  mailbox: base64url(mailbox.publicKey),
  formLanguage: 'nl',
  who: 'me',
  danger: 'unsure',
  age: 'adult',
  speaks: 'ar',
  answer: {
    way: 'call',
    number: '0470 00 00 00',
    times: ['morning'],
    otherVoice: 'hang-up',
    voicemail: false,
  },
  happening: ['papers', 'pay'],
  place: 'Molenbeek 😀',
  story: '<script>alert(1)</script> مرحبا، أحتاج إلى المساعدة',
  callName: 'Zoë',
};
const request = {
  v: 1,
  kind: 'request',
  thread,
  id: thread,
  mailbox: base64url(mailbox.publicKey),
  formLanguage: 'fr',
  about: ['copies', 'training'],
  organisation: 'CPAS d’Écaussinnes <accueil>',
  name: 'Zoë D.',
  reply: 'zoe@cpas.example',
  text: '200 affiches A3 😀\nمرحبا',
};
const reporterMessage = {
  v: 1,
  kind: 'message',
  thread,
  id: messageId,
  author: 'reporter',
  mailbox: base64url(mailbox.publicKey),
  text: 'x'.repeat(3000),
};
const answer = { v: 1, kind: 'message', thread, id: messageId, author: 'desk', text: 'Bel ons vanavond. 🙏' };
const note = { v: 1, kind: 'note', thread, id: messageId, text: 'Terugbellen om 20 u.' };

const sealed = (item) => {
  const text = JSON.stringify(item);
  return {
    item,
    envelope: base64url(join([1], centre.keyId, sodium.crypto_box_seal(pad(text), centre.box.publicKey))),
  };
};
const boxed = (item, recipient, key = centre) => {
  const nonce = sodium.randombytes_buf(24);
  const padded = pad(JSON.stringify(item));
  const signature = sign(
    null,
    join(Buffer.from('PAG-ASA desk item v2\0'), [2], key.keyId, padded),
    key.signing.privateKey,
  );
  const box = sodium.crypto_box_easy(join(signature, padded), nonce, recipient, key.box.privateKey);
  return { item, envelope: base64url(join([2], key.keyId, nonce, box)) };
};

function fingerprint({ whole }) {
  const bytes = Buffer.from(whole);
  const groups = [0, 5, 10, 15, 20, 25].map((start) => bytes.readUIntBE(start, 5) % 100000);
  return groups.map((group) => String(group).padStart(5, '0')).join(' ');
}

const described = (key) => ({
  keyId: base64url(key.keyId),
  publicKey: base64url(key.box.publicKey),
  signingKey: base64url(key.signing.publicKey),
  fingerprint: fingerprint(key),
  secretKey: base64url(key.box.privateKey),
  signingSeed: base64url(key.signing.seed),
});

const kdf = {
  name: 'argon2id',
  salt: base64url(hash(16, 'test vector: salt')),
  memoryKiB: 65536,
  passes: 3,
  lanes: 1,
};
const passphrase = 'correct horse battery staple';
const stretched = argon2Sync('argon2id', {
  message: passphrase,
  nonce: Buffer.from(kdf.salt, 'base64url'),
  memory: kdf.memoryKiB,
  passes: kdf.passes,
  parallelism: kdf.lanes,
  tagLength: 64,
});
const nonce = hash(24, 'test vector: vault nonce');
const vault = {
  v: 2,
  keys: [centre, older].map(({ box, signing }) => ({
    secretKey: base64url(box.privateKey),
    signingSeed: base64url(signing.seed),
  })),
};
const wrapped = sodium.crypto_secretbox_easy(JSON.stringify(vault), nonce, stretched.subarray(0, 32));

writeFileSync(
  new URL('wire-format.json', import.meta.url),
  `${JSON.stringify(
    {
      centre: described(centre),
      older: described(older),
      mailbox: { publicKey: base64url(mailbox.publicKey), secretKey: base64url(mailbox.privateKey) },
      sealed: { referral: sealed(referral), request: sealed(request), message: sealed(reporterMessage) },
      boxed: {
        answer: boxed(answer, mailbox.publicKey),
        olderAnswer: boxed(answer, mailbox.publicKey, older),
        note: boxed(note, centre.box.publicKey),
      },
      passphrase: {
        passphrase,
        kdf,
        wrappingKey: base64url(stretched.subarray(0, 32)),
        signingSeed: base64url(stretched.subarray(32)),
        vault,
        wrapped: base64url(join(nonce, wrapped)),
      },
    },
    null,
    2,
  )}\n`,
);
