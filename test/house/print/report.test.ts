import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { factOf } from '../../../src/facts/facts.ts';
import { formatNumber } from '../../../src/facts/format-number.ts';
import { writeFact } from '../../../src/facts/write.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { annualReports } from '../../../src/print/documents/report.ts';
import { CHART_COLOURS } from '../../../src/print/engine/chart.ts';
import { startEngine } from '../../../src/print/engine/engine.ts';
import { loadReports, REPORTS } from '../../../src/reports/load.ts';
import { shownSeries } from '../../../src/reports/shown.ts';
import { siteOrigin } from '../../../src/site/origin.ts';
import { pageNames, pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { report2024 } from '../../unit/reports/sheets.ts';
import { madeDocuments } from './made.ts';

const { documents, pdfOf } = await madeDocuments();
const report = report2024();

/** The PDF of the report of 2024 in a language. */
function pathIn(language: string): string {
  const own = documents.find((one) => one.item === 'report-2024' && one.language === language);
  if (!own) throw new Error(`There is no report in ${language}`);
  return own.path;
}

/** What a reader of PDF finds on each page: its words in their order, the roles of its tags, and where it leads. */
async function read(pdf: Uint8Array) {
  const document = await getDocumentProxy(pdf);
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const { items } = await page.getTextContent();
      const annotations = await page.getAnnotations();
      return {
        words: items.flatMap((item) => ('str' in item && item.str.trim() ? [item.str.trim()] : [])),
        tags: JSON.stringify(await page.getStructTree()),
        links: annotations.flatMap(({ url }: { url?: string }) => url ?? []),
      };
    }),
  );
}

/** Words as a person compares them: lines, hyphens at their ends and spaces that do not break make no difference. */
const plain = (text: string) => text.replace(/\s+/g, '');

describe.each(languages)('the report of 2024 in %s', (lang) => {
  const pages = read(pdfOf(pathIn(lang)));
  const textOf = async () => plain((await pages).flatMap(({ words }) => words).join(' '));

  it('is short and small enough to print and to send', async () => {
    expect((await pages).length).toBeLessThanOrEqual(24);
    expect(pdfOf(pathIn(lang)).length).toBeLessThan(400 * 1024);
  });

  it('has every chapter at the head of a page, and in the contents with the number of that page', async () => {
    const all = await pages;
    const contents = plain(all[1]?.words.join(' ') ?? '');
    for (const [index, { title, lead }] of report.chapters.entries()) {
      const at = all.findIndex(
        ({ words }, page) => page > 1 && plain(words.join(' ')).includes(plain(title[lang] + lead[lang])),
      );
      expect(at, title[lang]).toBeGreaterThan(1);
      expect(contents).toContain(plain(`${index + 1}${title[lang]}${at + 1}`));
    }
  });

  it('leaves no page almost empty', async () => {
    for (const { words } of (await pages).slice(1)) expect(words.join(' ').length).toBeGreaterThan(300);
  });

  it.each([...report.series.keys()])('says in the table of %s what its file says', async (name) => {
    const series = report.series.get(name);
    const [shown] = shownSeries(report, lang, [name]);
    if (!series || !shown) throw new Error(`${name} is gone`);
    const written = series.rows.map(({ id, name: named, values }) => ({
      name: named?.[lang] ?? String(id),
      numbers: values.map((value) => (typeof value === 'number' ? formatNumber(value, lang) : '1–4')),
    }));
    const text = await textOf();
    const lying = shown.shape !== 'bars';
    const { rowsAre, columns } = shown.sheet;
    if (lying) {
      const lines = [
        [rowsAre, ...written.map((row) => row.name)],
        ...columns.map((column, at) => [column, ...written.map(({ numbers }) => numbers[at] ?? '')]),
      ];
      expect(text).toContain(plain(lines.flat().join('')));
    } else {
      for (const row of written) expect(text).toContain(plain(row.name + row.numbers.join('')));
    }
    expect(text).toContain(plain(shown.sheet.finding));
  });

  it('has large figures and quotes as the page has them', async () => {
    const text = await textOf();
    const figures = [...report.figures, ...report.chapters.flatMap((chapter) => chapter.figures)];
    for (const { fact, label } of figures) {
      expect(text).toContain(plain(writeFact(factOf(fact), lang).text + label[lang]));
    }
    for (const { id } of report.chapters) {
      const [, quote] =
        /^quote: (.+)$/m.exec(readFileSync(`content/${lang}/reports/2024/${id}.md`, 'utf8')) ?? [];
      if (quote) expect(text).toContain(plain(quote.replace(/^'|'$/g, '')));
    }
  });

  it('tags its charts as figures with a text in their place, and its tables with heads', async () => {
    const all = (await pages).map(({ tags }) => tags).join('');
    for (const { sheet } of shownSeries(report, lang)) expect(all).toContain(sheet.title);
    expect(all.match(/"role":"Figure"/g)?.length).toBe(report.series.size);
    expect(all.match(/"role":"Table"/g)?.length).toBeGreaterThanOrEqual(report.series.size);
    for (const role of ['TH', 'TD', 'TOC', 'L', 'H2', 'H3']) expect(all).toContain(`"role":"${role}"`);
  });

  it('leads to pages of the site, by their whole address', async () => {
    const links = (await pages).flatMap((page) => page.links).filter((link) => !link.startsWith('mailto:'));
    const known = pageNames.map((page) => siteOrigin + pathTo(page, lang));
    expect(links.length).toBeGreaterThan(4);
    expect(links.filter((link) => !known.includes(link))).toEqual([]);
    expect(links).toContain(siteOrigin + pathTo('service:projects', lang));
  });

  it('marks what is not confirmed', async () => {
    const text = await textOf();
    // The chart of exploitation, the address and the publisher.
    expect(text.split(plain(ui(lang, 'safe').unconfirmed))).toHaveLength(4);
    expect(text).toContain(plain(writeFact(factOf('centre.publisher'), lang).text));
  });
});

it('prints charts in the colours of the site on a light screen', () => {
  const light = readFileSync('src/site/styles/tokens.css', 'utf8').split('@media')[0] ?? '';
  const { page, ...colours } = CHART_COLOURS;
  expect(page).toBe('#fff');
  for (const [name, value] of Object.entries(colours)) expect(light).toContain(`--${name}: ${value};`);
});

describe('a later report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'print-reports-'));
  cpSync(REPORTS, folder, { recursive: true });
  cpSync('test/unit/reports/second', folder, { recursive: true });
  const later = annualReports(loadReports(folder));

  it('has a PDF of its own with nothing but its files; the one before keeps its address', async () => {
    expect(later.map(({ path }) => path)).toEqual([
      '/print/nl/jaarverslag-2026.pdf',
      '/print/fr/rapport-annuel-2026.pdf',
      '/print/en/annual-report-2026.pdf',
      '/print/nl/jaarverslag-2024.pdf',
      '/print/fr/rapport-annuel-2024.pdf',
      '/print/en/annual-report-2024.pdf',
    ]);
    const compile = await startEngine();
    const [document] = later;
    if (!compile || !document) throw new Error('there is nothing to make it with');
    const pages = await read(new Uint8Array(compile(document).pdf));
    const text = plain(pages.flatMap(({ words }) => words).join(' '));
    expect(text).toContain(plain('1.200 1.300'));
  });
});
