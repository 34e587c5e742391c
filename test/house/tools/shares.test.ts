import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nacl from 'tweetnacl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../../src/protocol/items/item.ts';
import { centrePair, drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { createKeyFile, openKeyFile, rotateKeyFile } from '../../../tools/keys/key-file.ts';
import { lineCount, linesOf, readLine, type Share, shareOf } from '../../../tools/keys/share-lines.ts';
import { joinShares, splitKeys } from '../../../tools/keys/shares.ts';
import { migrate, withLocalDatabase } from '../../../tools/store/local-store.ts';
import { sampleReferral } from '../../samples/referral.ts';

const folder = mkdtempSync(join(tmpdir(), 'shares-'));
const at = (name: string) => join(folder, name);
const PASSPHRASE = 'bakomi tuleva rosidu zofanu';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command of package.json as its script does. */
function run(tool: string, args: string[], passphrase = PASSPHRASE) {
  const { status, stdout, stderr } = spawnSync('node', [`tools/${tool}.ts`, ...args], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, CENTRE_PASSPHRASE: passphrase },
  });
  return { code: status, out: stdout, err: stderr };
}

/** Types lines into `keys recover`, and then the passphrase that is shown. */
function recover(lines: readonly string[], ...more: string[]) {
  const child = spawn('node', ['tools/keys/main.ts', 'recover', ...more]);
  let [out, err, passphrase] = ['', '', ''];
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdout.on('data', (chunk) => {
    out += chunk;
    const drawn = /^Passphrase: +(.+)$/m.exec(out)?.[1];
    if (passphrase !== '' || drawn === undefined) return;
    passphrase = drawn;
    child.stdin.write(`${drawn}\n`);
  });
  child.stdin.write(`${lines.join('\n')}\n`);
  return new Promise<{ code: number | null; out: string; err: string; passphrase: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err, passphrase }));
  });
}

/** The lines of a paper, as somebody types them from it: without their numbers. */
const typedFrom = (paper: string) => [...paper.matchAll(/^ *\d+ {2}(.+)$/gm)].map(([, line = '']) => line);

describe('shares', () => {
  const keys = [drawPair(), drawPair()];
  const secrets = keys.map(({ secretKey, signingSeed }) => ({ secretKey, signingSeed }));
  let shares: Share[] = [];
  beforeAll(async () => {
    shares = await splitKeys('production', keys, { count: 5, needed: 3 });
  });

  it('give the keys back, whichever three they are, and in any order', async () => {
    const three = shares.flatMap((one, i) =>
      shares.slice(i + 1).flatMap((two, j) => shares.slice(i + j + 2).map((last) => [last, one, two])),
    );
    expect(three).toHaveLength(10);
    for (const some of three) expect(await joinShares(some)).toEqual({ use: 'production', keys: secrets });
    expect(await joinShares(shares)).toEqual({ use: 'production', keys: secrets });
  });

  it('give nothing when they are too few, changed, or of two sets, whatever they say of themselves', async () => {
    expect(await joinShares(shares.slice(0, 2))).toBeNull();
    const [one, two, last] = shares as [Share, Share, Share];
    expect(await joinShares([one, two].map((share) => ({ ...share, needed: 2 })))).toBeNull();
    expect(await joinShares([one, two, two])).toBeNull();
    const [other] = await splitKeys('production', keys, { count: 5, needed: 3 });
    expect(await joinShares([one, two, { ...other, set: one.set } as Share])).toBeNull();
    for (const place of [0, 1, 40, last.bytes.length - 1]) {
      const bytes = last.bytes.map((byte, index) => (index === place ? byte ^ 1 : byte));
      expect(await joinShares([one, two, { ...last, bytes }])).toBeNull();
    }
  });

  it('stand in lines that can be read back, however they are typed', () => {
    for (const share of shares) {
      const lines = linesOf(share);
      expect(lines).toHaveLength(lineCount(2));
      for (const line of lines) expect(line).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}( [0-9A-HJKMNP-TV-Z]{4}){4}$/);
      let first: Uint8Array | null = null;
      const read = lines.map((line, index) => {
        const typed = line.toLowerCase().replaceAll(' ', '-').replaceAll('0', 'o').replaceAll('1', 'l');
        const one = readLine(typed, index + 1, first);
        if (!one.ok) throw new Error(one.code);
        first ??= one.bytes;
        return one.bytes;
      });
      expect(shareOf(read)).toEqual(share);
    }
  });

  it('tell in which line a slip is: another letter, two that changed places, the line of another share', () => {
    const [mine = [], theirs = []] = shares.map(linesOf);
    const head = readLine(mine[0] ?? '', 1, null);
    if (!head.ok) throw new Error('a first line is not read');
    const line = (mine[1] ?? '').replaceAll(' ', '');
    for (let place = 0; place < line.length; place++) {
      const letter = line[place] === 'X' ? 'Y' : 'X';
      const slip = line.slice(0, place) + letter + line.slice(place + 1);
      expect(readLine(slip, 2, head.bytes)).toEqual({ ok: false, code: 'check' });
      const [one, next] = [line[place], line[place + 1]];
      if (next === undefined || one === next) continue;
      const turned = `${line.slice(0, place)}${next}${one}${line.slice(place + 2)}`;
      expect(readLine(turned, 2, head.bytes)).toEqual({ ok: false, code: 'check' });
    }
    expect(readLine(line, 3, head.bytes)).toEqual({ ok: false, code: 'check' });
    expect(readLine(theirs[1] ?? '', 2, head.bytes)).toEqual({ ok: false, code: 'check' });
    expect(readLine(line.slice(1), 2, head.bytes)).toEqual({ ok: false, code: 'length' });
    expect(readLine(line.replace(/./, 'U'), 2, head.bytes)).toEqual({ ok: false, code: 'letter' });
  });
});

