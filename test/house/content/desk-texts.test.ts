import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { KNOWN_PLAYBOOKS } from '../../../src/questions/playbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'desk-texts-'));
const home = process.cwd();
const INTERPRETERS = 'content/desk/interpreters.yaml';

/** The texts of the desk as a build of a kind reads them, in a copy of content/ that a test may change. */
async function texts(env: 'production' | 'local') {
  vi.resetModules();
  vi.stubEnv('SITE_ENV', env);
  return import('../../../src/texts/desk-texts.ts');
}

function change(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, 'utf8');
  expect(before.search(from)).toBeGreaterThan(-1);
  writeFileSync(file, before.replace(from, to));
}

/** Writes the mark of a file into it, as whoever has read it does. */
async function confirm(file: string): Promise<void> {
  const { deskReadings } = await texts('production');
  const { mark } = deskReadings().find((one) => one.file === file) ?? {};
  change(file, /^confirmed: .*$/m, `confirmed: ${mark}`);
}

beforeAll(() => {
  for (const part of ['content', 'src', 'functions']) cpSync(part, join(folder, part), { recursive: true });
  process.chdir(folder);
});
afterEach(() => cpSync(join(home, 'content'), join(folder, 'content'), { recursive: true }));
afterAll(() => {
  process.chdir(home);
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('has every playbook that cases call for in a build that is not for production, marked as unread', async () => {
  const { deskTexts } = await texts('local');
  for (const language of ['nl', 'fr', 'en'] as const) {
    const { playbooks, read } = deskTexts(language);
    expect(playbooks.map(({ id }) => id)).toEqual(expect.arrayContaining(KNOWN_PLAYBOOKS));
    expect(read).toBe(false);
  }
});

it('keeps a playbook out of a production build until it is read, and every fact that is not confirmed', async () => {
  expect((await texts('production')).deskTexts('nl').playbooks).toEqual([]);
  await confirm('content/nl/playbooks.yaml');
  const { deskTexts } = await texts('production');
  const { playbooks, read } = deskTexts('nl');
  expect(read).toBe(true);
  expect(playbooks.map(({ id }) => id)).toEqual(expect.arrayContaining(KNOWN_PLAYBOOKS));
  const lines = playbooks.flatMap(({ steps, never }) => [...steps, ...never]);
  expect(lines.filter(({ sure }) => !sure)).toEqual([]);
  expect(JSON.stringify(lines)).not.toMatch(/:::|\{\{|Child Focus|Luik/);
  // The others wait for a reader of their own.
  expect(deskTexts('fr').playbooks).toEqual([]);
});

it('takes a phrase out of a production build when the Dutch one says something else', async () => {
  expect((await texts('production')).deskTexts('nl').phrases).toEqual([]);
  await confirm('content/ar/phrases.yaml');
  const { deskTexts } = await texts('production');
  expect(deskTexts('nl').phrases.map(({ language, direction }) => [language, direction])).toEqual([
    ['ar', 'rtl'],
  ]);
  change('content/nl/phrases.yaml', /says: .*$/m, 'says: Anders.');
  expect((await texts('production')).deskTexts('nl').phrases).toEqual([]);
});

it('dials no interpreter in a production build whom nobody has called', async () => {
  const service = [
    '  - name: Tolk',
    '    languages: [ar, fa]',
    '    telephone: 02 511 64 64',
    '    hours: { nl: altijd, fr: toujours, en: always }',
    '    confirmed: false',
  ];
  change(INTERPRETERS, /services: \[\]/, ['services:', ...service].join('\n'));
  const open = await texts('production');
  expect(open.deskTexts('fr').interpreters).toEqual([]);
  expect(open.unsureInterpreters()).toHaveLength(1);
  const local = (await texts('local')).deskTexts('fr').interpreters;
  expect(local).toMatchObject([{ href: 'tel:+3225116464', hours: 'toujours', sure: false }]);
  change(INTERPRETERS, /^ {4}confirmed: false$/m, '    confirmed: 02 511 64 64');
  const called = await texts('production');
  expect(called.deskTexts('fr').interpreters).toMatchObject([{ sure: true }]);
  expect(called.unsureInterpreters()).toEqual([]);
});
