import { globSync, readFileSync } from 'node:fs';
import { languages } from '../../../src/i18n/languages.ts';
import { readStrings, type Strings } from '../../../src/reading/read-strings.ts';
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
function flatten(tree: Strings, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** Places that a page fills while it is built, `{{name}}`, and the `#` that a script replaces by a number. */
const placesIn = (text: string) => [
  ...(text.match(/\{\{\s*\w+\s*\}\}/g) ?? []).map((place) => place.replace(/\s/g, '')),
  ...(text.match(/#/g) ?? []),
];

/** What sources say about keys: those that stand there whole, as an argument or a value, and what templates make. */
interface Uses {
  keys: Set<string>;
  templates: RegExp[];
}

function usesIn(sources: string): Uses {
  const whole = /(?:[({[,:?]|=>|\|\||&&|return)\s*(['"`])([\w.-]+)\1/g;
  const keys = new Set([...sources.matchAll(whole)].map(([, , key = '']) => key));
  return { keys, templates: templatesIn(sources) };
}

/**
 * Whether a key is used: it stands in the sources that speak with its namespace, or a template of theirs makes it, such
 * as `answer.${way}`. i18next's plural endings belong to the key before them.
 */
function isUsed(key: string, { keys, templates }: Uses): boolean {
  const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
  return keys.has(base) || templates.some((template) => template.test(base));
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

/** The sources that speak with a namespace: those that ask for its translator; for the desk, all that is the desk. */
function sourcesOf(namespace: string, files: readonly { file: string; text: string }[]): string {
  return files
    .filter(
      ({ file, text }) =>
        asksFor(namespace, text) || (namespace === 'desk' && /^src[\\/]desk[\\/]/.test(file)),
    )
    .map(({ text }) => text)
    .join('\n');
}

/**
 * What is wrong with the interface strings of content/<lang>/ui: each must exist in all languages, with the same
 * places, and be used. Each fault with its file, line and key. Empty when all is well.
 */
export function stringProblems(content = 'content', sources = 'src'): string[] {
  const files = globSync(`${sources}/**/*.{ts,tsx,astro}`).map((file) => ({
    file,
    text: readFileSync(file, 'utf8'),
  }));
  const scripts = files
    .filter(({ file }) => /^src[\\/]reporter[\\/].*\.ts$/.test(file))
    .map(({ text }) => text)
    .join('\n');
  const [first, ...others] = languages;
  return globSync(`${content}/${first}/ui/*.json`)
    .sort()
    .flatMap((found) => {
      const file = found.replaceAll('\\', '/');
      const name = file.replace(/^.*\//, '');
      const reference = readNamespace(file);
      const namespace = name.replace('.json', '');
      const { keys, templates } = usesIn(sourcesOf(namespace, files));
      const uses = { keys, templates: [...templates, ...questionKeys(namespace)] };
      const unused = [...reference.strings.keys()].filter(
        (key) => !isUsed(key, uses) && !isSaidByScript(key, scripts),
      );
      return [
        ...unused.map(
          (key) => `${file}:${reference.lineOf(key)}: ${key} is used nowhere. Delete it in every language.`,
        ),
        ...[...reference.strings]
          .filter(([, text]) => text.trim() === '')
          .map(([key]) => `${file}:${reference.lineOf(key)}: ${key} is empty.`),
        ...others.flatMap((language) =>
          compareStrings(reference, readNamespace(`${content}/${language}/ui/${name}`)),
        ),
      ];
    });
}

function compareStrings(reference: Namespace, { file, strings, lineOf }: Namespace): string[] {
  const missing = [...reference.strings].flatMap(([key, text]) => {
    const there = `${reference.file}:${reference.lineOf(key)}`;
    const translated = strings.get(key);
    const at = `${file}:${lineOf(key)}: ${key}`;
    if (translated === undefined) return [`${at} is missing; it stands in ${there}.`];
    if (translated.trim() === '') return [`${at} is empty.`];
    const [own, other] = [placesIn(translated).sort().join(' '), placesIn(text).sort().join(' ')];
    return own === other ? [] : [`${at} has ${own || 'no place to fill'}; ${there} has ${other || 'none'}.`];
  });
  const surplus = [...strings.keys()].filter((key) => !reference.strings.has(key));
  return [...missing, ...surplus.map((key) => `${file}:${lineOf(key)}: ${key} is not in ${reference.file}.`)];
}
