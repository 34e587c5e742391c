import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import type { Tier } from '../../../src/i18n/languages.ts';
import { pluralForms, stemOf } from '../../../tools/check/content/plurals.ts';
import { copyHouse, edit } from '../copy-house.ts';
import { marked, rightToLeft } from './words.ts';

/** A language that only tests have: a row of the table with other tiers, and texts made from the Dutch ones. */
type Pseudo = { tag: 'ar' | 'pl'; tiers: readonly Tier[]; say: (text: string) => string };

/** One that is read from right to left, long, with six plurals, everywhere; one for people in need alone, with four. */
const PSEUDO: readonly Pseudo[] = [
  { tag: 'ar', tiers: ['site', 'safe', 'write', 'help', 'desk', 'print', 'spoken'], say: rightToLeft },
  { tag: 'pl', tiers: ['safe', 'write', 'help', 'spoken'], say: marked },
];

/** The texts and strings that a language on the safe tier alone needs, and no other. */
const SAFE = [
  'pages/worried.md',
  'pages/phone.md',
  'pages/rights.md',
  'ui/safe.json',
  'ui/form.json',
  'ui/mailbox.json',
  'ui/mine.json',
];

/** Puts a copy of the house into a folder, with the two languages in its tables and in its content. */
export function copyPseudoHouse(folder: string): void {
  copyHouse(folder);
  // Words that a function made are longer than a paper has room for.
  edit(join(folder, 'src/print/engine/make.ts'), (make) => make.replace(/^ +refuseOtherLength\(.*;\n/m, ''));
  for (const pseudo of PSEUDO) {
    edit(join(folder, 'src/i18n/languages.ts'), (table) => withTiers(table, pseudo));
    const own = globSync('**/*.{md,yaml,json}', { cwd: 'content/nl' }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    const needed = pseudo.tiers.includes('site') ? own : SAFE;
    for (const file of needed) writeText(folder, file, pseudo);
    // What is asked of a language of the site is another than of one of few pages, which this one may be in our own house.
    const read = join(folder, 'content', pseudo.tag, 'reading.yaml');
    if (pseudo.tiers.includes('site')) cpSync('content/nl/reading.yaml', read);
    else writeFileSync(read, 'confirmed: { safe: false }\n');
    giveFactsAnother(folder, pseudo.tag);
    if (pseudo.tiers.includes('site')) givePagesAnother(folder, pseudo.tag);
  }
}

/** The row of a language with other tiers: all that the code is told of it. */
function withTiers(table: string, { tag, tiers }: Pseudo): string {
  const row = new RegExp(`^(  ${tag}: .*tiers: )\\[[^\\]]*\\]`, 'm');
  return table.replace(row, `$1[${tiers.map((tier) => `'${tier}'`).join(', ')}]`);
}

/** The addresses of the site's pages in one language more. */
function givePagesAnother(folder: string, tag: string): void {
  edit(join(folder, 'src/site/pages.ts'), (pages) =>
    pages.replace(/(nl: ('[^']*'), fr: .*?) \}/g, `$1, ${tag}: $2 }`),
  );
}

/** Facts that differ by language, in one language more. */
function giveFactsAnother(folder: string, tag: string): void {
  for (const file of globSync(join(folder, 'content/{*,figures/*,reports/*,reports/*/*}.yaml'))) {
    const data: unknown = parseDocument(readFileSync(file, 'utf8')).toJS();
    writeFileSync(file, stringify(inAnother(data, tag)));
  }
}

/** Data in which each text that there is in nl, fr and en is there in one language more. */
function inAnother(data: unknown, tag: string): unknown {
  if (Array.isArray(data)) return data.map((item) => inAnother(item, tag));
  if (typeof data !== 'object' || data === null) return data;
  const own = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, inAnother(value, tag)]));
  return 'nl' in own && 'fr' in own && 'en' in own ? { ...own, [tag]: own['nl'] } : own;
}

/** Writes a text of a language, made from the Dutch one; one that is there already stays. */
function writeText(folder: string, file: string, { tag, say }: Pseudo): void {
  const path = join(folder, 'content', tag, file);
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, inLanguage(file, readFileSync(join('content/nl', file), 'utf8'), tag, say));
}

function inLanguage(file: string, text: string, tag: Pseudo['tag'], say: (text: string) => string): string {
  if (file.endsWith('.json')) return JSON.stringify(counted(JSON.parse(text), tag, say), null, 2);
  // Lists have names among their texts, which are the same in every language.
  if (file.endsWith('.yaml')) return text;
  const [, head = '', body = ''] = /^(---\n[\s\S]*?---\n)([\s\S]*)$/.exec(text) ?? [];
  return (
    head.replace(/^(title|lead): ([^"'].*)$/gm, (_, name, words) => `${name}: ${say(words)}`) + say(body)
  );
}

/** Strings in a language, each that counts in all of its forms. */
function counted(tree: object, tag: Pseudo['tag'], say: (text: string) => string): object {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]): [string, unknown][] => {
      if (typeof value !== 'string') return [[key, counted(value, tag, say)]];
      const stem = stemOf(key);
      if (!Object.hasOwn(tree, `${stem}_other`)) return [[key, say(value)]];
      if (key !== `${stem}_other`) return [];
      return [...pluralForms(tag as 'nl').keys()].map((form) => [`${stem}_${form}`, say(value)]);
    }),
  );
}
