import * as z from 'zod/mini';
import type strings from '../../../content/nl/ui/desk.json';
import type { Language } from '../../i18n/languages.ts';

type Leaf<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Path}${Key}`
    : Leaf<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one`
  ? Stem
  : Key extends `${infer Stem}_other`
    ? Stem
    : Key;

/** The path of a string of the desk, without the suffix of its plural: `row.days`. */
export type TextKey = WithoutPlural<Leaf<typeof strings>>;

/** What goes into the places `{{name}}` of a string. `count` also chooses the plural. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Gives a string of the desk in the language of the page. */
export type Text = (key: TextKey, values?: TextValues) => string;

type Tree = { [key: string]: string | Tree };
const Tree: z.ZodMiniType<Tree> = z.record(z.string(), z.union([z.string(), z.lazy(() => Tree)]));

function flatten(tree: Tree, path: string, into: Map<string, string>): Map<string, string> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') into.set(path + key, value);
    else flatten(value, `${path}${key}.`, into);
  }
  return into;
}

/**
 * Makes the `text` function of one language from its strings, as they stand in content/<language>/ui/desk.json.
 * Places are filled in one pass, so that a value cannot bring in places of its own. Throws when `strings` is no
 * tree of strings; a key without a string gives the key.
 */
export function createText(strings: unknown, language: Language): Text {
  const texts = flatten(Tree.parse(strings), '', new Map());
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const { count } = values;
    const suffix = typeof count === 'number' && plural.select(count) === 'one' ? '_one' : '_other';
    const found = texts.get(key) ?? texts.get(key + suffix) ?? key;
    return found.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => String(values[name] ?? ''));
  };
}
