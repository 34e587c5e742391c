import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nacl from 'tweetnacl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unstable_readConfig } from 'wrangler';
import { boxItem } from '../../../src/protocol/seal/authenticated-box.ts';
import { type CentrePair, centrePair, drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../src/protocol/wire/digest.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { createKeyFile, openKeyFile } from '../../../tools/keys/key-file.ts';
import { migrate, withLocalDatabase, wranglerEnvironment } from '../../../tools/store/local-store.ts';
import { sampleAnswer } from '../../samples/answer.ts';
import { sampleState } from '../../samples/desk-items.ts';
import { sampleReferral } from '../../samples/referral.ts';
import { sampleRequest } from '../../samples/request.ts';
import { forgedAnswer } from '../../support/forged-answer.ts';
import { writtenTrail } from '../../support/trail.ts';
import { type Written, writtenThread } from '../../support/written-thread.ts';

/** Debian's own, for which python3-nacl is. */
const PYTHON = '/usr/bin/python3';

/** Why the second implementation can't run here; null where it can. */
const missing = (() => {
  const run = spawnSync(PYTHON, ['-c', 'import nacl'], { encoding: 'utf8' });
  if (run.error) return `${PYTHON} is not here`;
  return run.status === 0 ? null : 'python3-nacl is not installed';
})();
if (missing) console.log(`Not run: the second implementation of the wire format, because ${missing}.`);

const PASSPHRASE = 'bafido kenuma lopiso ratuve';
const folder = mkdtempSync(join(tmpdir(), 'second-'));
const at = (name: string) => join(folder, name);
// Where wrangler looks for the store beside its own settings.
const state = at('.wrangler/state');
const ana = { id: randomId(), name: 'Ana' };

type Line = { table: string; id: string; item?: unknown; fault?: string; warning?: string };
type Entry = { id: string; seq: number; envelope: Uint8Array };

const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();

/** A thread that somebody wrote: its first item, the two sides of it, and what a member says who takes it. */
function newThread(pair: CentrePair, request = false) {
  const mailbox = nacl.box.keyPair();
  const publicKey = toBase64url(mailbox.publicKey);
  const item = request ? sampleRequest({ mailbox: publicKey }) : sampleReferral({ mailbox: publicKey });
  const sealed = sealItem(item, pair) ?? new Uint8Array();
  const first = toBase64url(digestOf(sealed));
  const sides = writtenThread({ thread: item.id, first, mailbox, centre: pair });
  const said = sampleState(item.id, { first, mailbox: publicKey }, { owner: ana });
  const entry: Entry = {
    id: said.id,
    seq: 1,
    envelope: boxItem(said, pair, pair.publicKey) ?? new Uint8Array(),
  };
  return { item, mailbox, sealed, sides, said, entry };
}

/** Lays a thread into the store as the worker does. */
function insert(
  database: D1Database,
  { item, sealed }: Pick<ReturnType<typeof newThread>, 'item' | 'sealed'>,
  messages: readonly [author: string, message: Pick<Written, 'id' | 'envelope' | 'seq'>][],
  entries: readonly Entry[] = [],
  takenBy: string | null = entries.length > 0 ? ana.id : null,
) {
  const statements = [
    database
      .prepare(
        `INSERT INTO threads (id, key_id, sealed, bytes, digest, mailbox_hash, salt, state, received_at, taken_by, changed)
         SELECT ?1, ?2, ?3, length(?3), ?4, randomblob(32), zeroblob(44), iif(?5 IS NULL, 'new', 'taken'), n, ?5, n + 1
         FROM changes`,
      )
      .bind(item.id, sealed.slice(1, 9), sealed, digestOf(sealed), takenBy),
    ...messages.map(([author, { id, envelope, seq }], index) =>
      database
        .prepare(
          `INSERT INTO messages (id, thread_id, rev, author, seq, member_id, at, prev, mac, digest, sealed)
           VALUES (?, ?, ?, ?4, ?, iif(?4 = 'desk', ?, NULL), 1, iif(?4 = 'desk', NULL, zeroblob(32)),
                   iif(?4 = 'desk', NULL, zeroblob(32)), ?, ?)`,
        )
        .bind(id, item.id, index + 1, author, seq, ana.id, digestOf(bytes(envelope)), bytes(envelope)),
    ),
    ...entries.map(({ id, seq, envelope }) =>
      database
        .prepare('INSERT INTO entries VALUES (?, ?, ?, ?, 1, ?, ?)')
        .bind(id, item.id, seq, ana.id, digestOf(envelope), envelope),
    ),
  ];
  return database.batch(statements);
}

/** Exports the store as an operator does, and reads it with the document's reader. */
function read(): { code: number | null; lines: Line[]; err: string } {
  const exported = spawnSync(
    'wrangler',
    ['d1', 'export', 'DB', '--local', '-c', at('store.json'), '--output', at('store.sql')],
    { encoding: 'utf8', env: wranglerEnvironment() },
  );
  expect(exported.stderr).toBe('');
  const script = 'test/second-implementation/read_store.py';
  const run = spawnSync(PYTHON, [script, at('store.sql'), at('secret.json')], {
    encoding: 'utf8',
    input: `${PASSPHRASE}\n`,
  });
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  return { code: run.status, lines: lines.map((line): Line => JSON.parse(line)), err: run.stderr };
}

describe.skipIf(missing !== null)(
  'a second implementation, in another language, by the document alone',
  () => {
    let pair: CentrePair;
    beforeAll(async () => {
      await createKeyFile('local', PASSPHRASE, at('secret.json'), at('public.json'));
      const opened = await openKeyFile(at('secret.json'), PASSPHRASE);
      const [secret] = opened.ok ? opened.keys : [];
      if (!secret) throw new Error('the key file does not open');
      pair = centrePair(secret);
      migrate(state);
      const { d1_databases } = unstable_readConfig({ config: 'wrangler.toml' });
      writeFileSync(at('store.json'), JSON.stringify({ name: 'store', d1_databases }));
      await withLocalDatabase(state, (database) =>
        database
          .prepare(
            `INSERT INTO members (id, name, name_key, look, look_key, role, box_key, created_at) VALUES (?1, ?2, ?3, ?2, ?3, 'member', zeroblob(32), 1)`,
          )
          .bind(ana.id, 'Ana', 'ana')
          .run(),
      );
    }, 120_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('opens a referral, a request, their messages and what was said with taking it, and finds nothing wrong', async () => {
      const [referral, request] = [newThread(pair), newThread(pair, true)];
      const { reporter, desk } = referral.sides;
      const messages: [string, Written][] = [
        ['reporter', reporter('Are you there? 😀')],
        ['desk', desk('Yes.')],
        ['reporter', reporter('Thank you.')],
        ['desk', desk('Until then.')],
      ];
      await withLocalDatabase(state, async (database) => {
        await insert(database, referral, messages, [referral.entry]);
        await insert(database, request, []);
      });
      const { code, lines, err } = read();
      expect([code, err]).toEqual([0, '']);
      expect(lines).toMatchObject([
        { table: 'threads', item: referral.item },
        { table: 'messages', item: { author: 'reporter', text: 'Are you there? 😀' } },
        { table: 'messages', item: { author: 'desk', text: 'Yes.' } },
        { table: 'messages', item: { author: 'reporter', text: 'Thank you.' } },
        { table: 'messages', item: { author: 'desk', text: 'Until then.' } },
        { table: 'entries', item: referral.said },
        { table: 'threads', item: request.item },
      ]);
      expect(lines.some((line) => line.fault ?? line.warning)).toBe(false);
    });

    it('follows what members did, and names what was taken out or written by nobody with the key', async () => {
      const [own, bos] = [writtenTrail(ana.id, pair), writtenTrail(ana.id.replace(/^./, 'z'), pair)];
      const acts = [own.next('took'), own.next('closed')];
      const seen = own.end();
      const witness = bos.next('noted', { seen: seen ? [seen] : [] });
      const lay = (database: D1Database, links: readonly (typeof witness)[]) =>
        database.batch([
          database.prepare('DELETE FROM acts'),
          database.prepare('DELETE FROM audit'),
          database.prepare('DROP TRIGGER IF EXISTS audit_next'),
          ...links.flatMap(({ act, link }, at) => [
            database
              .prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?)')
              .bind(at + 1, ana.id, at + 1, digestOf(link), link),
            database
              .prepare('INSERT INTO acts VALUES (?, ?, NULL, ?)')
              .bind(act.id, at + 1, bytes(act.envelope)),
          ]),
        ]);
      const warned = () =>
        read()
          .lines.filter(({ table }) => table === 'audit')
          .map(({ warning, fault }) => fault ?? warning ?? 'whole');
      await withLocalDatabase(state, (database) => lay(database, [...acts, witness]));
      expect(warned()).toEqual(['whole', 'whole', 'whole']);
      await withLocalDatabase(state, (database) => lay(database, [...acts.slice(0, 1), witness]));
      expect(warned()).toEqual(['whole', 'whole', 'cut']);
      const forged = writtenTrail(ana.id, drawPair()).next('took');
      const sealedByUs = { ...forged, act: acts[0]?.act ?? forged.act };
      await withLocalDatabase(state, (database) => lay(database, [sealedByUs]));
      expect(warned()).toEqual(['forged']);
      await withLocalDatabase(state, (database) => lay(database, []));
    }, 120_000);

    it('names what was left out, changed, forged, set or put in the place of another', async () => {
      const [dropped, forged, replaced, owned] = [1, 2, 3, 4].map(() => newThread(pair)) as [
        ReturnType<typeof newThread>,
        ReturnType<typeof newThread>,
        ReturnType<typeof newThread>,
        ReturnType<typeof newThread>,
      ];
      const one = dropped.sides.reporter('1');
      dropped.sides.reporter('2');
      const three = dropped.sides.reporter('3');
      const lie = sampleAnswer(forged.item.id, 'Come here');
      const envelope = toBase64url(forgedAnswer(lie, pair, forged.mailbox.secretKey));
      const broken = bytes(forged.sides.reporter('Broken').envelope);
      broken[200] = (broken[200] ?? 0) ^ 1;
      const changed = { id: randomId(), envelope: toBase64url(broken), seq: 1 };
      const other = { ...replaced.item, mailbox: toBase64url(nacl.box.keyPair().publicKey) };
      await withLocalDatabase(state, async (database) => {
        await insert(database, dropped, [
          ['reporter', one],
          ['reporter', three],
        ]);
        await insert(database, forged, [
          ['desk', { id: lie.id, envelope, seq: 1 }],
          ['reporter', changed],
        ]);
        const sealed = sealItem(other, pair) ?? new Uint8Array();
        await insert(database, { item: other, sealed }, [], [replaced.entry]);
        await insert(database, owned, [], [], ana.id);
      });
      const { code, lines } = read();
      expect(code).toBe(1);
      const wrong = lines.filter((line) => line.fault ?? line.warning);
      expect(wrong.map(({ table, id, fault, warning }) => [table, id, fault ?? warning])).toEqual([
        ['messages', three.id, 'missing'],
        ['messages', lie.id, 'signature_broken'],
        ['messages', changed.id, 'box_broken'],
        ['entries', replaced.entry.id, 'replaced'],
        ['threads', replaced.item.id, 'unfit'],
        ['threads', owned.item.id, 'unfit'],
      ]);
      // What is wrong hides nothing: the message behind the one that is gone is given with its words.
      expect(lines.find(({ id }) => id === three.id)?.item).toMatchObject({ text: '3' });
    });
  },
);
