import { isLanguage } from '../i18n/languages.ts';
import { cached, cachedSize, type Key, keys } from './cache.ts';
import { catalogue } from './catalogue.ts';
import { type PrintDocument, papers } from './document.ts';
import { previewSize } from './settings.ts';

/** A document with what there is of it. */
export interface Printed extends PrintDocument {
  /** Its PDF on disk and its size, once it is made. */
  file: string;
  bytes: number | undefined;
  /** Its picture, where it has one. */
  preview: { path: string; file: string; width: number; height: number } | undefined;
}

/** Every document as it is on disk. Makes nothing: a page that lists them reads it. */
export function printed(): Printed[] {
  return keyedDocuments().map(({ document, key, pictured }) => ({
    ...document,
    file: cached(key, 'pdf'),
    bytes: cachedSize(key, 'pdf'),
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

/** Each document with its key. The first version of an item in a language of the site has a picture. */
export function keyedDocuments(): KeyedDocument[] {
  const keyOf = keys();
  const seen = new Set<string>();
  return catalogue().map((document) => {
    const version = `${document.item} ${document.language}`;
    const pictured = isLanguage(document.language) && !seen.has(version);
    seen.add(version);
    return { document, key: keyOf(document), pictured };
  });
}
