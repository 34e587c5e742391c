import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const copy = mkdtempSync(join(tmpdir(), 'conflicts-'));
spawnSync('git', ['init', '-q'], { cwd: copy });
afterAll(() => rmSync(copy, { recursive: true }));

/** What the check says of a folder, and whether it is content. */
function check(cwd: string): { status: number | null; said: string } {
  const tool = resolve('tools/check/check-markers.ts');
  const { status, stdout, stderr } = spawnSync('node', [tool], { cwd, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

/** A text as git leaves it where two changes of its first line met; written so that this file holds no marker. */
function conflicted(text: string, end = '\n'): string {
  const [first = '', ...rest] = text.split('\n');
  const [ours, base, between, theirs] = [...'<|=>'].map((sign) => sign.repeat(7));
  return [`${ours} HEAD`, first, `${base} base`, between, `${first} `, `${theirs} wip`, ...rest].join(end);
}

/** One text of each kind that git keeps. */
const kinds = Object.values(
  Object.fromEntries(
    spawnSync('git', ['ls-files'], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n')
      .filter((file) => !readFileSync(file).includes(0))
      .map((file) => [extname(file), file]),
  ),
);

function write(file: string, text: string): void {
  const path = join(copy, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe('a conflict that is left', () => {
  it('is in no file of ours', () => {
    expect(check('.')).toEqual({ status: 0, said: 'No conflict is left in any file.\n' });
  });

  it.each(['\n', '\r\n'])('is found in a file of each kind, with lines that end in %j', (end) => {
    expect(kinds.map((file) => extname(file))).toEqual(
      expect.arrayContaining(['.md', '.sql', '.typ', '.yaml']),
    );
    for (const file of kinds) write(file, conflicted(readFileSync(file, 'utf8'), end));
    const { status, said } = check(copy);
    expect(status).toBe(1);
    const places = kinds.flatMap((file) => [1, 3, 4, 6].map((line) => `\n${file}:${line}:`));
    expect(places.filter((place) => !said.includes(place))).toEqual([]);
  });

  it('passes when it is settled', () => {
    for (const file of kinds) write(file, readFileSync(file, 'utf8'));
    expect(check(copy).status).toBe(0);
  });

  it('is found where only half of it was taken away', () => {
    for (const [line] of conflicted('# A paper').matchAll(/^(.)\1{6}.*$/gm)) {
      write('half.md', `# A paper\n\n${line}\n`);
      expect(check(copy).said).toContain('half.md:3:');
    }
    rmSync(join(copy, 'half.md'));
  });

  it('is not taken for what only looks like it', () => {
    write('table.md', 'Heading\n========\n\n> > > > > > > deep\n\n| a |\n|---|\n');
    expect(check(copy).status).toBe(0);
  });

  it('is not said to be away where nothing could be read', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'no-repository-'));
    expect(check(elsewhere).status).toBe(1);
    rmSync(elsewhere, { recursive: true });
  });
});
