import { materialText } from '../../../src/print/catalogue/texts.ts';

/** What the leaflet about the protection has in quotes, in Dutch or French. */
function quotedIn(language: 'nl' | 'fr'): string[] {
  const text = JSON.stringify(materialText('protection', language)).replaceAll('\u00a0', ' ');
  return [...text.matchAll(/[‘«] ?(.+?) ?[’»](?!\p{L})/gu)].map(([, quoted = '']) => quoted);
}

/** The Belgian papers, as they are called on themselves in both languages: what both texts have in quotes. */
export const paperNames = () => quotedIn('nl').filter((name) => quotedIn('fr').includes(name));
