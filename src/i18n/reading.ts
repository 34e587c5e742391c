import * as z from 'zod';
import { MARK, type Reading, readingOfFile } from '../reading/mark.ts';
import { readYaml, whole } from '../reading/read.ts';
import { isLanguage, type Language, original } from './languages.ts';
import { namespacesOf, stringsFile, stringsOf } from './resources.ts';
import type { Namespace } from './strings.ts';

/** Whether somebody has read the strings of a file: false, or the mark of the words that were read. */
const Confirmed = z.union([z.literal(false), z.string().regex(MARK)], {
  error: 'write false, or the mark that npm run launch-check shows once somebody has read the strings',
});

/** content/<lang>/reading.yaml of a translation: which strings somebody who speaks the language has read. */
export const TranslationReading = z.strictObject({
  confirmed: z.strictObject({
    safe: Confirmed,
    form: Confirmed.optional(),
    mailbox: Confirmed.optional(),
    mine: Confirmed.optional(),
  } satisfies { [Name in Namespace]?: z.ZodType }),
});

/** The same of a language of the site: the strings that say what the law is, and whether a lawyer has read them. */
export const LawReading = z.strictObject({
  confirmed: z.strictObject({ mine: Confirmed } satisfies { [Name in Namespace]?: z.ZodType }),
});

type Said = { [Name in Namespace]?: string | false | undefined };

/** Where it stands which strings of a language were read. */
export const readingFile = (language: Language) => `content/${language}/reading.yaml`;

/**
 * The reading of each file of strings of a language that is a translation, or of some of them. Of a language of the site,
 * whose strings are written and not translated, it is of those that its file names. The mark also comes from
 * the Dutch strings, so that a promise that is corrected there does not stand on, read and confirmed, in another language.
 */
export function stringReadings(language: Language, names = namespacesOf(language)): Reading[] {
  const schema = isLanguage(language) ? LawReading : TranslationReading;
  const { confirmed } = whole(readYaml<{ confirmed: Said }>(readingFile(language), schema));
  const said: Said = confirmed;
  return names
    .filter((name) => !isLanguage(language) || name in said)
    .map((name) =>
      readingOfFile(
        stringsFile(language, name),
        said[name],
        stringsOf(language, name),
        stringsOf(original, name),
      ),
    );
}
