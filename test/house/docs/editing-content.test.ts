import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Facts } from '../../../src/facts/schema.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { readYamlText } from '../../../src/reading/read.ts';
import { yamlFiles } from '../../../src/texts/files.ts';
import { audiences } from '../../../src/texts/schemas.ts';

const file = 'docs/editing-content.md';
const text = readFileSync(file, 'utf8');
const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;

/** The examples of YAML, without how far a list sets them in. */
const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example = '']) => example);

describe('what the page on editing says', () => {
  test('names commands that are there, and parts of the check that are', () => {
    const commands = [...text.matchAll(/`npm run ([a-z-]+)(?: -- ([a-z]+))?`/g)];
    expect(commands.length).toBeGreaterThan(4);
    for (const [, name = '', part] of commands) {
      expect(Object.keys(scripts)).toContain(name);
      if (name === 'check' && part)
        expect(readFileSync('tools/check/check.ts', 'utf8')).toMatch(new RegExp(`^  ${part}: `, 'm'));
    }
  });

  test('names files and folders that are there', () => {
    const named = [...text.matchAll(/`((?:content|docs|src)\/[^`\s]*|[\w-]+\.yaml|<lang>\/[\w.-]+\/?)`/g)];
    expect(named.length).toBeGreaterThan(8);
    for (const [, path = ''] of named) {
      const below = /^(content|docs|src)\//.test(path) ? path : `content/${path}`;
      const found = languages.some((language) =>
        [below.replace('<lang>', language), `content/${language}/${path}`].some((one) => existsSync(one)),
      );
      expect(found, path).toBe(true);
    }
  });

  test('has an item of the FAQ, a quote and a fact that are read as they stand there', () => {
    const [quote = '', item = '', fact = ''] = examples;
    expect(readYamlText({ text: item, file }, yamlFiles.faq)).toMatchObject({ ok: true });
    expect(readYamlText({ text: fact, file }, Facts)).toMatchObject({ ok: true });
    expect(quote).toContain("'It''s yours.'");
    expect(text).toContain(
      audiences
        .map((audience) => `\`${audience}\``)
        .join(', ')
        .replace('`professional`, ', '`professional`,\n'),
    );
  });

  test('says what the check says of a colon', () => {
    const slip = readYamlText(
      { text: 'lead: Worried: about someone\n', file: 'content/nl/faq.yaml', firstLine: 12 },
      Facts,
    );
    expect(slip.ok ? [] : slip.faults).toHaveLength(1);
    expect(text).toContain(slip.ok ? '-' : slip.faults[0]);
  });
});
