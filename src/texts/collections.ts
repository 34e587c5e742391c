import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { parse } from 'yaml';
import { isLanguage, type Language } from '../i18n/languages.ts';
import { translator } from '../i18n/translator.ts';
import { fillMarkdown, fillPlain, shownItems } from './fill.ts';
import { frontMatter } from './front-matter.ts';

/** One text of a collection before it is filled: its id without the language, its data, and its Markdown. */
interface RawText {
  id: string;
  data: Record<string, unknown>;
  markdown: string;
}

/**
 * The Markdown files of a folder of each language: `texts('pages')` reads content/<lang>/pages/*.md, and what lies in
 * folders below it, whose names are then part of the id.
 */
export function texts(folder: string): Loader {
  return loader(`content/*/${folder}/**/*.md`, (file) => {
    const id = file.path.split(/[\\/]/).slice(3).join('/').replace(/\.md$/, '');
    return [{ id, ...frontMatter(file.text) }];
  });
}

/** The items of a YAML list of each language, of which one field is Markdown. */
export function items(name: string, options: { id: string; markdown: string }): Loader {
  return loader(`content/*/${name}.yaml`, ({ text }) =>
    parse(text).map((item: Record<string, unknown>, order: number) => {
      const { [options.markdown]: markdown, ...data } = item;
      return { id: String(item[options.id]), data: { ...data, order }, markdown: String(markdown) };
    }),
  );
}

/** A YAML file of each language that is one entry, whose texts are plain. */
export function whole(name: string): Loader {
  return loader(`content/*/${name}.yaml`, ({ text }) => [{ id: name, data: parse(text), markdown: '' }]);
}

/**
 * A loader of texts in each language. Their ids begin with the language (`nl/about`); strings of their data are
 * filled, their Markdown is filled and rendered; one of which nothing may be shown is left out. The facts may have changed since the last build, so nothing is kept.
 */
function loader(pattern: string, read: (file: { path: string; text: string }) => RawText[]): Loader {
  const load = async ({ store, parseData, renderMarkdown, config }: LoaderContext) => {
    store.clear();
    const root = fileURLToPath(config.root);
    for (const path of globSync(pattern, { cwd: root }).sort()) {
      const lang = path.split(/[\\/]/)[1];
      if (!isLanguage(lang)) throw new Error(`${path}: ${lang} is no language of the site`);
      const note = translator(lang, 'site')('unconfirmed');
      for (const raw of read({ path, text: readFileSync(`${root}/${path}`, 'utf8') })) {
        const id = `${lang}/${raw.id}`;
        try {
          const markdown = fillMarkdown(raw.markdown, lang, note);
          // A question is not asked where its whole answer still waits for somebody to confirm it.
          if (raw.markdown.trim() !== '' && markdown.trim() === '') continue;
          const data = await parseData({ id, data: { ...fillStrings(raw.data, lang, note), lang } });
          const rendered = await renderMarkdown(markdown);
          store.set({ id, data, rendered: { ...rendered, html: tidy(rendered.html) } });
        } catch (error) {
          throw new Error(`${path} (${raw.id}): ${error instanceof Error ? error.message : error}`);
        }
      }
    }
  };
  return {
    name: `texts of ${pattern}`,
    load: async (context) => {
      await load(context);
      context.watcher?.on('change', (path) => {
        if (path.includes('/content/')) void load(context);
      });
    },
  };
}

/** Fills every string in a tree of data, and leaves out the items of its lists that may not be shown. */
function fillStrings(
  data: Record<string, unknown>,
  language: Language,
  note: string,
): Record<string, unknown> {
  return JSON.parse(JSON.stringify(data), (_, value) => {
    if (typeof value === 'string') return fillPlain(value, language);
    return Array.isArray(value) ? shownItems(value, language, note) : value;
  });
}

/**
 * Takes the ids from headings, which would put their words into the address and the history; says of the heads of a
 * table that they are over columns, and makes an empty one a plain cell.
 */
function tidy(html: string): string {
  return html
    .replace(/(<h[1-6]) id="[^"]*"/g, '$1')
    .replace(/<th><\/th>/g, '<td></td>')
    .replace(/<th>/g, '<th scope="col">');
}
