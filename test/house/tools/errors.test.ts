import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeyFile } from '../../../tools/keys/key-file.ts';
import { wordsOf } from '../../../tools/terminal/run-tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'errors-'));
const PASSPHRASE = 'a passphrase for the tests';
const key = join(folder, 'key.json');
const busy = createServer();
let port = 0;

beforeAll(async () => {
  await createKeyFile('production', PASSPHRASE, key, join(folder, 'public.json'));
  writeFileSync(join(folder, 'broken.json'), '{ "v": 1, ');
  mkdirSync(join(folder, 'empty/v3/d1'), { recursive: true });
  await new Promise<void>((resolve) => busy.listen(0, 'localhost', resolve));
  port = (busy.address() as AddressInfo).port;
});

afterAll(() => {
  busy.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command of package.json as it stands there, without what installs first. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [, file = ''] = /node (tools\/[\w/-]+\.m?ts)$/.exec(scripts[command]) ?? [];
  const { CENTRE_PASSPHRASE: _, SITE_ENV: __, ...rest } = process.env;
  const done = spawnSync(process.execPath, [file, ...args], {
    encoding: 'utf8',
    input: '',
    env: { ...rest, CENTRE_PASSPHRASE: PASSPHRASE, ...env },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** What goes wrong, with which command, words and environment, and how the sentence must read. */
const BROKEN: [string, string, () => { args?: string[]; env?: NodeJS.ProcessEnv }, RegExp][] = [
  [
    'start',
    'the port is in use',
    () => ({ env: { PORT: String(port) } }),
    /^Port \d+ is in use\. .*PORT=\d+ npm start$/,
  ],
  ['start', 'the port is no number', () => ({ env: { PORT: 'abc' } }), /^PORT is “abc”\. Give it a number/],
  [
    'start',
    'an option is unknown',
    () => ({ args: ['--wat'] }),
    /^Unknown option '--wat'\.[\s\S]*Usage: npm start/,
  ],
  [
    'dev',
    'the store can’t be made',
    () => ({ env: { PATH: '/nowhere' } }),
    /^The store could not be prepared: wrangler is not installed\./,
  ],
  [
    'build',
    'there is no key',
    () => ({ env: { CENTRE_KEY_FILE: join(folder, 'none') } }),
    /^There is no centre key at/,
  ],
  [
    'build',
    'the key is damaged',
    () => ({ env: { CENTRE_KEY_FILE: join(folder, 'broken.json') } }),
    /or it is damaged/,
  ],
  ['build', 'an option is unknown', () => ({ args: ['--wat'] }), /^Unknown option '--wat'\.[\s\S]*Usage:/],
  [
    'test',
    'there is no browser',
    () => ({ args: ['browser'], env: { CHROMIUM_PATH: '/nowhere/c' } }),
    /^CHROMIUM_PATH is \/nowhere\/c, and nothing is there/,
  ],
  [
    'test',
    'the port is in use',
    () => ({ args: ['browser'], env: { TEST_PORT: String(port) } }),
    /^Port \d+ is in use/,
  ],
  [
    'check',
    'there is no such part',
    () => ({ args: ['everything'] }),
    /^There is no part “everything”\. The parts: /,
  ],
  ['check', 'an option is unknown', () => ({ args: ['--wat'] }), /^Unknown option '--wat'\.[\s\S]*Usage:/],
  ['keys', 'a word is no command', () => ({ args: ['dance'] }), /^Usage:/],
  [
    'keys',
    'an option is unknown',
    () => ({ args: ['new', '--wat'] }),
    /^Unknown option '--wat'\.[\s\S]*Usage:/,
  ],
  [
    'keys',
    'the key would lie in a repository',
    () => ({ args: ['new'] }),
    /centre-key\.secret\.json would lie in the git repository/,
  ],
  [
    'keys',
    'there is no such folder',
    () => ({ args: ['new', '--key', join(folder, 'no/where.json')] }),
    /^There is no folder .*no\. Make it first/,
  ],
  [
    'keys',
    'there is no key file',
    () => ({ args: ['fingerprint', '--key', join(folder, 'none')] }),
    /none: There is no such key file\.$/,
  ],
  [
    'keys',
    'an option of bundle is unknown',
    () => ({ args: ['bundle', '--wat'] }),
    /^Unknown option '--wat'\.[\s\S]*Usage:/,
  ],
  ['invite', 'words are missing', () => ({}), /^Usage:/],
  [
    'invite',
    'there is no key file',
    () => ({ args: ['--local', '--key', join(folder, 'none')] }),
    /none: There is no such key file\.$/,
  ],
  [
    'invite',
    'the key file is damaged',
    () => ({ args: ['--local', '--key', join(folder, 'broken.json')] }),
    /not a centre key file, or it is damaged/,
  ],
  [
    'invite',
    'the passphrase is wrong',
    () => ({ args: ['--local', '--key', key], env: { CENTRE_PASSPHRASE: 'wrong' } }),
    /The passphrase does not open this key file\.$/,
  ],
  [
    'invite',
    'there is no store',
    () => ({ args: ['--local', '--key', key, '--state', join(folder, 'none')] }),
    /^There is no store in .*npm start makes one\.$/,
  ],
  [
    'invite',
    'the store has no tables',
    () => ({ args: ['--local', '--key', key, '--state', join(folder, 'empty')] }),
    /^The store in .* is not up to date\. npm start/,
  ],
  [
    'invite',
    'the address is none',
    () => ({ args: ['--local', '--key', key, '--origin', 'pag'] }),
    /^“pag” is no address/,
  ],
  ['open', 'words are missing', () => ({}), /^Usage:/],
  [
    'open',
    'there is no key file',
    () => ({ args: ['--local', '--key', join(folder, 'none')] }),
    /none: There is no such key file\.$/,
  ],
  [
    'open',
    'the passphrase is wrong',
    () => ({ args: ['--local', '--key', key], env: { CENTRE_PASSPHRASE: 'wrong' } }),
    /The passphrase does not open this key file\.$/,
  ],
  [
    'open',
    'there is no store',
    () => ({ args: ['--local', '--key', key, '--state', join(folder, 'none')] }),
    /^There is no store in/,
  ],
  [
    'open',
    'the store has no tables',
    () => ({ args: ['--local', '--key', key, '--state', join(folder, 'empty')] }),
    /^The store in .* is not up to date/,
  ],
  ['open', 'an option is unknown', () => ({ args: ['--wat'] }), /^Unknown option '--wat'\.[\s\S]*Usage:/],
  ['bench', 'an option is unknown', () => ({ args: ['--wat'] }), /^Unknown option '--wat'\.[\s\S]*Usage:/],
  [
    'launch-check',
    'an option is unknown',
    () => ({ args: ['--wat'] }),
    /^Unknown option '--wat'\.[\s\S]*Usage:/,
  ],
  ['print', 'there are too many words', () => ({ args: ['a', 'b'] }), /^Usage: npm run print/],
  [
    'print',
    'the real site has no key',
    () => ({ env: { SITE_ENV: 'production', CENTRE_KEY_FILE: join(folder, 'none') } }),
    /There is no centre key at/,
  ],
  ['verify', 'there is no address', () => ({}), /^Usage:/],
  [
    'verify',
    'there is no build',
    () => ({ args: ['http://localhost:9', '--build', join(folder, 'none')] }),
    /^There is no build in/,
  ],
  ['mutate', 'there is no file', () => ({}), /^Usage: npm run mutate -- FILE/],
  [
    'mutate',
    'the file is no code of the house',
    () => ({ args: ['test/house/tools/errors.test.ts'] }),
    /^test\/house\/tools\/errors\.test\.ts can’t be mutated: name a file of src\/, functions\/ or tools\//,
  ],
  ['mutate', 'the file is not there', () => ({ args: ['src/none.ts'] }), /^src\/none\.ts is not there\.$/],
  ['audit', 'it is not said which store', () => ({}), /^Usage: npm run audit -- --local --key FILE/],
  [
    'audit',
    'what was kept before is nothing of its own',
    () => ({ args: ['--local', '--key', 'none.json', '--before', join(folder, 'broken.json')] }),
    /broken\.json is nothing that this command printed\.$/,
  ],
  ['figures', 'there is no file', () => ({}), /^Usage: npm run figures -- FILE/],
  ['figures', 'the file is not there', () => ({ args: ['none.yaml'] }), /^none\.yaml is not there\.$/],
  ['figures', 'the file is damaged', () => ({ args: [join(folder, 'broken.json')] }), /broken\.json:\d+: /],
];

describe('a command that can’t go on', () => {
  it.each(BROKEN)('npm run %s says so in words and ends with 1 when %s', (command, _, given, words) => {
    const { args = [], env } = given();
    const { code, err } = run(command, args, env);
    expect({ code, err: err.trim() }).toEqual({ code: 1, err: expect.stringMatching(words) });
    // No stack, no name of an error, no object of Node.
    expect(err).not.toMatch(/^\s+at .+:\d+:\d+|^\w*Error( \[|:)|node:internal|\[object |^Node\.js v/m);
  });

  it('is tried for every command there is', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const commands = Object.keys(scripts).filter((name) => name !== 'bootstrap' && !name.startsWith('pre'));
    expect([...new Set(BROKEN.map(([command]) => command))].sort()).toEqual(commands.sort());
  });
});

describe('an error in words', () => {
  it.each([
    ['ENOENT', 'x.json is not there.'],
    ['ENOSPC', 'x.json can’t be written: the disk is full.'],
    ['EACCES', 'x.json may not be read or written by you.'],
  ])('names the file, not the code %s', (code, words) => {
    expect(wordsOf(Object.assign(new Error('node’s words'), { code, path: 'x.json' }))).toBe(words);
  });

  it('has no stack, also where one stands in the message', () => {
    expect(wordsOf(new Error('It broke.\n    at file.ts:1:2\nDo this.'))).toBe('It broke.\nDo this.');
  });
});
