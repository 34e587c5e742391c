import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/i18n/languages.ts';
import { footer, menu, section } from '../../../src/site/navigation.ts';
import { pageNames, parentOf, pathTo, placeOf, rowOf } from '../../../src/site/routes.ts';

const everywhere = languages.flatMap((language) => pageNames.map((page) => ({ page, language })));

describe('the table of pages', () => {
  it('gives each page an address of its own, found again by its path and by its file', () => {
    for (const { page, language } of everywhere) {
      const found = { page, language, row: rowOf(page) };
      expect(placeOf(pathTo(page, language))).toEqual(found);
      expect(placeOf(`${pathTo(page, language)}index.html`)).toEqual(found);
    }
  });

  it('knows the choice of a language, what says that nothing is there, and nothing else', () => {
    expect(placeOf('/')?.page).toBe('start');
    expect(placeOf('/index.html')?.page).toBe('start');
    for (const path of ['/404.html', '/nl/404.html']) expect(placeOf(path)?.page).toBe('notFound');
    for (const path of ['/xx/', '/nl/info/h/', '/nl/info/a/b/', '/info/a/', '/xx/404.html'])
      expect(placeOf(path)).toBeUndefined();
  });

  it('takes what lies below a page for a part of it, where its row says so', () => {
    for (const { page, language } of everywhere) {
      const below = placeOf(`${pathTo(page, language)}2026-01-01/`);
      expect(below?.page).toBe(rowOf(page).below ? page : undefined);
    }
  });

  it('keeps out of search engines what people write on and what is the desk’s', () => {
    for (const page of pageNames) expect(rowOf(page).indexed, page).toBe(rowOf(page).policy === 'public');
  });

  it('gives pages for a person in need one neutral address in all languages', () => {
    for (const page of pageNames.filter((name) => ['help', 'write', 'safe'].includes(rowOf(name).tier)))
      expect(rowOf(page).slug).toMatch(/^info\/([a-z]\/)?$/);
  });

  it('gives no two pages one place in the menu, or in a group at the foot', () => {
    expect(menu).toEqual(['help', 'services', 'professionals', 'about', 'donate']);
    for (const { group, pages } of footer)
      expect(
        pages.map((page) => rowOf(page).footer?.[1]),
        group,
      ).toEqual(pages.map((_, index) => index + 1));
    expect(footer.flatMap(({ pages }) => pages).length).toBe(
      pageNames.filter((page) => rowOf(page).footer).length,
    );
  });

  it('puts a page below its parent, beside the others that lie there', () => {
    for (const page of pageNames) {
      const parent = parentOf(page);
      if (!parent) continue;
      expect(section(page)[0]).toBe(parent);
      for (const language of languages)
        expect(pathTo(page, language).startsWith(pathTo(parent, language))).toBe(true);
    }
    expect(section('contact')).toEqual([]);
  });
});
