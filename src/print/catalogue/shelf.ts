import { type Language, type PrintLanguage, printTags } from '../../i18n/languages.ts';
import type { Copy } from '../../protocol/items/kinds/request.ts';
import { type Printed, printed } from '../shelf/printed.ts';

/** For whom a material is, as the downloads page sorts it. */
export const audiences = ['help', 'near', 'professional', 'donor'] as const;
/** What it is. */
export const kinds = ['poster', 'card', 'leaflet', 'checklist'] as const;

interface Shelved {
  audience: (typeof audiences)[number];
  kind: (typeof kinds)[number];
}

const checklist: Shelved = { audience: 'professional', kind: 'checklist' };

/** Every material on the downloads page, in its order: those of which copies can be asked for. */
const shelved = {
  poster: { audience: 'help', kind: 'poster' },
  strips: { audience: 'help', kind: 'poster' },
  card: { audience: 'help', kind: 'card' },
  protection: { audience: 'help', kind: 'leaflet' },
  conversation: { audience: 'near', kind: 'leaflet' },
  refer: { audience: 'professional', kind: 'leaflet' },
  prompt: { audience: 'professional', kind: 'checklist' },
  'checklist-police': checklist,
  'checklist-hospital': checklist,
  'checklist-social': checklist,
  'checklist-asylum': checklist,
  'checklist-schools': checklist,
  donor: { audience: 'donor', kind: 'leaflet' },
} satisfies Record<Copy, Shelved>;

/** The name of a material. */
export type ShelfItem = keyof typeof shelved;

/** A file of a material, and the languages that a reader may look for it under. */
export interface ShelfFile extends Printed {
  bytes: number;
  pages: number;
  under: PrintLanguage[];
}

/**
 * The materials as a page in a language shows them, each with its files: the page's own language first. The poster
 * with strips speaks every language, so its version in the page's language stands for those that have none.
 */
export function shelf(page: Language) {
  const all = printed().filter(({ offeredOn }) => offeredOn === 'downloads');
  const stray = all.find(({ item }) => !Object.hasOwn(shelved, item));
  if (stray) throw new Error(`${stray.path} is on no shelf: src/print/catalogue/shelf.ts`);
  return (Object.keys(shelved) as ShelfItem[]).flatMap((item) => {
    const versions = all.filter((document) => document.item === item);
    const tags = new Set(versions.map(({ language }) => language));
    const files = versions
      .flatMap((document): ShelfFile[] => {
        const { bytes, pages, language } = document;
        if (bytes === undefined || pages === undefined) return [];
        const others = language === page ? document.speaks.filter((tag) => !tags.has(tag)) : [];
        return [{ ...document, bytes, pages, under: [language, ...others] }];
      })
      .sort((a, b) => Number(b.language === page) - Number(a.language === page));
    const preview = files.find(({ language, preview }) => language === page && preview)?.preview;
    return files.length > 0 ? [{ item, ...shelved[item], files, preview }] : [];
  });
}

/** The languages that some material is in, in the order of lists. */
export function languagesOnShelf(materials: ReturnType<typeof shelf>): PrintLanguage[] {
  const there = new Set(materials.flatMap(({ files }) => files.flatMap(({ under }) => under)));
  return printTags.filter((tag) => there.has(tag));
}
