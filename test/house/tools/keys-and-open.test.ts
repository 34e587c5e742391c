import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nacl from 'tweetnacl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putWaiting } from '../../../functions/store/second/waiting.ts';
import type { Item } from '../../../src/protocol/items/item.ts';
import { boxItem } from '../../../src/protocol/seal/authenticated-box.ts';
import { centrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { openKeyFile } from '../../../tools/keys/key-file.ts';
import { migrate, withLocalDatabase } from '../../../tools/store/local-store.ts';
import { sampleAnswer } from '../../samples/answer.ts';
import { sampleReferral } from '../../samples/referral.ts';
import { sampleRequest } from '../../samples/request.ts';

/** Any passphrase that opens nothing; the one that was drawn for `one.json` takes its place. */
let passphraseOfOne = 'not drawn yet';
let passphraseOfTwo = 'not drawn yet';
const folder = mkdtempSync(join(tmpdir(), 'keys-'));
const state = join(folder, 'state');
const file = (name: string) => join(folder, name);

/** Runs a command of package.json as its script does, with a passphrase. */
function run(tool: string, args: string[], passphrase = passphraseOfOne) {
  const done = spawnSync('node', [`tools/${tool}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, CENTRE_PASSPHRASE: passphrase },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** Draws a key as a person does: reads the passphrase from the screen and types what `typed` makes of it. */
function drawKey(name: string, typed = (drawn: string) => [drawn]) {
  const args = ['tools/keys/main.ts', 'new', '--key', file(name), '--public', file(`${name}.public`)];
  // What the other tools read from here is not taken for an answer.
  const child = spawn('node', args, { env: { ...process.env, CENTRE_PASSPHRASE: 'a sentence of my own' } });
  let [out, err, passphrase] = ['', '', ''];
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdout.on('data', (chunk) => {
    out += chunk;
    const drawn = /^Passphrase: +(.+)$/m.exec(out)?.[1];
    if (passphrase !== '' || drawn === undefined) return;
    passphrase = drawn;
    child.stdin.end(`${typed(drawn).join('\n')}\n`);
  });
  return new Promise<{ code: number | null; out: string; err: string; passphrase: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err, passphrase }));
  });
}

const open = (key: string, passphrase?: string) =>
  run('store/open', ['--local', '--state', state, '--key', key], passphrase);

const mailbox = nacl.box.keyPair();
const referral = sampleReferral({
  mailbox: toBase64url(mailbox.publicKey),
  formLanguage: 'fr',
  who: 'known',
  story: 'Elle dort à l’atelier. 😀',
});
const { id } = referral;
const request = sampleRequest({
  mailbox: toBase64url(mailbox.publicKey),
  text: '20 affiches A3, Onderbergen 86',
});
const requestId = request.id;
/** What waits in the second store. */
const waiting = sampleReferral({ mailbox: toBase64url(mailbox.publicKey), story: 'Vannacht' });
const requestAnswer = sampleAnswer(requestId, 'Ze komen maandag.');
const answer = sampleAnswer(id, 'Merci.');

beforeAll(async () => {
  const one = await drawKey('one.json');
  expect(one.code).toBe(0);
  expect(one.err).not.toContain('not the passphrase');
  passphraseOfOne = one.passphrase;
  // A slip of the pen is forgiven, and capitals are.
  const two = await drawKey('two.json', (drawn) => ['passwordpassword', drawn.toUpperCase()]);
  expect(two).toMatchObject({ code: 0, err: expect.stringContaining('not the passphrase') });
  passphraseOfTwo = two.passphrase;
  const opened = await openKeyFile(file('one.json'), passphraseOfOne);
  const secret = opened.ok ? opened.keys[0] : undefined;
  if (!secret) throw new Error('the new key does not open');
  const pair = centrePair(secret);
  migrate(state);
  await withLocalDatabase(state, async (database, second) => {
    const sealed = sealItem(waiting, pair) ?? new Uint8Array();
    await putWaiting(second, {
      ...{ id: waiting.id, sealed, keyId: sealed.slice(1, 9), receivedAt: 5000 },
      ...{ mailboxHash: new Uint8Array(32), salt: new Uint8Array(44) },
    });
    const member = randomId();
    const thread = (item: Item, at: number) => {
      const sealed = sealItem(item, pair) ?? new Uint8Array();
      return database
        .prepare(
          `INSERT INTO threads (id, key_id, sealed, bytes, digest, mailbox_hash, salt, state, received_at, rev, changed)
           VALUES (?1, ?2, ?3, length(?3), zeroblob(32), ?4, zeroblob(44), 'open', ?5, 1, ?5)`,
        )
        .bind(item.id, sealed.slice(1, 9), sealed, new Uint8Array(32).fill(at), at);
    };
    const message = (item: Item, at: number) =>
      database
        .prepare(
          `INSERT INTO messages (id, thread_id, author, seq, member_id, digest, sealed, at, rev)
           VALUES (?, ?, 'desk', 1, ?, zeroblob(32), ?, ?, 1)`,
        )
        .bind(item.id, item.thread, member, boxItem(item, pair, mailbox.publicKey), at);
    await database.batch([
      database
        .prepare(
          `INSERT INTO members (id, name, name_key, look, look_key, role, box_key, created_at) VALUES (?1, ?2, ?3, ?2, ?3, 'member', zeroblob(32), 1)`,
        )
        .bind(member, 'Lien', 'lien'),
      thread(referral, 1000),
      message(answer, 2000),
      thread(request, 3000),
      message(requestAnswer, 4000),
    ]);
  });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run keys', () => {
  it('shows the fingerprint that the public half carries', () => {
    const { out } = run('keys/main', ['fingerprint', '--key', file('one.json')]);
    expect(out.trim()).toBe(JSON.parse(readFileSync(file('one.json.public'), 'utf8')).keys[0].fingerprint);
  });

  it('writes the secret half for its owner alone, and without the key in it', async () => {
    const opened = await openKeyFile(file('one.json'), passphraseOfOne);
    const [secret] = opened.ok ? opened.keys : [];
    const text = readFileSync(file('one.json'), 'utf8');
    for (const half of [secret?.secretKey, secret?.signingSeed]) {
      expect(half).toHaveLength(32);
      expect(text).not.toContain(toBase64url(half ?? new Uint8Array()));
    }
    expect(statSync(file('one.json')).mode & 0o077).toBe(0);
  });

  it('never overwrites a key', () => {
    const before = readFileSync(file('one.json'), 'utf8');
    const { code, err } = run('keys/main', [
      'new',
      '--key',
      file('one.json'),
      '--public',
      file('other.json'),
    ]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('exists already') });
    expect(readFileSync(file('one.json'), 'utf8')).toBe(before);
    expect(existsSync(file('other.json'))).toBe(false);
  });

  it('draws the passphrase, another one each time, shows it once, and says why', async () => {
    expect(passphraseOfOne).toMatch(/^[a-z]{6}( [a-z]{6}){3}$/);
    expect(passphraseOfTwo).not.toBe(passphraseOfOne);
    const { out } = await drawKey('three.json');
    expect(out).toContain('drawn, not chosen');
    const [, drawn = ''] = /^Passphrase: +(.+)$/m.exec(out) ?? [];
    expect(out.split(drawn)).toHaveLength(2);
  });

  it.each([
    ['a sentence of one’s own', () => ['1111111111111111', 'passwordpassword', 'de leeuw van vlaanderen']],
    ['nothing', () => []],
  ])('takes %s for no proof, and makes nothing', async (_, typed) => {
    const { code, err } = await drawKey('x.json', typed);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('Nothing was made') });
    expect(existsSync(file('x.json'))).toBe(false);
    expect(existsSync(file('x.json.public'))).toBe(false);
  });

  it('refuses a word that is no command', () => {
    expect(run('keys/main', ['dance'])).toMatchObject({ code: 1, err: expect.stringContaining('Usage') });
  });
});

describe('npm run open', () => {
  it('prints every referral, request and answer as one JSON object a line', () => {
    const { code, out, err } = open(file('one.json'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { state: 'open', at: 1000, item: referral },
      { state: null, at: 2000, item: answer },
      { state: 'open', at: 3000, item: request },
      { state: null, at: 4000, item: requestAnswer },
      { state: 'new', at: 5000, item: waiting },
    ]);
  });

  it('with a wrong passphrase says so and ends with 1', () => {
    expect(open(file('one.json'), 'not the right passphrase')).toEqual({
      code: 1,
      out: '',
      err: expect.stringContaining('The passphrase does not open this key file.'),
    });
  });

  it('with another key says what did not open and ends with 1', () => {
    expect(open(file('two.json'), passphraseOfTwo)).toEqual({
      code: 1,
      out: '',
      err: expect.stringContaining('5 of 5 envelopes did not open with this key.'),
    });
  });

  it('with a file that is no key, or none, says so and ends with 1', () => {
    expect(open(file('one.json.public'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('not a centre key'),
    });
    expect(open(file('none.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('no such key file'),
    });
    expect(run('store/open', [])).toMatchObject({ code: 1, err: expect.stringContaining('Usage') });
  });
});
