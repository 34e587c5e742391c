import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { languages, printTags } from '../../../src/i18n/languages.ts';
import { shelf } from '../../../src/print/catalogue/shelf.ts';
import { reportPdf } from '../../../src/print/shelf/report-pdf.ts';
import { loadReports } from '../../../src/reports/load.ts';
import { madeDocuments } from './made.ts';

const { documents, pdfOf } = await madeDocuments();
const of = (...items: string[]) => documents.filter(({ item }) => items.includes(item));

describe('what the materials promise', () => {
  it.each(of('poster', 'strips').map(({ path }) => path))(
    '%s has a number of at least 60 points',
    async (path) => {
      const page = await (await getDocumentProxy(pdfOf(path))).getPage(1);
      const { items } = await page.getTextContent();
      const large = items.flatMap((item) => ('str' in item && item.height >= 60 ? item.str : []));
      expect(large.join('').replace(/\D/g, '')).toMatch(/^0\d{8,9}$/);
    },
  );

  it.each(of('card').map(({ path }) => path))('%s names nobody', async (path) => {
    const pdf = await getDocumentProxy(pdfOf(path));
    const { text } = await extractText(pdf, { mergePages: true });
    const { info } = await pdf.getMetadata();
    expect(text + JSON.stringify(info)).not.toMatch(/PAG|ASA|traff|mensenhandel|traite/i);
  });

  it('has a card and a protection leaflet in every language, and says which no native speaker has read', () => {
    for (const item of ['card', 'protection']) {
      for (const tag of printTags) {
        const own = of(item).filter(({ language }) => language === tag);
        expect(own.length, `${item} ${tag}`).toBeGreaterThan(0);
        const ours = languages.some((language) => language === tag);
        expect(own.every(({ confirmed }) => confirmed === ours)).toBe(true);
      }
    }
  });

  it('offers every material on the downloads page, under its own name', () => {
    const materials = documents.filter(({ offeredOn }) => offeredOn === 'downloads');
    expect(materials.length).toBeGreaterThan(60);
    for (const page of languages) {
      const offered = shelf(page).flatMap(({ files }) => files.map(({ path }) => path));
      expect(offered.sort()).toEqual(materials.map(({ path }) => path).sort());
    }
  });

  it('offers every report on its page, in each language', () => {
    const reports = documents.filter(({ offeredOn }) => offeredOn === 'report');
    const offered = loadReports().flatMap((report) => languages.map((page) => reportPdf(report, page)?.path));
    expect(offered.sort()).toEqual(reports.map(({ path }) => path).sort());
  });
});
