/** The languages of the site and of the desk, in the order in which a Belgian reader expects them. */
export const languages = ['nl', 'fr', 'en'] as const;

/** One of the site's languages, as its BCP 47 tag. */
export type Language = (typeof languages)[number];

/** Each language in its own name, for the language switch. */
export const languageNames: Record<Language, string> = { nl: 'Nederlands', fr: 'Français', en: 'English' };

/** How Belgians write each language, as BCP 47 tags. */
export const locales: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };

/** Narrows a value of unknown origin (a route parameter) to a language. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
