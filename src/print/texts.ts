import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type * as z from 'zod';
import { prettifyError } from 'zod';
import type { Language } from '../i18n/languages.ts';
import { fillPlain, shownItems } from '../texts/fill.ts';
import { SignsText } from '../texts/schemas.ts';
import { type PrintLanguage, printTags, siteLanguageOf } from './languages.ts';
import { type MaterialName, type MaterialText, materialSchemas } from './schemas.ts';

const fileOf = (name: MaterialName, language: PrintLanguage) => `content/${language}/materials/${name}.yaml`;

/** The languages in which there is a text of a material. */
export function languagesOf(name: MaterialName): PrintLanguage[] {
  return printTags.filter((language) => existsSync(fileOf(name, language)));
}

/**
 * A text for print, with its facts filled in. Throws, and so fails the build, when it is not what its schema says, or
 * names a fact that is not confirmed: print can't be taken back.
 */
export function materialText<Name extends MaterialName>(
  name: Name,
  language: PrintLanguage,
): MaterialText<Name> {
  const file = fileOf(name, language);
  const schema: { safeParse: (typeof materialSchemas)[Name]['safeParse'] } = materialSchemas[name];
  const parsed = schema.safeParse(readFilled(file, siteLanguageOf(language)));
  if (!parsed.success) throw new Error(`${file}: ${prettifyError(parsed.error)}`);
  return parsed.data as MaterialText<Name>;
}

/** The signs by theme and by profession, as on the site. */
export function signsText(language: Language): z.infer<typeof SignsText> {
  const file = `content/${language}/signs.yaml`;
  const parsed = SignsText.safeParse({ lang: language, ...Object(readFilled(file, language)) });
  if (!parsed.success) throw new Error(`${file}: ${prettifyError(parsed.error)}`);
  return parsed.data;
}

/**
 * The data of a YAML file, each of its strings filled. An item of a list that waits for a claim is left out where the
 * claim may not be shown.
 */
function readFilled(file: string, language: Language): unknown {
  try {
    return JSON.parse(JSON.stringify(parse(readFileSync(file, 'utf8'))), (_, value: unknown) => {
      if (typeof value === 'string') return fillPlain(value, language);
      return Array.isArray(value) ? shownItems(value, language) : value;
    });
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}
