import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { languages, pageLanguages } from '../../../src/i18n/languages.ts';
import { indexedPages, pageNames, pathTo } from '../../../src/site/routes.ts';
import { TEST_ORIGIN } from '../../../tools/test/test-site.ts';
import { builtPages, fileFor, linksOf, read } from '../support/built-pages.ts';
import { test } from '../support/test.ts';

/** The worker answers for these; every other address of ours is a file. */
const WORKER = new RegExp(`^/(api/|x/(${pageLanguages.join('|')})/$)`);

/** Sites that the texts link to. A new one is a decision. */
const ELSEWHERE = [
  'asblsurya.org',
  'catalogue-erap.dendreo.com',
  'fin.belgium.be',
  'www.autoriteprotectiondonnees.be',
  'www.dataprotectionauthority.be',
  'www.gegevensbeschermingsautoriteit.be',
  'www.myria.be',
  'www.payoke.be',
  'www.project-amelie.eu',
  'www.stophumantrafficking.be',
  'www.stopmensenhandel.be',
  'www.stoptraite.be',
];

test('every link of ours leads to a page, and to a place on it', () => {
  const broken: string[] = [];
  for (const { file, path } of builtPages()) {
    for (const href of linksOf(readFileSync(file, 'utf8'))) {
      if (/^(https?|tel|mailto):/.test(href) || WORKER.test(href)) continue;
      const [address = '', place] = href.split('#');
      const target = address === '' ? file : fileFor(address);
      if (!target) broken.push(`${path} → ${href}`);
      else if (place && !readFileSync(target, 'utf8').includes(` id="${place}"`)) {
        broken.push(`${path} → ${href}: no such place`);
      }
    }
  }
  expect(broken).toEqual([]);
});

test('links elsewhere lead to sites that we chose, over an encrypted connection', () => {
  const hosts = builtPages().flatMap(({ file }) =>
    linksOf(readFileSync(file, 'utf8')).filter((href) => /^[a-z]+:\/\//.test(href)),
  );
  for (const href of hosts) {
    const { protocol, hostname } = new URL(href);
    expect(protocol, href).toBe('https:');
    expect(ELSEWHERE, href).toContain(hostname);
  }
});

/** Pages that nobody looks for: a member has the address, and another centre is told it on the telephone. */
const TOLD: readonly string[] = ['desk', 'partner'];

test('every page is at most three clicks from home, in each language', () => {
  for (const lang of languages) {
    const clicks = new Map([[pathTo('home', lang), 0]]);
    for (const [path, count] of clicks) {
      if (count === 3) continue;
      for (const href of linksOf(read(path))) {
        const [address = ''] = href.split('#');
        if (address.startsWith(`/${lang}/`) && fileFor(address) && !clicks.has(address)) {
          clicks.set(address, count + 1);
        }
      }
    }
    const far = pageNames.filter((page) => !TOLD.includes(page) && !clicks.has(pathTo(page, lang)));
    expect(far, lang).toEqual([]);
  }
});

test('what no search engine may show names no address for one', () => {
  const hidden = builtPages().filter(({ file }) =>
    readFileSync(file, 'utf8').includes('<meta name="robots" content="noindex"'),
  );
  expect(hidden.length).toBeGreaterThan(0);
  for (const { file } of hidden)
    expect(readFileSync(file, 'utf8'), file).not.toMatch(/rel="(canonical|alternate)"/);
});

test('the sitemap lists every page that search engines may show, and no other', () => {
  const listed = [...read('/sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, loc = '']) => new URL(loc).pathname,
  );
  const indexed = builtPages()
    .filter(({ file }) => !readFileSync(file, 'utf8').includes('<meta name="robots" content="noindex"'))
    .map(({ path }) => path);
  expect(listed.sort()).toEqual(indexed.sort());
});

for (const page of indexedPages) {
  test(`${page} names itself and its translations`, () => {
    for (const lang of languages) {
      const html = read(pathTo(page, lang));
      expect(html).toContain(`<html lang="${lang}"`);
      expect(html).toMatch(new RegExp(`<link rel="canonical" href="https://[^"/]+${pathTo(page, lang)}">`));
      for (const other of languages) {
        expect(html).toMatch(
          new RegExp(
            `<link rel="alternate" hreflang="${other}" href="https://[^"/]+${pathTo(page, other)}">`,
          ),
        );
        expect(linksOf(html), 'the language switch').toContain(pathTo(page, other));
      }
    }
  });
}

test('what is not there is answered in the visitor’s language', async ({ page }) => {
  for (const lang of languages) {
    const response = await page.goto(`${TEST_ORIGIN}${pathTo('services', lang)}nothing/`);
    expect(response?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
  }
});
