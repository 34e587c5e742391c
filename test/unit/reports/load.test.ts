import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../../src/facts/load.ts';
import { loadReports, REPORTS } from '../../../src/reports/load.ts';
import { csvPath, reportPath } from '../../../src/reports/paths.ts';
import { shownSeries } from '../../../src/reports/shown.ts';

const SECOND = 'test/unit/reports/second';

/** A copy of a folder of reports, with one file changed. */
function changed(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));
  cpSync(SECOND, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}

describe('a later report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));
  cpSync(REPORTS, folder, { recursive: true });
  cpSync(SECOND, folder, { recursive: true });
  const reports = loadReports(folder);

  it('is there once its files are: newest first, each with its series', () => {
    expect(reports.map(({ id }) => id)).toEqual(['2026', '2024']);
    expect([...(reports[0]?.series.keys() ?? [])]).toEqual(['nights']);
  });

  it('takes the address of the annual report; the one before it gets its own', () => {
    expect(reports.map((report) => reportPath(report, reports, 'nl'))).toEqual([
      '/nl/jaarverslag/',
      '/nl/jaarverslag/2024/',
    ]);
  });

  it('leaves the files of earlier ones where they were', () => {
    const [before] = loadReports();
    const [, after] = reports;
    if (!before || !after) throw new Error('a report is missing');
    expect(csvPath(after, 'referrals', 'fr')).toBe('/fr/rapport-annuel/2024/referrals.csv');
    expect(csvPath(after, 'referrals', 'fr')).toBe(csvPath(before, 'referrals', 'fr'));
  });

  it('is drawn in every language with nothing but its files', () => {
    const [newest] = reports;
    if (!newest) throw new Error('a report is missing');
    expect(shownSeries(newest, 'fr').map(({ sheet }) => sheet.finding)).toEqual(['Il y en a plus.']);
  });

  it('does not mix with the facts, which are files of content/ and content/figures/', () => {
    expect([...loadFacts().keys()].filter((key) => /referrals\.|nights\.|2024\./.test(key))).toEqual([]);
  });
});

describe('a report that is not whole', () => {
  it.each([
    [
      'names a series that is not there',
      '2026.yaml',
      (text: string) => text.replace('[nights]', '[nights, days]'),
      /no series days/,
    ],
    [
      'leaves a series out',
      '2026.yaml',
      (text: string) => text.replace('    series: [nights]\n', ''),
      /no chapter shows/,
    ],
    [
      'has a chapter twice',
      '2026.yaml',
      (text: string) => text + text.slice(text.indexOf('  - id: nights')),
      /stands there twice/,
    ],
    ['has a language too few', '2026.yaml', (text: string) => text.replace('fr: Nuitées, ', ''), /fr/],
    ...['1', '3', '4'].map((small): [string, string, (text: string) => string, RegExp] => [
      `tells a number as small as ${small}`,
      '2026/nights.yaml',
      (text) => text.replace('1300', small),
      /write few: 2025 nights/,
    ]),
    [
      'tells a small number of ten years ago',
      '2026/nights.yaml',
      (text: string) => text.replace('id: 2024, values: [1200]', 'id: 2016, values: [4]'),
      /write few: 2016 nights/,
    ],
    [
      'has a year twice',
      '2026/nights.yaml',
      (text: string) => text.replace('id: 2025', 'id: 2024'),
      /2024 stands there twice/,
    ],
    [
      'has a value too many',
      '2026/nights.yaml',
      (text: string) => text.replace('[1300]', '[1300, 7]'),
      /one value for each column/,
    ],
    ['has part of a person', '2026/nights.yaml', (text: string) => text.replace('1300', '13.5'), /rows/],
  ])('fails the build when it %s', (_, file, change, message) => {
    expect(() => loadReports(changed(file, change))).toThrow(message);
  });

  it.each([
    ['nobody in a year', '1300', '0'],
    ['a group of five', '1300', '5'],
    ['small numbers of years that are long past', 'id: 2024, values: [1200]', 'id: 2015, values: [1]'],
  ])('may tell of %s', (_, numbers, others) => {
    const folder = changed('2026/nights.yaml', (text) => text.replace(numbers, others));
    expect(loadReports(folder)).toHaveLength(1);
  });
});
