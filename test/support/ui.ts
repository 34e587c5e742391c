import { readFileSync } from 'node:fs';

/** The strings of the interface by file, as the Dutch ones have them. */
type Ui = {
  desk: typeof import('../../content/nl/ui/desk.json');
  form: typeof import('../../content/nl/ui/form.json');
  mailbox: typeof import('../../content/nl/ui/mailbox.json');
  request: typeof import('../../content/nl/ui/request.json');
  safe: typeof import('../../content/nl/ui/safe.json');
  site: typeof import('../../content/nl/ui/site.json');
};

/**
 * The strings of a part of the interface in a language, as they stand in `content/`: what a test expects by key is what
 * stands there, and a sentence that is written better fails no test.
 */
export function ui<Part extends keyof Ui>(lang: string, part: Part): Ui[Part] {
  return JSON.parse(readFileSync(`content/${lang}/ui/${part}.json`, 'utf8')) as Ui[Part];
}
