import { globSync, readFileSync } from 'node:fs';
import { loadFacts } from '../../../src/facts/load.ts';
import type { Fact } from '../../../src/facts/schema.ts';
import { isLanguage, type Language, languages, pageLanguages, speaks } from '../../../src/i18n/languages.ts';
import { textOfFile } from '../../../src/reading/read.ts';
import { isPageName, languagesWith } from '../../../src/site/routes.ts';
import { CONFIRM_BLOCK, FACT_PLACE, factPlace, PAGE_LINK } from '../../../src/texts/fill.ts';
import { differences, type Version } from './compare.ts';
import type { ContentFile } from './files.ts';
import { typedFacts } from './typed-facts.ts';

/** A text of one language: where it stands below `content/<lang>/`, and what it says. */
interface Text extends Version {
  /** `pages/about.md`, the same in every language. */
  name: string;
  language: string;
  text: string;
}

/** The texts of every language but its interface strings, which `stringProblems` looks at. */
function textsOf(files: readonly ContentFile[]): Text[] {
  return files.flatMap(({ file, read }) => {
    const [, language = '', name = ''] =
      /^content\/([a-z]{2}(?:-[A-Z]{2})?)\/(.+\.(?:md|yaml))$/.exec(file) ?? [];
    return read.ok && name !== ''
      ? [{ file, name, language, text: textOfFile(file), value: read.value, lineOf: read.lineOf }]
      : [];
  });
}

const line = (text: string, index: number) => text.slice(0, index).split('\n').length;

/**
 * What is wrong with the texts of content/<lang>: a text that a language lacks, a fact, claim or page that does not
 * exist, a text that is built otherwise than in another language, a fact that is written nowhere or stands where it may
 * not, a number typed by hand where a fact has it. Each with its file and line. Empty when all is well.
 */
export function textProblems(files: readonly ContentFile[]): string[] {
  const facts = loadFacts();
  const texts = textsOf(files);
  return [
    ...texts.flatMap(({ file, text }) => unknownNames(file, text, facts)),
    ...texts.flatMap(({ file, text }) => unsureFacts(file, text, facts)),
    ...texts.flatMap(({ file, text }) =>
      typedFacts(text, facts).map(
        ({ index, written, key }) =>
          `${file}:${line(text, index)}: ${key}: “${written}” is typed by hand. Write {{${key}}}.`,
      ),
    ),
    ...acrossLanguages(texts),
    ...sameOrder(texts),
    ...unused(texts, facts),
  ];
}

function unknownNames(file: string, text: string, facts: Map<string, Fact>): string[] {
  const found = (pattern: RegExp, isKnown: (name: string) => boolean) =>
    [...text.matchAll(pattern)].flatMap(({ 1: name = '', index }) =>
      isKnown(name) ? [] : [{ name, index }],
    );
  const unknown = [
    ...found(FACT_PLACE, (name) => facts.has(factPlace(name).key)),
    ...found(CONFIRM_BLOCK, (name) => facts.has(name)),
    ...found(PAGE_LINK, isPageName),
  ];
  return [
    ...unknown.map(({ name, index }) => `${file}:${line(text, index)}: ${name} is unknown. Is it mistyped?`),
    ...openBlocks(file, text),
  ];
}

/** The first line of a block's that is not where it belongs: a block in a block, one that is not closed, a mark mistyped. */
function openBlocks(file: string, text: string): string[] {
  const marks = [...text.matchAll(/^ *:::.*$/gm)];
  const astray = marks.findIndex(
    ([mark], at) => !(at % 2 === 0 ? /^ *:::confirm [\w.]+$/ : /^ *:::$/).test(mark),
  );
  const at = astray >= 0 ? astray : marks.length % 2 === 0 ? -1 : marks.length - 1;
  const mark = marks[at];
  return mark
    ? [
        `${file}:${line(text, mark.index)}: a block begins with a line “:::confirm …” and is closed by a line “:::” ` +
          'before the next begins.',
      ]
    : [];
}

/** Facts that are not confirmed and stand outside of a block that waits for them. */
function unsureFacts(file: string, text: string, facts: Map<string, Fact>): string[] {
  // A block, or an item of a list that waits: one line.
  const waiting = /^( *):::confirm [\w.]+\n[\s\S]*?^\1:::$|^.*:::confirm [\w.]+ .*$/gm;
  const blocks = [...text.matchAll(waiting)].map(
    ({ 0: block, index }) => [index, index + block.length] as const,
  );
  return [...text.matchAll(FACT_PLACE)].flatMap(({ 1: place = '', index }) => {
    const { key } = factPlace(place);
    const waits = blocks.some(([start, end]) => index >= start && index < end);
    if (waits || facts.get(key)?.confirmed !== false) return [];
    return [
      `${file}:${line(text, index)}: ${key} is not confirmed. Put what says it between “:::confirm ${key}” and “:::”.`,
    ];
  });
}

/** Texts that a language lacks, and those that are not built alike; for a material, in every language. */
function acrossLanguages(texts: readonly Text[]): string[] {
  const names = [...new Set(texts.map(({ name }) => name))];
  return names.flatMap((name) => {
    const versions = texts
      .filter((text) => text.name === name)
      .sort((a, b) => order(a.language) - order(b.language));
    const missing = languagesThatHave(name).filter(
      (language) => !versions.some((version) => version.language === language),
    );
    const [example] = versions;
    return [
      ...missing.map(
        (language) => `content/${language}/${name}:1: this file is missing; ${example?.file} is there.`,
      ),
      ...differences(versions),
    ];
  });
}

/** The languages that must have a text: those that have its page; for what is no page, most often those of the whole site. */
function languagesThatHave(name: string): readonly Language[] {
  const translated = pageLanguages.filter((language) => !isLanguage(language));
  if (name === 'reading.yaml') return pageLanguages;
  if (name === 'recordings.yaml') return [];
  if (name === 'materials/protection.yaml')
    return [...languages, ...translated.filter((language) => !speaks(language, 'safe'))];
  const [, page = ''] = /^pages\/([^/]+)\.md$/.exec(name) ?? [];
  return isPageName(page) ? languagesWith(page) : languages;
}

const order = (language: string) => (isLanguage(language) ? languages.indexOf(language) : languages.length);

/** Two services with the same place in the order. */
function sameOrder(texts: readonly Text[]): string[] {
  const placed = texts.flatMap((text) => {
    const { data } = Object(text.value) as { data?: { order?: number } };
    return text.name.startsWith('services/') && data?.order !== undefined
      ? [{ ...text, place: data.order }]
      : [];
  });
  return placed.flatMap((text, index) => {
    const other = placed.find(
      (one, at) => at < index && one.language === text.language && one.place === text.place,
    );
    return other
      ? [
          `${text.file}:${text.lineOf(['data', 'order'])}: “order” is ${text.place}, and so it is in ${other.file}.`,
        ]
      : [];
  });
}

/**
 * Facts that no text, report or source names, and that say no reason to stand there. One that is not confirmed may
 * wait: `npm run launch-check` asks for it.
 */
function unused(texts: readonly Text[], facts: Map<string, Fact>): string[] {
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
    .map(([key]) => `content/: ${key} is used nowhere. Delete it, or say after “kept:” why it stands there.`);
}

const read = (pattern: string) => globSync(pattern).map((file) => readFileSync(file, 'utf8'));
