import { isLanguage } from '../../i18n/languages.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { cached, cachedPages, cachedSize, type Key, keys } from '../engine/cache.ts';
import { type PrintDocument, papers } from '../engine/document.ts';
import { previewSize } from '../engine/settings.ts';

/** A document with what there is of it. */
export interface Printed extends Omit<PrintDocument, 'pages'> {
  /** Its PDF on disk, its size and how many pages it has, once it is made. */
  file: string;
  bytes: number | undefined;
  pages: number | undefined;
  /** Its picture, where it has one. */
  preview: { path: string; file: string; width: number; height: number } | undefined;
}

/** Every document as it is on disk. Makes nothing: a page that lists them reads it. */
export function printed(): Printed[] {
  return keyedDocuments().map(({ document, key, pictured }) => ({
    ...document,
    file: cached(key, 'pdf'),
    bytes: cachedSize(key, 'pdf'),
    pages: cachedPages(key),
    preview:
      pictured && cachedSize(key, 'webp') !== undefined
        ? {
            path: document.path.replace(/pdf$/, 'webp'),
            file: cached(key, 'webp'),
            ...previewSize(papers[document.paper]),
          }
        : undefined,
  }));
}

/** A document, what it is kept under, and whether it has a picture. */
export interface KeyedDocument {
  document: PrintDocument;
  key: Key;
  pictured: boolean;
}

/** Each document with its key. The first version of a material in a language of the site has a picture. */
export function keyedDocuments(): KeyedDocument[] {
  const keyOf = keys();
  const seen = new Set<string>();
  return catalogue().map((document) => {
    const version = `${document.item} ${document.language}`;
    const pictured =
      document.offeredOn === 'downloads' && isLanguage(document.language) && !seen.has(version);
    seen.add(version);
    return { document, key: keyOf(document), pictured };
  });
}
