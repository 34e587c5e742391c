import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nacl from 'tweetnacl';
import { afterAll, expect, it } from 'vitest';
import { NEXT_CHANGE } from '../../../functions/store/changes.ts';
import type { Item } from '../../../src/protocol/items/item.ts';
import { boxItem, openAnswer } from '../../../src/protocol/seal/authenticated-box.ts';
import { centrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { drawMailboxSalt } from '../../../src/protocol/seal/mailbox.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import { MailboxBody } from '../../../src/protocol/wire/api/mailbox.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { type CentreKey, describedKey, PublishedKeys } from '../../../src/protocol/wire/centre-key.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { createKeyFile, openKeyFile } from '../../../tools/keys/key-file.ts';
import { freePort } from '../../../tools/serve/port.ts';
import { serveSite } from '../../../tools/serve/serve-site.ts';
import { migrate, withLocalDatabase } from '../../../tools/store/local-store.ts';
import { sampleAnswer } from '../../samples/answer.ts';
import { sampleReferral } from '../../samples/referral.ts';
import { writeSmallPages } from '../../support/small-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'rotation-'));
const at = (name: string) => join(folder, name);
const PASSPHRASE = 'bakomi tuleva rosidu zofanu';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command of package.json as its script does. */
function run(tool: string, args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [`tools/${tool}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, CENTRE_PASSPHRASE: PASSPHRASE },
  });
  return { code: status, out: stdout, err: stderr };
}

const rotate = (secret = at('secret.json'), open = at('public.json')) =>
  run('keys/main', ['rotate', '--key', secret, '--public', open]);

/** What the public file says: what a build puts into its pages and into key.json. */
const published = () => PublishedKeys.parse(JSON.parse(readFileSync(at('public.json'), 'utf8')));

const keysOf = ({ keys }: PublishedKeys): CentreKey[] => keys.map(describedKey).filter((key) => key !== null);

/** Serves a site that publishes the keys of today, over the one store, while `use` works with it. */
async function whileServed<T>(use: (origin: string) => Promise<T>): Promise<T> {
  writeSmallPages(at('pages'), published());
  const site = await serveSite({
    port: await freePort(),
    pages: at('pages'),
    state: at('state'),
    log: at('log'),
  });
  try {
    return await use(site.origin);
  } finally {
    await site.stop();
  }
}

/** A person with a code: sends a referral as a page with this key does, and reads the mailbox with a list of keys. */
function person(story: string) {
  const mailbox = nacl.box.keyPair();
  const token = crypto.getRandomValues(new Uint8Array(32));
  const item = sampleReferral({ mailbox: toBase64url(mailbox.publicKey), story });
  return {
    item,
    mailbox,
    async send(origin: string, key: CentreKey) {
      const envelope = toBase64url(sealItem(item, key) ?? new Uint8Array());
      const salt = toBase64url(drawMailboxSalt());
      const body = JSON.stringify({ envelope, mailbox: toBase64url(await sha256(token)), salt });
      const headers = { 'Content-Type': 'application/json', Origin: origin };
      const answer = await fetch(`${origin}/api/referrals/${item.id}`, { method: 'PUT', body, headers });
      return answer.status;
    },
    async read(origin: string, keys: readonly CentreKey[]) {
      const headers = { Authorization: `Bearer ${toBase64url(token)}` };
      const answer = await fetch(`${origin}/api/mailbox`, { headers });
      const { thread, messages } = MailboxBody.parse(await answer.json());
      return messages.map((message) => {
        const bytes = message.author === 'desk' ? fromBase64url(message.envelope) : null;
        const place = { thread, id: message.id };
        const opened = bytes && openAnswer(bytes, keys, mailbox.secretKey, place);
        return opened?.ok && opened.item.kind === 'message' ? opened.item.text : null;
      });
    },
  };
}

/** Puts an answer into a thread as the desk makes it: boxed with the newest key of the key file. */
async function answerTo({ item, mailbox }: ReturnType<typeof person>, text: string): Promise<Item> {
  const opened = await openKeyFile(at('secret.json'), PASSPHRASE);
  const [newest] = opened.ok ? opened.keys : [];
  if (!newest) throw new Error('the key file does not open');
  const answer = sampleAnswer(item.id, text);
  const envelope = boxItem(answer, centrePair(newest), mailbox.publicKey);
  await withLocalDatabase(at('state'), async (database) => {
    const member = randomId();
    await database.batch([
      database
        .prepare(
          `INSERT INTO members (id, name, name_key, look, look_key, role, box_key, created_at) VALUES (?1, ?2, ?3, ?2, ?3, 'member', zeroblob(32), 1)`,
        )
        .bind(member, member, member),
      database
        .prepare(
          `INSERT INTO messages (id, thread_id, author, seq, member_id, digest, sealed, at, rev)
           SELECT ?, id, 'desk', rev + 1, ?, zeroblob(32), ?, 2000, rev + 1 FROM threads WHERE id = ?`,
        )
        .bind(answer.id, member, envelope, item.id),
      database
        .prepare(`UPDATE threads SET rev = rev + 1, changed = ${NEXT_CHANGE} WHERE id = ?`)
        .bind(item.id),
    ]);
  });
  return answer;
}

it('a rotated key leaves nothing unreadable: old and new answers, old and new referrals, an old page', async () => {
  await createKeyFile('local', PASSPHRASE, at('secret.json'), at('public.json'));
  migrate(at('state'));
  const [early, late, stale] = [person('before'), person('after'), person('from an old page')];

  const [old] = keysOf(published());
  if (!old) throw new Error('no key');
  expect(await whileServed((origin) => early.send(origin, old))).toBe(201);
  const first = await answerTo(early, 'before');

  const { code, out } = rotate();
  expect(code).toBe(0);
  const { keys } = published();
  expect(keys).toHaveLength(2);
  expect(out).toContain(keys[0]?.fingerprint);
  const shown = run('keys/main', ['fingerprint', '--key', at('secret.json')]).out;
  expect(shown.trim().split('\n')).toEqual(keys.map(({ fingerprint }) => fingerprint));

  const second = await answerTo(early, 'after');
  await whileServed(async (origin) => {
    const [newest, before] = keysOf(published());
    if (!newest || !before) throw new Error('not two keys');
    expect(before).toEqual(old);
    expect(await late.send(origin, newest)).toBe(201);
    expect(await stale.send(origin, old)).toBe(201);
    expect(await early.read(origin, [newest, before])).toEqual(['before', 'after']);
    // What the page of the day before can't read yet, it will after it is loaded again.
    expect(await early.read(origin, [before])).toEqual(['before', null]);
  });

  const opened = run('store/open', ['--local', '--state', at('state'), '--key', at('secret.json')]);
  expect({ code: opened.code, err: opened.err }).toEqual({ code: 0, err: '' });
  const items = opened.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).item);
  const all = [early.item, late.item, stale.item, first, second];
  expect(items).toHaveLength(all.length);
  expect(items).toEqual(expect.arrayContaining(all));
}, 180_000);

it('a rotation that is refused changes nothing, and says why', async () => {
  await createKeyFile('production', PASSPHRASE, at('real.json'), at('real.public.json'));
  const before = readFileSync(at('real.json'), 'utf8');
  const refused = (told: string) => ({ code: 1, err: expect.stringContaining(told) });
  expect(rotate(at('real.json'), at('real.public.json'))).toMatchObject(refused('the real site'));
  expect(readFileSync(at('real.json'), 'utf8')).toBe(before);
  await createKeyFile('local', PASSPHRASE, at('one.json'), at('one.public.json'));
  const halves = () => ['one.json', 'one.public.json'].map((name) => readFileSync(at(name), 'utf8'));
  const kept = halves();
  expect(rotate(at('one.json'), at('real.public.json'))).toMatchObject(refused('not the public half'));
  expect(rotate(at('one.json'), at('none.json'))).toMatchObject(refused('not the public half'));
  const wrong = spawnSync(
    'node',
    ['tools/keys/main.ts', 'rotate', '--key', at('one.json'), '--public', at('one.public.json')],
    { encoding: 'utf8', env: { ...process.env, CENTRE_PASSPHRASE: 'another one' } },
  );
  expect(wrong).toMatchObject({ status: 1, stderr: expect.stringContaining('does not open') });
  expect(halves()).toEqual(kept);
});
