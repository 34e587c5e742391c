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
const at = 1_794_999_600;
const member = { id: base64url(hash(16, 'test vector: member')), name: 'Zoë ’t Hooft' };

const referral = {
  v: 2,
  kind: 'referral',
  thread,
  id: thread,
  at,
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
const work = {
  v: 2,
  kind: 'referral',
  thread,
  id: thread,
  at,
  mailbox: base64url(mailbox.publicKey),
  formLanguage: 'fr',
  who: 'work',
  danger: 'no',
  when: 'tonight',
  reach: 'yes',
  answer: { way: 'call', number: '02 000 00 00', times: ['any'] },
  happening: [],
  work: {
    service: 'Hôpital <urgences>',
    reference: 'K/2026/17',
    here: 'yes',
    until: '20:30',
    bed: 'yes',
    people: 11,
    minors: 0,
    consent: 'agreed',
    person: 'Ama',
    signs: ['deceived', 'coerced'],
    needs: ['medical'],
  },
};
const request = {
  v: 2,
  kind: 'request',
  thread,
  id: thread,
  at,
  mailbox: base64url(mailbox.publicKey),
  formLanguage: 'fr',
  about: ['copies', 'training'],
  organisation: 'CPAS d’Écaussinnes <accueil>',
  name: 'Zoë D.',
  reply: 'zoe@cpas.example',
  text: '200 affiches A3 😀\nمرحبا',
};
const drill = {
  v: 2,
  kind: 'drill',
  thread,
  id: thread,
  mailbox: base64url(mailbox.publicKey),
  at: 1_795_000_123,
};
const ofThread = (kind) => ({ v: 2, kind, thread, id: messageId, at });
const byItself = (kind) => ({ v: 2, kind, thread: messageId, id: messageId });
const owned = {
  note: { ...ofThread('note'), text: 'Terugbellen om 20 u.' },
  call: { ...ofThread('call'), to: 'trusted', outcome: 'other-voice', reason: 'Ze vroeg het zelf.' },
  handover: {
    ...ofThread('handover'),
    from: member,
    situation: 'Wacht op vervoer.',
    recommendation: 'Om 6 u. bellen.',
    remark: 'Rustige nacht.',
  },
  tally: {
    ...byItself('tally'),
    month: '2026-11',
    channel: 'telephone',
    outcome: 'advice',
    language: 'fr',
    urgency: 'week',
    firstLook: 'hour',
    card: {
      origin: 'social',
      presumed: 'unsure',
      sex: 'f',
      age: '18-24',
      citizenship: 'eu',
      country: 'RO',
      forms: ['labour'],
    },
  },
  saved: {
    ...byItself('saved'),
    at,
    by: member,
    name: 'Wanneer bellen?',
    says: { nl: 'Wanneer kan u veilig bellen?', fr: 'Quand pouvez-vous appeler sans danger ?' },
  },
  act: { ...byItself('act'), at: at + 7, did: 'gave', to: member.id, count: 1, text: 'K7M2' },
  draft: { ...ofThread('draft'), text: 'Beste', tried: { id: thread, text: 'Beste Zoë' } },
};
const handoff = {
  ...byItself('handoff'),
  at,
  by: member,
  to: 'payoke',
  consent: { given: true, how: 'Aan de telefoon.' },
  answers: { danger: 'yes', answer: { way: 'call', times: ['night'] }, place: 'Gent' },
  text: 'Belt u eerst ons?',
};
owned.handed = { ...handoff, ...ofThread('handed') };

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

// A thread, envelope by envelope: each names the one before of its side and the newest that it had read of the other.
const digestOf = ({ envelope }) => base64url(hash(32, Buffer.from(envelope, 'base64url')));
const firstItem = sealed(referral);
const first = digestOf(firstItem);
const chainKey = sodium.crypto_generichash(32, 'pag-asa.be mailbox chain v2', mailbox.privateKey);
const ids = ['one', 'two', 'three', 'four', 'five'].map((name) =>
  base64url(hash(16, `test vector: ${name}`)),
);

function fromReporter(id, seq, prev, seen, text) {
  const mailboxKey = base64url(mailbox.publicKey);
  const item = {
    v: 2,
    kind: 'message',
    author: 'reporter',
    thread,
    id,
    seq,
    prev,
    seen,
    at,
    mailbox: mailboxKey,
    text,
  };
  const made = sealed(item);
  const number = Buffer.alloc(4);
  number.writeUInt32BE(seq);
  const place = join(...[thread, prev, digestOf(made)].map((part) => Buffer.from(part, 'base64url')));
  const bytes = join(place.subarray(0, 16), number, place.subarray(16));
  return { ...made, digest: digestOf(made), mac: base64url(sodium.crypto_generichash(32, bytes, chainKey)) };
}

function fromDesk(id, seq, prev, seen, text) {
  const item = { v: 2, kind: 'message', author: 'desk', thread, id, seq, prev, seen, at, text };
  const made = boxed(item, mailbox.publicKey);
  return { ...made, digest: digestOf(made) };
}

const question = fromReporter(ids[0], 1, first, null, 'x'.repeat(3000));
const answer = fromDesk(ids[1], 1, null, question.digest, 'Bel ons vanavond. 🙏');
const thanks = fromReporter(ids[2], 2, question.digest, answer.digest, 'Merci.');
const second = fromDesk(ids[3], 2, answer.digest, thanks.digest, 'Tot straks.');
const status = boxed(
  {
    v: 2,
    kind: 'status',
    thread,
    id: ids[4],
    seq: 3,
    prev: second.digest,
    seen: thanks.digest,
    at,
    says: 'closed',
  },
  mailbox.publicKey,
);
const state = (seq, prev, owner, more) => ({
  ...ofThread('state'),
  seq,
  prev,
  pins: { first, mailbox: base64url(mailbox.publicKey) },
  owner,
  closed: null,
  ...more,
});
const taken = boxed(state(1, null, member), centre.box.publicKey);
const closedState = boxed(
  state(2, digestOf(taken), member, {
    closed: { outcome: 'passed-on', reason: 'Naar Payoke.' },
    urgency: 'today',
    reason: 'Belde terug.',
    next: { at: 1_795_010_000, what: 'Nog eens bellen.' },
    waitingFor: 'Payoke',
    card: { origin: 'person', passedTo: 'payoke', district: 'Oost-Vlaanderen' },
    tally: ids[0],
  }),
  centre.box.publicKey,
);

// A trail of two links, the second of which names one of another member.
const number = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const raw = (text) => Buffer.from(text, 'base64url');
const actBox = boxed(owned.act, centre.box.publicKey);
function linkOf({ member: who, seq, prev, day, seen }) {
  const named = seen.flatMap((one) => [raw(one.member), number(one.seq), raw(one.link)]);
  const before = prev === null ? Buffer.alloc(32) : raw(prev);
  const head = [raw(who), number(seq), before, raw(digestOf(actBox)), number(day), [seen.length]];
  const signed = join(...head, ...named, centre.keyId);
  const signature = sign(
    null,
    join(Buffer.from('PAG-ASA desk audit v1\0'), signed),
    centre.signing.privateKey,
  );
  const link = base64url(join(signed, signature));
  return {
    member: who,
    seq,
    prev,
    act: digestOf(actBox),
    day,
    seen,
    link,
    digest: digestOf({ envelope: link }),
  };
}
const other = base64url(hash(16, 'test vector: other member'));
const otherLink = linkOf({ member: other, seq: 1, prev: null, day: 20_774, seen: [] });
const firstLink = linkOf({ member: member.id, seq: 1, prev: null, day: 20_775, seen: [] });
const secondLink = linkOf({
  member: member.id,
  seq: 2,
  prev: firstLink.digest,
  day: 20_776,
  seen: [{ member: other, seq: 1, link: otherLink.digest }],
});

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
      sealed: {
        referral: firstItem,
        work: sealed(work),
        request: sealed(request),
        drill: sealed(drill),
        message: question,
      },
      boxed: {
        answer,
        olderAnswer: boxed(answer.item, mailbox.publicKey, older),
        status,
        handoff: boxed(handoff, mailbox.publicKey),
      },
      own: {
        state: taken,
        closedState,
        ...Object.fromEntries(
          Object.entries(owned).map(([kind, item]) => [kind, boxed(item, centre.box.publicKey)]),
        ),
      },
      trail: [otherLink, firstLink, secondLink],
      chain: { first, messages: [question, answer, thanks, second] },
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
