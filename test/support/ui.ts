import { readFileSync } from 'node:fs';

/** The strings of the interface by file, as the Dutch ones have them. */
type Ui = {
  desk: typeof import('../../content/nl/ui/desk.json');
  form: typeof import('../../content/nl/ui/form.json');
  mailbox: typeof import('../../content/nl/ui/mailbox.json');
  mine: typeof import('../../content/nl/ui/mine.json');
  partner: typeof import('../../content/nl/ui/partner.json');
  request: typeof import('../../content/nl/ui/request.json');
  safe: typeof import('../../content/nl/ui/safe.json');
  site: typeof import('../../content/nl/ui/site.json');
  work: typeof import('../../content/nl/ui/work.json');
};

/**
 * The strings of a part of the interface in a language, as they stand in `content/`: what a test expects by key is what
 * stands there, and a sentence that is written better fails no test.
 */
export function ui<Part extends keyof Ui>(lang: string, part: Part): Ui[Part] {
  return JSON.parse(readFileSync(`content/${lang}/ui/${part}.json`, 'utf8')) as Ui[Part];
}

/** A sentence with its places filled: `{{name}}` stands for a value. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/{{(\w+)}}/g, (place, name: string) => String(values[name] ?? place));
}

/** The sentence that counts, in the form that a language has for a number: `counted('en', form.script, 'left', 1)`. */
export function counted(lang: string, words: object, key: string, count: number, values = {}): string {
  const forms: Readonly<Record<string, unknown>> = { ...words };
  const form = new Intl.PluralRules(lang).select(count);
  return filled(String(forms[`${key}_${form}`] ?? forms[`${key}_other`]), { ...values, count });
}

/**
 * A pattern for a whole sentence whose places hold something: anything, or what a pattern given for a place matches. White
 * space is any white space, as where a browser's text is compared.
 */
export function sentence(words: string, places: Readonly<Record<string, string>> = {}): RegExp {
  const source = words
    .split(/{{(\w+)}}/)
    .map((piece, at) =>
      at % 2 === 1
        ? (places[piece] ?? '.+')
        : piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s/g, '\\s'),
    );
  return new RegExp(source.join(''));
}

/** A pattern for a text that is just one of some sentences, and nothing more. */
export function whole(...sentences: readonly string[]): RegExp {
  return new RegExp(`^\\s*(?:${sentences.map((one) => sentence(one).source).join('|')})\\s*$`);
}
