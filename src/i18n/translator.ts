import { createInstance } from 'i18next';
import { isolated } from './isolated.ts';
import { directionOf, type Language, original, pageLanguages } from './languages.ts';
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
 * Throws on a key that the language lacks, which fails the build. What it fills in keeps its order in any script.
 */
export function translator<N extends Namespace>(language: Language, namespace: N) {
  const say = i18n.getFixedT(language, namespace);
  return directionOf(language) === 'rtl' ? isolating(say) : say;
}

/** A translator that keeps what it fills in apart from what it is filled into. */
function isolating<Say extends (...given: never[]) => unknown>(say: Say): Say {
  return new Proxy(say, {
    apply: (_, self, [key, values]: unknown[]) =>
      Reflect.apply(say, self, [key, ...(values === undefined ? [] : [isolatedIn(Object(values))])]),
  });
}

const isolatedIn = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value) : value,
    ]),
  );
