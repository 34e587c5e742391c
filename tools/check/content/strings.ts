import { globSync, readFileSync } from 'node:fs';
import { type Language, original, pageLanguages } from '../../../src/i18n/languages.ts';
import { namespaces, namespacesOf, stringsFile } from '../../../src/i18n/resources.ts';
import { readStrings, type Strings } from '../../../src/reading/read-strings.ts';
import { formOf, pluralForms, stemOf } from './plurals.ts';
import { questionKeys } from './question-keys.ts';
import { isSaidByScript } from './script-keys.ts';

/** The strings of a namespace in a language, flat: `a.b.c` → text, with where they stand. */
interface Namespace {
  file: string;
  strings: Map<string, string>;
  lineOf: (key: string) => number;
}

function readNamespace(file: string): Namespace {
  const read = readStrings(file);
  if (!read.ok) return { file, strings: new Map(), lineOf: () => 1 };
  return { file, strings: flatten(read.value), lineOf: (key) => read.lineOf(key.split('.')) };
}

/** Flattens nested strings to `a.b.c` → text. */
export function flatten(tree: Strings, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** The places of a text that are filled, `{{name}}`, in one order. */
const placesIn = (text: string) =>
  (text.match(/\{\{\s*\w+\s*\}\}/g) ?? [])
    .map((place) => place.replace(/\s/g, ''))
    .sort()
    .join(' ');

/** What sources say about keys: those that stand there whole, as an argument or a value, and what templates make. */
export interface Uses {
  keys: Set<string>;
  templates: RegExp[];
}

/** What some sources say. */
export function usesIn(sources: string): Uses {
  const whole = /(?:[({[,:?]|=>|\|\||&&|return)\s*(['"`])([\w.-]+)\1/g;
  const keys = new Set([...sources.matchAll(whole)].map(([, , key = '']) => key));
  return { keys, templates: templatesIn(sources) };
}

/**
 * Whether a key is used: it stands in the sources that speak with its namespace, or a template of theirs makes it, such
 * as `answer.${way}`. i18next's plural endings belong to the key before them.
 */
export function isUsed(key: string, { keys, templates }: Uses): boolean {
  const stem = stemOf(key);
  return keys.has(stem) || templates.some((template) => template.test(stem));
}

/** What the templates of sources can make, as patterns of keys. */
function templatesIn(sources: string): RegExp[] {
  return [...sources.matchAll(/`([\w-]+\.[^`\s]*\$\{[^`]*)`/g)].map(([, template = '']) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('[\\w-]+')}$`);
  });
}

/** Whether a source asks for the translator of a namespace: by its name, or by a property whose type names it. */
function asksFor(namespace: string, text: string): boolean {
  if (text.includes(`, '${namespace}')`)) return true;
  return [...text.matchAll(/\btranslator\(\w+, (\w+)\)/g)].some(([, property = '']) =>
    new RegExp(`\\b${property}: (?:'\\w+' \\| )*'${namespace}'`).test(text),
  );
}

/** Who speaks with a namespace without asking for its translator: the desk, what tells another centre of a case in its words, the bell. */
const SPEAKERS: Readonly<Record<string, RegExp>> = {
  desk: /^src[\\/](desk|handoff)[\\/]/,
  bell: /^functions[\\/]/,
};

/** The sources that speak with a namespace: those that ask for its translator, and its speakers. */
function sourcesOf(namespace: string, files: readonly { file: string; text: string }[]): string {
  return files
    .filter(({ file, text }) => asksFor(namespace, text) || SPEAKERS[namespace]?.test(file))
    .map(({ text }) => text)
    .join('\n');
}

/**
 * What is wrong with the interface strings of content/<lang>/ui: each must exist in all languages, with the same
 * places, and be used. Each fault with its file, line and key. Empty when all is well.
 */
export function stringProblems(): string[] {
  const files = globSync(['src/**/*.{ts,tsx,astro}', 'functions/**/*.ts']).map((file) => ({
    file,
    text: readFileSync(file, 'utf8'),
  }));
  const scripts = files
    .filter(({ file }) => /^src[\\/]reporter[\\/].*\.ts$/.test(file))
    .map(({ text }) => text)
    .join('\n');
  return namespaces.flatMap((namespace) => {
    const fileIn = (language: Language) => stringsFile(language, namespace);
    const reference = readNamespace(fileIn(original));
    const { keys, templates } = usesIn(sourcesOf(namespace, files));
    const uses = { keys, templates: [...templates, ...questionKeys(namespace)] };
    const unused = [...reference.strings.keys()].filter(
      (key) => !isUsed(key, uses) && !isSaidByScript(stemOf(key), scripts),
    );
    return [
      ...unused.map(
        (key) =>
          `${reference.file}:${reference.lineOf(key)}: ${key} is used nowhere. Delete it in every language.`,
      ),
      ...pageLanguages
        .filter((language) => namespacesOf(language).includes(namespace))
        .flatMap((language) => compareStrings(reference, readNamespace(fileIn(language)), language)),
    ];
  });
}

/** What is wrong with the strings of a language, held against those of Dutch; of Dutch itself, with its own forms. */
function compareStrings(reference: Namespace, own: Namespace, language: Language): string[] {
  const { file, strings, lineOf } = own;
  const forms = pluralForms(language);
  const wanted = new Set([...reference.strings.keys()].flatMap((key) => keysFor(key, reference, forms)));
  const faults = [...wanted].flatMap((key) => {
    const text = strings.get(key);
    const like = reference.strings.has(key) ? key : `${stemOf(key)}_other`;
    const there = `${reference.file}:${reference.lineOf(like)}`;
    const at = `${file}:${lineOf(key)}: ${key}`;
    if (text === undefined) return [`${at} is missing; ${like} stands in ${there}.`];
    if (text.trim() === '') return [`${at} is empty.`];
    const meant = placesMeant(key, reference, forms);
    if (meant.includes(placesIn(text))) return [];
    return [`${at} has ${placesIn(text) || 'no place to fill'}; ${there} has ${meant[0] || 'none'}.`];
  });
  const surplus = [...strings.keys()].filter((key) => !wanted.has(key));
  const reason = (key: string) =>
    formOf(key) && reference.strings.has(`${stemOf(key)}_other`)
      ? `is a form that no number takes in ${language}`
      : `is not in ${reference.file}`;
  return [...faults, ...surplus.map((key) => `${file}:${lineOf(key)}: ${key} ${reason(key)}.`)];
}

/** The keys that a language must have for one of Dutch: the same, or one for each of its own forms where it counts. */
function keysFor(key: string, reference: Namespace, forms: ReadonlyMap<string, number>): string[] {
  const stem = stemOf(key);
  if (!formOf(key) || !reference.strings.has(`${stem}_other`)) return [key];
  return [...forms.keys()].map((form) => `${stem}_${form}`);
}

/** The places that a text may have: those of Dutch; where a form is for one number alone, it may say that in words. */
function placesMeant(key: string, { strings }: Namespace, forms: ReadonlyMap<string, number>): string[] {
  const same = strings.get(key);
  const other = placesIn(strings.get(`${stemOf(key)}_other`) ?? same ?? '');
  const alone = forms.get(formOf(key) ?? '') === 1;
  return [
    ...(same === undefined ? [] : [placesIn(same)]),
    other,
    ...(alone ? [other.replace(/ ?\{\{count\}\}/, '').trim()] : []),
  ];
}
