import { describe, expect, test } from 'vitest';
import { isLanguage, languages, pageLanguages } from '../../../src/i18n/languages.ts';
import { readingFile, stringReadings } from '../../../src/i18n/reading.ts';
import { stringsFile } from '../../../src/i18n/resources.ts';
import { printed, replace, STACK, said, withChange } from './content-copy.ts';

describe('every command says it in the same sentence, and nothing else', () => {
  const slip = replace(/^title: .*/m, 'title: Worried: about someone');
  test.each([
    'tools/check/check-content.ts',
    'tools/build/print-pdfs.ts',
    'tools/check/launch-check.ts',
    'tools/serve/start.ts',
    'tools/serve/dev.ts',
    'tools/build/build.ts',
  ])('%s', async (tool) => {
    const faults = await withChange('content/en/pages/worried.md', slip, () => printed(tool));
    expect(faults).toMatch(/^content\/en\/pages\/worried\.md:2: there is a colon in the text/);
    expect(faults).not.toMatch(STACK);
  });

  test.each(['tools/check/check-content.ts', 'tools/build/print-pdfs.ts', 'tools/check/launch-check.ts'])(
    'also of a broken file of strings, which a program loads with itself: %s',
    async (tool) => {
      const broken = replace(',\n', '\n');
      const faults = await withChange('content/nl/ui/desk.json', broken, () => printed(tool));
      expect(faults).toMatch(/^content\/nl\/ui\/desk\.json:\d+: a comma is missing/);
      expect(faults).not.toMatch(STACK);
    },
  );
});

test('the launch check asks a lawyer for what the pictures say of the law, again when a word changes, and a reader for each language that waits', async () => {
  const change = replace('"papers": "', '"papers": "x');
  const open = await withChange('content/nl/ui/mine.json', change, () =>
    printed('tools/check/launch-check.ts'),
  );
  for (const language of languages) expect(open).toContain(`${stringsFile(language, 'mine')}: `);
  // And somebody who speaks it for every page that nobody who does has read.
  const unread = pageLanguages
    .filter((language) => !isLanguage(language))
    .flatMap((language) => stringReadings(language).map((reading) => ({ ...reading, language })))
    .filter(({ read }) => !read);
  for (const { language, file } of unread)
    expect(open).toMatch(new RegExp(`☐ ${file}: .*${readingFile(language)}`));
});

test('a file that Windows wrote is read as any other', async () => {
  const change = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
  expect(await withChange('content/nl/pages/worried.md', change, said)).toBe('');
  expect(await withChange('content/nl/faq.yaml', change, said)).toBe('');
});
