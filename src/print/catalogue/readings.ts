import { existsSync } from 'node:fs';
import type * as z from 'zod';
import { isLanguage, original, type PrintLanguage, printTags } from '../../i18n/languages.ts';
import { type Reading, readingOfFile } from '../../reading/mark.ts';
import { type Read, readYaml, whole } from '../../reading/read.ts';
import { type MaterialName, type MaterialText, materialNames, materialSchemas } from './schemas.ts';

/** Where the text of a material is. */
export const materialFile = (name: MaterialName, language: PrintLanguage) =>
  `content/${language}/materials/${name}.yaml`;

/** The languages in which there is a text of a material. */
export function languagesOf(name: MaterialName): PrintLanguage[] {
  return printTags.filter((language) => existsSync(materialFile(name, language)));
}

/** A text for print as its file has it. */
export function readMaterial<Name extends MaterialName>(
  name: Name,
  language: PrintLanguage,
): Read<MaterialText<Name>> {
  const schema = materialSchemas[name] as unknown as z.ZodType<MaterialText<Name>>;
  return readYaml(materialFile(name, language), schema);
}

/**
 * The reading of a text of a material. Texts in the languages of the site are written, not translated, and need none
 * unless they say `confirmed`. The mark of a translation also comes from the Dutch text, so that a promise that is
 * corrected there does not stand on, read and confirmed, in another language.
 */
export function readingOf(name: MaterialName, language: PrintLanguage): Reading {
  const file = materialFile(name, language);
  const { confirmed, ...own } = whole(readMaterial(name, language));
  const { confirmed: _, ...first } = whole(readMaterial(name, original));
  const reading = readingOfFile(file, confirmed, own, ...(language === original ? [] : [first]));
  return confirmed === undefined ? { ...reading, read: isLanguage(language) } : reading;
}

/** The reading of every text of every material. */
export function readings(): Reading[] {
  return materialNames.flatMap((name) => languagesOf(name).map((language) => readingOf(name, language)));
}
