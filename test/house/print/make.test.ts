import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { textOf } from '../../../src/facts/facts.ts';
import { loadFacts } from '../../../src/facts/load.ts';
import { sheetOf } from '../../../src/reports/sheet.ts';
import { createKeyFile } from '../../../tools/keys/key-file.ts';
import { report2024, series2024 } from '../../unit/reports/sheets.ts';

const folder = mkdtempSync(join(tmpdir(), 'print-make-'));

afterEach(() => vi.unstubAllEnvs());

/** The modules as a build for a site reads them: what is confirmed is decided when they are loaded. */
async function build(use: 'local' | 'production') {
  const [secret, open] = [join(folder, `${use}.secret.json`), join(folder, `${use}.json`)];
  await createKeyFile(use, 'a passphrase for the tests', secret, open);
  vi.stubEnv('CENTRE_KEY_FILE', open);
  vi.stubEnv('SITE_ENV', use);
  // Another address makes other documents, so that none is there yet.
  vi.stubEnv('SITE_URL', `https://${use}-${process.pid}.example`);
  vi.resetModules();
  return {
    ...(await import('../../../src/print/engine/make.ts')),
    ...(await import('../../../src/print/shelf/printed.ts')),
    ...(await import('../../../src/print/catalogue/catalogue.ts')),
  };
}

const startEngine = async () => undefined;

it('says what is missing where the machine has no engine, and refuses a production build', async () => {
  const { makePrint, printed } = await build('local');
  const said: string[] = [];
  await makePrint({ startEngine, say: (line) => said.push(line) });
  expect(said.join('\n')).toMatch(/Missing: .*\/print\/nl\/signalen-politie-a4\.pdf/);
  expect(printed().find(({ item }) => item === 'checklist-police')?.bytes).toBeUndefined();
  await expect(makePrint({ startEngine, production: true })).rejects.toThrow('Missing');
});

it('refuses a document of another length', async () => {
  const { makePrint } = await build('local');
  const none = async () => () => ({ pdf: new Uint8Array(), pages: 99 });
  await expect(makePrint({ startEngine: none })).rejects.toThrow('99 pages');
});

it('refuses a report of more pages than a report may have', async () => {
  const { refuseOtherLength, catalogue } = await build('local');
  const report = catalogue().find(({ item }) => item === 'report-2024');
  if (!report) throw new Error('the report is gone');
  expect(() => refuseOtherLength(report, 24)).not.toThrow();
  expect(() => refuseOtherLength(report, 25)).toThrow('25 pages; 24 at most');
});

/** What a series of the report tells, in Dutch. */
const finding = (name: string) => sheetOf(name, series2024(name), 'nl').finding;

it('prints no fact in production that is not confirmed', async () => {
  const { catalogue } = await build('production');
  const close = (text: string) => text.replace(/\s/g, '');
  const data = close(JSON.stringify(catalogue().map((document) => document.data)));
  const prints = (text: string) => data.includes(close(text));
  expect(prints(textOf('centre.hotline'))).toBe(true);
  const open = [...loadFacts()].flatMap(([key, { value, confirmed }]) =>
    typeof value === 'string' && !confirmed ? [key] : [],
  );
  expect(open.length).toBeGreaterThan(3);
  expect(open.filter((key) => prints(textOf(key)))).toEqual([]);
  // The series of the report, some of whose columns PAG-ASA has yet to confirm.
  const { series } = report2024();
  const told = [...series].map(([name, { confirmed }]) => ({ name, confirmed, told: prints(finding(name)) }));
  expect(told.filter(({ confirmed }) => !confirmed)).not.toEqual([]);
  expect(told.filter(({ confirmed, told }) => told !== confirmed)).toEqual([]);
  // Advice that PAG-ASA has yet to approve.
  expect(data).not.toMatch(/outcome|confirmclaims/);
});
