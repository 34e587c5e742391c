import { globSync, readFileSync } from 'node:fs';
import { languages } from '../../src/i18n/languages.ts';
import { type Namespace, resources } from '../../src/i18n/resources.ts';

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

/**
 * A key counts as used when it stands in the sources as a whole, or when a template names its beginning, as in
 * `answer.${way}`. i18next's plural endings belong to the key before them.
 */
function isUsed(key: string, sources: string): boolean {
  const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
  if ([`'${base}'`, `\`${base}\``, `"${base}"`, `.${base}`].some((spelling) => sources.includes(spelling)))
    return true;
  const parts = base.split('.');
  return parts.some((_, count) => count > 0 && sources.includes(`${parts.slice(0, count).join('.')}.\${`));
}

/**
 * What is wrong with the interface strings of content/<lang>/ui: each must exist in all languages, with the same
 * placeholders, and be used. Empty when all is well.
 */
export function stringProblems(): string[] {
  const problems: string[] = [];
  const sources = globSync('src/**/*.{ts,tsx,astro}')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  for (const namespace of Object.keys(resources.nl) as Namespace[]) {
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
      if (!isUsed(key, sources)) problems.push(`content/nl/ui/${namespace}.json: ${key} is used nowhere`);
    }
  }

  return problems;
}
