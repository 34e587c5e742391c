import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { ZodType } from 'zod';
import { isPageLanguage, type Language } from '../i18n/languages.ts';
import { translator } from '../i18n/translator.ts';
import { contentError, isContentError } from '../reading/content-error.ts';
import { readMarkdown, readYaml, whole } from '../reading/read.ts';
import { markdownFiles, yamlFiles } from './files.ts';
import { fillMarkdown, fillPlain, shownItems } from './fill.ts';

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
export function texts(folder: keyof typeof markdownFiles): Loader {
  const schema: ZodType<Record<string, unknown>> = markdownFiles[folder];
  return loader(`content/*/${folder}/**/*.md`, (file) => {
    const id = file.split(/[\\/]/).slice(3).join('/').replace(/\.md$/, '');
    return [{ id, ...whole(readMarkdown(file, schema)) }];
  });
}

/** The items of a YAML list of each language, of which one field is Markdown. */
export function items(name: 'faq' | 'timeline', options: { id: string; markdown: string }): Loader {
  const schema: ZodType<Record<string, unknown>[]> = yamlFiles[name];
  return loader(`content/*/${name}.yaml`, (file) =>
    whole(readYaml(file, schema)).map((item, order) => {
      const { [options.markdown]: markdown, ...data } = item;
      return { id: String(item[options.id]), data: { ...data, order }, markdown: String(markdown) };
    }),
  );
}

/** A YAML file of each language that is one entry, whose texts are plain. */
export function entire(name: 'signs'): Loader {
  return loader(`content/*/${name}.yaml`, (file) => [
    { id: name, data: whole(readYaml(file, yamlFiles[name])), markdown: '' },
  ]);
}

/**
 * A loader of texts in each language. Their ids begin with the language (`nl/about`); strings of their data are
 * filled, their Markdown is filled and rendered; one of which nothing may be shown is left out. The facts may have changed
 * since the last build, so nothing is kept.
 */
function loader(pattern: string, read: (file: string) => RawText[]): Loader {
  const load = async ({ store, parseData, renderMarkdown, config }: LoaderContext) => {
    store.clear();
    const root = fileURLToPath(config.root);
    for (const path of globSync(pattern, { cwd: root }).sort()) {
      const lang = path.split(/[\\/]/)[1];
      if (!isPageLanguage(lang)) throw new Error(`${path}: there are no pages in ${lang}`);
      const note = translator(lang, 'safe')('unconfirmed');
      for (const raw of read(path)) {
        const id = `${lang}/${raw.id}`;
        try {
          const markdown = fillMarkdown(raw.markdown, lang, note);
          // A question is not asked where its whole answer still waits for somebody to confirm it.
          if (raw.markdown.trim() !== '' && markdown.trim() === '') continue;
          const data = await parseData({ id, data: { ...fillStrings(raw.data, lang, note), lang } });
          const rendered = await renderMarkdown(markdown);
          store.set({ id, data, rendered: { ...rendered, html: tidy(rendered.html) } });
        } catch (error) {
          if (isContentError(error)) throw error;
          throw contentError([`${path} (${raw.id}): ${error instanceof Error ? error.message : error}`]);
        }
      }
    }
  };
  return {
    name: `texts of ${pattern}`,
    load: async (context) => {
      await load(context);
      context.watcher?.on('change', (path) => {
        if (!/[\\/]content[\\/]/.test(path)) return;
        // A slip while somebody is writing is said; the page stays as it was, and the server goes on.
        load(context).catch((error: unknown) => context.logger.error(String(error)));
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
