import * as z from 'zod';
import { helpTelephone } from '../../facts/telephone.ts';
import type { Language, PrintLanguage } from '../../i18n/languages.ts';
import { contentError } from '../../reading/content-error.ts';
import { readYaml, whole } from '../../reading/read.ts';
import { fillPlain, shownItems } from '../../texts/fill.ts';
import { SignsText } from '../../texts/schemas.ts';
import { materialFile, readingOf, readMaterial } from './readings.ts';
import { type MaterialName, type MaterialText, materialSchemas } from './schemas.ts';
import { siteLanguageOf } from './site-language.ts';

/**
 * A text for print, with its facts filled in, and whether a person who speaks its language has read it as it is. Throws,
 * and so fails the build, when it is not what its schema says, or names a fact that is not confirmed: print can't be
 * taken back.
 */
export function materialText<Name extends MaterialName>(
  name: Name,
  language: PrintLanguage,
): Omit<MaterialText<Name>, 'confirmed'> & { confirmed: boolean } {
  const file = materialFile(name, language);
  const { confirmed, ...text } = whole(readMaterial(name, language));
  const filled = filledAs(file, text, withoutReading(name), siteLanguageOf(language));
  const { read } = readingOf(name, language);
  return { ...(besideNumber(filled) as Omit<MaterialText<Name>, 'confirmed'>), confirmed: read };
}

/** A text whose words beside the number are true of the number that is printed. */
function besideNumber(text: unknown): unknown {
  const { callNational } = Object(text);
  const national = callNational !== undefined && helpTelephone().line === 'national';
  return national ? { ...Object(text), call: callNational } : text;
}

/** What a text is once it is known whether it was read. */
function withoutReading(name: MaterialName): z.ZodType {
  const schema: z.ZodObject = materialSchemas[name];
  return schema.omit({ confirmed: true });
}

/** The signs by theme and by profession, as on the site. */
export function signsText(language: Language): z.infer<typeof SignsText> {
  const file = `content/${language}/signs.yaml`;
  const schema = SignsText.omit({ lang: true });
  return { ...filledAs(file, whole(readYaml(file, schema)), schema, language), lang: language };
}

/**
 * Data with each of its strings filled. An item of a list that waits for a claim is left out where the claim may not be
 * shown; what is left must still be what the schema says.
 */
function filledAs<Value>(file: string, data: unknown, schema: z.ZodType<Value>, language: Language): Value {
  try {
    const filled: unknown = JSON.parse(JSON.stringify(data), (_, value: unknown) => {
      if (typeof value === 'string') return fillPlain(value, language);
      return Array.isArray(value) ? shownItems(value, language) : value;
    });
    return schema.parse(filled);
  } catch (error) {
    const says =
      error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : error;
    throw contentError([`${file}: ${says}`]);
  }
}
