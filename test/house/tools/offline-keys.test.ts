import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleKeys } from '../../../tools/keys/bundle.ts';
import { workTreeOf } from '../../../tools/keys/work-tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'offline-keys-'));
let bundled = '';

beforeAll(async () => {
  bundled = await bundleKeys();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every Node that this computer has: the one that runs this, and the system's own, which may be older. */
const nodes = [process.execPath, '/usr/bin/node', '/usr/local/bin/node'].filter((node) => existsSync(node));
/** A program is cut off from every network where the system lets us. */
const cut = spawnSync('unshare', ['-n', 'true']).status === 0 ? ['unshare', '-n'] : [];

describe('keys.mjs', () => {
  it('needs nothing but Node, and is the same wherever it is made', async () => {
    const imports = [...bundled.matchAll(/^import .* from "([^"]+)"/gm)].map(([, name]) => name);
    expect(imports.length).toBeGreaterThan(0);
    for (const name of imports) expect(name).toMatch(/^node:/);
    expect(bundled).not.toContain(resolve('.'));
    expect(bundled).not.toMatch(/\bfetch\(|node:(http|https|net|dns|tls)"/);
    expect(await bundleKeys()).toBe(bundled);
  });

  it.each(nodes)('in an empty folder, without a network, starts under %s', (node) => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    writeFileSync(join(empty, 'keys.mjs'), bundled);
    const run = (...args: string[]) => {
      const [program = '', ...words] = [...cut, node, 'keys.mjs', ...args];
      return spawnSync(program, words, { cwd: empty, encoding: 'utf8', env: {}, input: '' });
    };
    expect(run('--wat')).toMatchObject({ status: 1, stderr: expect.stringContaining('node keys.mjs new') });
    expect(run('fingerprint')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no such key file'),
    });
    expect(readdirSync(empty)).toEqual(['keys.mjs']);
  });
});

/** Draws a key as a person does: types the passphrase that is shown, if one is; else that of the environment counts. */
async function draw(node: string, cwd: string): Promise<{ code: number | null; out: string }> {
  const [program = '', ...words] = [...cut, node, 'keys.mjs', 'new'];
  const env = { CENTRE_PASSPHRASE: 'a passphrase for the tests' };
  const run = spawn(program, words, { cwd, env, stdio: ['pipe', 'pipe', 'inherit'] });
  let out = '';
  let typed = false;
  run.stdout.on('data', (piece: Buffer) => {
    out += piece;
    const shown = /^Passphrase: +(.+)$/m.exec(out)?.[1];
    if (!shown || typed) return;
    typed = true;
    run.stdin.end(`${shown}\n`);
  });
  const code = await new Promise<number | null>((resolve) => run.once('close', resolve));
  return { code, out };
}

it.each(nodes)('keys.mjs draws a key there under %s, and shows its fingerprint', async (node) => {
  const empty = mkdtempSync(join(folder, 'draw-'));
  writeFileSync(join(empty, 'keys.mjs'), bundled);
  expect((await draw(node, empty)).code).toBe(0);
  expect(readdirSync(empty).sort()).toEqual(['centre-key.json', 'centre-key.secret.json', 'keys.mjs']);
  const { keys, use } = JSON.parse(readFileSync(join(empty, 'centre-key.json'), 'utf8'));
  const [{ fingerprint }] = keys;
  expect(use).toBe('production');
  const again = spawnSync(node, ['keys.mjs', 'fingerprint'], { cwd: empty, encoding: 'utf8' });
  expect(again.stdout.trim()).toBe(fingerprint);
});

describe('a secret', () => {
  const inside = (...parts: string[]) => join(folder, 'house', ...parts);
  beforeAll(() => {
    mkdirSync(inside('deep/er'), { recursive: true });
    mkdirSync(join(folder, 'elsewhere'));
    mkdirSync(join(folder, 'bare/objects'), { recursive: true });
    mkdirSync(join(folder, 'bare/refs'));
    writeFileSync(join(folder, 'bare/HEAD'), 'ref: refs/heads/main\n');
    spawnSync('git', ['init', '-q', inside()]);
    // A second work tree, and a submodule, have a file in place of the folder.
    mkdirSync(join(folder, 'second'));
    writeFileSync(join(folder, 'second/.git'), `gitdir: ${inside('.git/worktrees/second')}\n`);
    symlinkSync(inside('deep'), join(folder, 'link'));
  });

  it.each([
    ['in a work tree', 'house/key.json', 'house'],
    ['below one, also where no folder is yet', 'house/deep/er/new/key.json', 'house'],
    ['in .git itself', 'house/.git/key.json', 'house/.git'],
    ['in a second work tree', 'second/key.json', 'second'],
    ['behind a link into one', 'link/key.json', 'house'],
    ['in a bare repository', 'bare/key.json', 'bare'],
  ])('is refused %s', (_, file, tree) => {
    expect(workTreeOf(join(folder, file), {})).toBe(join(folder, tree));
  });

  it('is refused where the environment says that the folder belongs to a repository', () => {
    const file = join(folder, 'elsewhere/key.json');
    expect(workTreeOf(file, { GIT_DIR: inside('.git'), GIT_WORK_TREE: join(folder, 'elsewhere') })).toBe(
      join(folder, 'elsewhere'),
    );
    expect(workTreeOf(resolve('key.json'), { GIT_DIR: '/elsewhere/.git' })).toBe(resolve('.'));
  });

  it('is let be anywhere else', () => {
    expect(workTreeOf(join(folder, 'elsewhere/key.json'), {})).toBeNull();
    expect(
      workTreeOf(join(folder, 'house-next-door/key.json'), { GIT_DIR: 'x', GIT_WORK_TREE: inside() }),
    ).toBeNull();
  });

  it.each([
    'centre-key.secret.json',
    'new.secret.json',
    'invite.sql',
    'keys/invitation.sql',
    '.dev.vars',
    '.env',
    'a.passphrase',
  ])('would not be added by “git add .”: %s', (file) => {
    expect(spawnSync('git', ['check-ignore', '-q', '--no-index', file]).status).toBe(0);
  });

  it('does not hide the migrations', () => {
    expect(readdirSync('functions/migrations')).not.toEqual([]);
    for (const file of readdirSync('functions/migrations')) {
      expect(
        spawnSync('git', ['check-ignore', '-q', '--no-index', `functions/migrations/${file}`]).status,
      ).toBe(1);
    }
    expect(readFileSync('.gitignore', 'utf8')).toContain('*.secret.json');
  });
});