describe('from all that opens being lost to everything readable', () => {
  const [early, late] = ['before the key was replaced', 'after it'].map((story) =>
    sampleReferral({ mailbox: toBase64url(nacl.box.keyPair().publicKey), story }),
  ) as [Item, Item];
  const files = ['--key', at('new.json'), '--public', at('public.json')];
  const papers = () =>
    readdirSync(at('papers')).map((name) => readFileSync(join(at('papers'), name), 'utf8'));
  let drawn = '';

  beforeAll(async () => {
    await createKeyFile('local', PASSPHRASE, at('key.json'), at('public.json'));
    await rotateKeyFile(PASSPHRASE, at('key.json'), at('public.json'));
    const opened = await openKeyFile(at('key.json'), PASSPHRASE);
    const [newest, older] = opened.ok ? opened.keys.map(centrePair) : [];
    if (!newest || !older) throw new Error('not two keys');
    migrate(at('state'));
    await withLocalDatabase(at('state'), (database) =>
      database.batch(
        [[early, older] as const, [late, newest] as const].map(([item, pair], index) => {
          const sealed = sealItem(item, pair) ?? new Uint8Array();
          return database
            .prepare(
              `INSERT INTO threads (id, key_id, sealed, bytes, digest, mailbox_hash, salt, state, received_at, rev, changed)
               VALUES (?1, ?2, ?3, length(?3), zeroblob(32), ?4, zeroblob(44), 'open', ?5, 1, ?5)`,
            )
            .bind(item.id, sealed.slice(1, 9), sealed, new Uint8Array(32).fill(index), index + 1);
        }),
      ),
    );
  });

  it('five papers are written for their keepers alone, each of them without the key', async () => {
    const { code, out } = run('keys/main', ['split', '--key', at('key.json'), '--out', at('papers')]);
    expect(code).toBe(0);
    expect(papers()).toHaveLength(5);
    expect(out).not.toMatch(/([0-9A-Z]{4} ){4}/);
    for (const name of readdirSync(at('papers')))
      expect(statSync(join(at('papers'), name)).mode & 0o077).toBe(0);
    const opened = await openKeyFile(at('key.json'), PASSPHRASE);
    const secret = opened.ok ? opened.keys.map(({ secretKey }) => toBase64url(secretKey)) : [];
    for (const paper of papers()) for (const key of secret) expect(paper).not.toContain(key);
  });

  it('any three papers, typed with slips, make a key file under a new passphrase, and it opens the store', async () => {
    rmSync(at('key.json'));
    const before = readFileSync(at('public.json'), 'utf8');
    const [one, , three, , five] = papers().map(typedFrom) as [
      string[],
      string[],
      string[],
      string[],
      string[],
    ];
    // A wrong line is asked again; a share that was there already, too.
    const typed = [one[0] ?? '', 'XXXX', one[2] ?? '', ...one.slice(1), ...one, ...five, ...three];
    const done = await recover(typed, ...files);
    expect(done).toMatchObject({ code: 0, err: expect.stringContaining('typed already') });
    drawn = done.passphrase;
    expect(drawn).toMatch(/^[a-z]{6}( [a-z]{6}){3}$/);
    expect(readFileSync(at('public.json'), 'utf8')).toBe(before);
    expect(statSync(at('new.json')).mode & 0o077).toBe(0);
    const opened = run('store/open', ['--local', '--state', at('state'), '--key', at('new.json')], drawn);
    expect({ code: opened.code, err: opened.err }).toEqual({ code: 0, err: '' });
    expect(
      opened.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).item),
    ).toEqual([early, late]);
  });

  it('papers are tried without anything being written', async () => {
    const [, two = [], three = [], four = []] = papers().map(typedFrom);
    const done = await recover([...two, ...three, ...four], ...files, '--check');
    expect(done).toMatchObject({
      code: 0,
      passphrase: '',
      out: expect.stringContaining('Nothing was written'),
    });
    for (const { fingerprint } of JSON.parse(readFileSync(at('public.json'), 'utf8')).keys)
      expect(done.out).toContain(fingerprint);
  });

  it('says what the papers lack of keys that the site has since, and refuses another centre’s', async () => {
    const [one = [], two = [], three = []] = papers().map(typedFrom);
    await rotateKeyFile(drawn, at('new.json'), at('public.json'));
    const [newest] = JSON.parse(readFileSync(at('public.json'), 'utf8')).keys;
    const old = await recover([...one, ...two, ...three], ...files, '--check');
    expect(old).toMatchObject({ code: 0, err: expect.stringContaining(newest.fingerprint) });
    await createKeyFile('local', PASSPHRASE, at('other.json'), at('other.public.json'));
    const other = await recover([...one, ...two, ...three], '--public', at('other.public.json'), '--check');
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('another key') });
  });

  it('is refused where it would be unsafe, and changes nothing', async () => {
    const split = (...more: string[]) => run('keys/main', ['split', '--key', at('other.json'), ...more]);
    const refused = (told: string) => ({ code: 1, err: expect.stringContaining(told) });
    expect(split('--out', 'dist')).toMatchObject(refused('git'));
    expect(split('--out', at('papers'))).toMatchObject(refused('exists already'));
    expect(split('--needed', '1')).toMatchObject(refused('--needed'));
    expect(split('--shares', '2', '--needed', '3')).toMatchObject(refused('--needed'));
    mkdirSync(at('none'));
    expect(
      run('keys/main', ['split', '--key', at('other.json'), '--out', at('none')], 'wrong'),
    ).toMatchObject(refused('does not open'));
    expect(readdirSync(at('none'))).toEqual([]);
    expect(await recover([], '--key', at('new.json'))).toMatchObject(refused('exists already'));
    expect(await recover([], '--key', 'x.secret.json')).toMatchObject(refused('git'));
    expect(await recover([''], '--key', at('x.json'), '--public', at('x.public'))).toMatchObject(
      refused('Nothing was typed'),
    );
    for (const file of ['x.secret.json', at('x.json'), at('x.public')]) expect(existsSync(file)).toBe(false);
  });
});
