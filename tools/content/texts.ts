import { globSync, readFileSync } from 'node:fs';
import { loadFacts } from '../../src/facts/load.ts';
import type { Fact } from '../../src/facts/schema.ts';
import { languages } from '../../src/i18n/languages.ts';
import { isPageName } from '../../src/i18n/routes.ts';
import { CONFIRM_BLOCK, FACT_PLACE, factPlace, PAGE_LINK } from '../../src/texts/fill.ts';
import { typedFacts } from './typed-facts.ts';

/** A text of one language: where it stands below `content/<lang>/`, and what it says. */
interface Text {
  /** `pages/about.md`, the same in every language. */
  name: string;
  file: string;
  text: string;
}

/** The texts of a language but its interface strings, which `stringProblems` looks at. */
const textsOf = (language: string): Text[] =>
  globSync(`content/${language}/**/*.{md,yaml}`)
    .sort()
    .map((file) => ({
      file,
      name: file.replaceAll('\\', '/').slice(`content/${language}/`.length),
      text: readFileSync(file, 'utf8'),
    }));

const line = (text: string, index: number) => text.slice(0, index).split('\n').length;

/** Which facts a text writes, in their order; repeated where it writes one twice. */
const placesIn = (text: string) => [...text.matchAll(FACT_PLACE)].map(([, key = '']) => key);

/**
 * What is wrong with the texts of content/<lang>: a text that a language lacks, a fact, claim or page that does not
 * exist, a fact that one language writes and another does not, a fact that is written nowhere, a number typed by hand
 * where a fact has it. Each with its file, line and key. Empty when all is well.
 */
export function textProblems(): string[] {
  const facts = loadFacts();
  const byLanguage = languages.map((language) => ({ language, texts: textsOf(language) }));
  const all = byLanguage.flatMap(({ texts }) => texts);
  return [
    ...all.flatMap(({ file, text }) => unknownNames(file, text, facts)),
    ...all.flatMap(({ file, text }) =>
      typedFacts(text, facts).map(
        ({ index, written, key }) => `${file}:${line(text, index)}: ${key}: “${written}” is typed by hand`,
      ),
    ),
    ...differences(byLanguage),
    ...unused(all, facts),
  ];
}

function unknownNames(file: string, text: string, facts: Map<string, Fact>): string[] {
  const names = [
    ...[...text.matchAll(FACT_PLACE)].map(({ 1: name = '', index }) => ({
      name,
      index,
      known: facts.has(factPlace(name).key),
    })),
    ...[...text.matchAll(CONFIRM_BLOCK)].map(({ 1: name = '', index }) => ({
      name,
      index,
      known: facts.has(name),
    })),
    ...[...text.matchAll(PAGE_LINK)].map(({ 1: name = '', index }) => ({
      name,
      index,
      known: isPageName(name),
    })),
  ];
  const unknown = names.filter(({ known }) => !known);
  const unclosed = (text.match(/^\s*:::confirm/gm) ?? []).length - (text.match(/^\s*:::$/gm) ?? []).length;
  return [
    ...unknown.map(({ name, index }) => `${file}:${line(text, index)}: ${name} is unknown`),
    ...(unclosed === 0 ? [] : [`${file}:1: a :::confirm block is not closed by a line :::`]),
  ];
}

function differences(byLanguage: { language: string; texts: Text[] }[]): string[] {
  const names = [...new Set(byLanguage.flatMap(({ texts }) => texts.map(({ name }) => name)))];
  return names.flatMap((name) => {
    const versions = byLanguage.map(({ language, texts }) => ({
      file: `content/${language}/${name}`,
      text: texts.find((text) => text.name === name)?.text,
    }));
    const keys = new Set(versions.flatMap(({ text }) => (text === undefined ? [] : placesIn(text))));
    return versions.flatMap(({ file, text }) => {
      if (text === undefined) return [`${file}:1: missing in this language`];
      const written = new Set(placesIn(text));
      return [...keys]
        .filter((key) => !written.has(key))
        .map((key) => `${file}:1: ${key} is missing here and written in another language`);
    });
  });
}

/**
 * Facts that no text, report or source names, and that say no reason to stand there. One that is not confirmed may
 * wait: `npm run launch-check` asks for it.
 */
function unused(texts: Text[], facts: Map<string, Fact>): string[] {
  const said = [
    ...texts.map(({ text }) => text),
    ...read('content/reports/*.yaml'),
    ...read('src/**/*.{ts,astro}'),
  ].join('\n');
  const isNamed = (key: string) =>
    [`{{${key}}}`, `:::confirm ${key}\n`, `:::confirm ${key} `, `'${key}'`, `fact: ${key}\n`].some(
      (spelling) => said.includes(spelling),
    );
  return [...facts]
    .filter(([key, { confirmed, kept }]) => confirmed && kept === undefined && !isNamed(key))
    .map(([key]) => `content/: ${key} is used nowhere`);
}

const read = (pattern: string) => globSync(pattern).map((file) => readFileSync(file, 'utf8'));
