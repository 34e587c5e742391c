import { createInstance } from 'i18next';
import { type Language, original, pageLanguages } from './languages.ts';
import { namespaces, namespacesOf, stringsOf } from './resources.ts';
import type { Namespace } from './strings.ts';

const i18n = createInstance();
await i18n.init({
  resources: Object.fromEntries(
    pageLanguages.map((language) => [
      language,
      Object.fromEntries(namespacesOf(language).map((name) => [name, stringsOf(language, name)])),
    ]),
  ),
  lng: original,
  fallbackLng: false,
  defaultNS: 'site',
  ns: namespaces,
  interpolation: { escapeValue: false },
  initAsync: false,
  saveMissing: true,
  missingKeyHandler: (tags, namespace, key) => {
    throw new Error(`No string for ${namespace}:${key} in ${tags.join(', ')}`);
  },
});

/**
 * The typed translator of one language and namespace. Runs while the site is built, never in a browser.
 * Throws on a key that the language lacks, which fails the build.
 */
export function translator<N extends Namespace>(language: Language, namespace: N) {
  return i18n.getFixedT(language, namespace);
}
