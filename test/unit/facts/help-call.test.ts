import { globSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { languages } from '../../../src/i18n/languages.ts';

/** The modules as a build reads them. */
async function read(environment: 'local' | 'production') {
  vi.stubEnv('SITE_ENV', environment);
  vi.resetModules();
  return {
    ...(await import('../../../src/site/help-call.ts')),
    ...(await import('../../../src/facts/facts.ts')),
    ...(await import('../../../src/print/catalogue/readings.ts')),
    ...(await import('../../../src/print/catalogue/texts.ts')),
    ...(await import('../../../src/i18n/languages.ts')),
  };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('the number to call and the words beside it', () => {
  it.each(languages)('are our own together, in %s', async (lang) => {
    const { helpCall, factOf } = await read('local');
    const call = helpCall(lang);
    expect(call).toMatchObject({ line: 'own', shown: factOf('centre.telephone').value, name: undefined });
    expect(call.named).toContain('PAG-ASA');
  });

  it.each(languages)('are the national one together until ours is confirmed, in %s', async (lang) => {
    const { helpCall, factOf } = await read('production');
    if (factOf('centre.telephone').confirmed) return;
    const { shown, href, label, named, note, dayAndNight, line } = helpCall(lang);
    expect({ shown, href, line, dayAndNight }).toEqual({
      shown: '078 05 58 00',
      href: 'tel:+3278055800',
      line: 'national',
      dayAndNight: false,
    });
    expect(label).toMatch(/nationa/);
    expect(named).toBe(label);
    // It names the three who answer, and is no promise of hours or of an interpreter.
    expect(note).toMatch(/PAG-ASA, Payoke (en|et|and) Sürya/);
    expect(label + note).not.toMatch(/ons|nous|us\b|dag|jour|day|tolk|interpr/i);
  });

  it('are on paper what they are on the site', async () => {
    const own = await read('local');
    const said = own.printTags.map((tag) => own.materialText('protection', tag).call);
    const { materialText, printTags, factOf } = await read('production');
    if (factOf('centre.telephone').confirmed) return;
    for (const [index, tag] of printTags.entries()) {
      const { call, callNational } = materialText('protection', tag);
      expect(call).toBe(callNational);
      expect(call).not.toBe(said[index]);
    }
    for (const lang of languages)
      for (const name of ['poster', 'checklist', 'refer', 'conversation'] as const)
        expect(materialText(name, lang).call).toMatch(/nationa/);
  });
});

test('no page takes the number without the words that are true of it', () => {
  const loose = globSync('src/{pages,site,reporter}/**/*.astro').filter((file) =>
    /\bhelpTelephone\b/.test(readFileSync(file, 'utf8')),
  );
  // What a page of the safe tier prints is a number alone, on purpose.
  expect(loose.map((file) => file.replaceAll('\\', '/'))).toEqual(['src/site/layouts/SafeLayout.astro']);
});
