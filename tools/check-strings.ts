// Part of npm run check: each interface string exists in all languages, with the same placeholders, and is used.
import { globSync, readFileSync } from 'node:fs';
import { languages } from '../src/i18n/languages.ts';
import { type Namespace, resources } from '../src/i18n/resources.ts';

type Tree = { [key: string]: string | Tree };

/** Flattens nested strings to `a.b.c` → text. */
function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

const placeholders = (text: string) => (text.match(/\{\{\s*\w+/g) ?? []).sort().join();
const problems: string[] = [];
const namespaces = Object.keys(resources.nl) as Namespace[];
const sources = globSync('src/**/*.{ts,tsx,astro}')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/**
 * A key counts as used when it stands in the sources as a whole, or when a template names its beginning, as in
 * `answer.${way}`. i18next's plural endings belong to the key before them.
 */
function isUsed(key: string): boolean {
  const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
  if ([`'${base}'`, `\`${base}\``, `"${base}"`, `.${base}`].some((spelling) => sources.includes(spelling)))
    return true;
  const parts = base.split('.');
  return parts.some((_, count) => count > 0 && sources.includes(`${parts.slice(0, count).join('.')}.\${`));
}

for (const namespace of namespaces) {
  const reference = flatten(resources.nl[namespace]);
  for (const language of languages) {
    const file = `content/${language}/ui/${namespace}.json`;
    const strings = flatten(resources[language][namespace]);
    for (const [key, text] of reference) {
      const translated = strings.get(key);
      if (translated === undefined) problems.push(`${file}: ${key} is missing`);
      else if (translated.trim() === '') problems.push(`${file}: ${key} is empty`);
      else if (placeholders(translated) !== placeholders(text))
        problems.push(`${file}: ${key} has other placeholders`);
    }
    for (const key of strings.keys()) {
      if (!reference.has(key)) problems.push(`${file}: ${key} is unknown in Dutch`);
    }
  }
  for (const key of reference.keys()) {
    if (!isUsed(key)) problems.push(`content/nl/ui/${namespace}.json: ${key} is used nowhere`);
  }
}

for (const problem of problems) console.error(problem);
if (problems.length === 0)
  console.log(`${namespaces.length} namespaces, ${languages.length} languages, all whole.`);
process.exitCode = problems.length === 0 ? 0 : 1;
