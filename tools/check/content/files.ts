import { globSync } from 'node:fs';
import * as z from 'zod';
import { Facts } from '../../../src/facts/schema.ts';
import { languages, pageLanguages, printTags } from '../../../src/i18n/languages.ts';
import { LawReading, TranslationReading } from '../../../src/i18n/reading.ts';
import { namespacesOf } from '../../../src/i18n/resources.ts';
import { materialNames, materialSchemas } from '../../../src/print/catalogue/schemas.ts';
import { type Read, readMarkdown, readYaml } from '../../../src/reading/read.ts';
import { readStrings } from '../../../src/reading/read-strings.ts';
import { ReportFile } from '../../../src/reports/schema.ts';
import { Series } from '../../../src/reports/series.ts';
import { blockNames } from '../../../src/site/listen/blocks.ts';
import { RecordingsText, readRecording } from '../../../src/site/listen/recordings.ts';
import { INTERPRETERS, Interpreters, PhrasesText, PlaybooksText } from '../../../src/texts/desk-files.ts';
import { markdownFiles, yamlFiles } from '../../../src/texts/files.ts';

/** Where the questions to PAG-ASA are. */
export const QUESTIONS = 'content/launch/questions.yaml';

/** What PAG-ASA must answer before the site goes live, and whether it has. */
export const Questions = z.array(z.strictObject({ question: z.string().min(1), answered: z.boolean() }));

type Reader = (file: string) => Read<unknown>;

const yaml =
  (schema: z.ZodType): Reader =>
  (file) =>
    readYaml(file, schema);
const oneOf = (names: readonly string[]) => `{${names.join(',')},}`;

/** How each file of content/ is read. The first pattern that fits a file counts. */
const readers: readonly (readonly [pattern: string, read: Reader | undefined])[] = [
  ['content/centre-key.json', undefined],
  [QUESTIONS, yaml(Questions)],
  ['content/reports/*.yaml', yaml(ReportFile)],
  ['content/reports/*/*.yaml', yaml(Series)],
  [INTERPRETERS, yaml(Interpreters)],
  [`content/${oneOf(languages)}/playbooks.yaml`, yaml(PlaybooksText)],
  [`content/${oneOf(printTags)}/phrases.yaml`, yaml(PhrasesText)],
  [`content/${oneOf(languages)}/reading.yaml`, yaml(LawReading)],
  [`content/${oneOf(pageLanguages)}/reading.yaml`, yaml(TranslationReading)],
  [`content/${oneOf(pageLanguages)}/recordings.yaml`, yaml(RecordingsText)],
  [`content/${oneOf(pageLanguages)}/recordings/${oneOf(blockNames)}.ogg`, readRecording],
  ['content/{figures/,}*.yaml', yaml(Facts)],
  ...Object.entries(markdownFiles).map(
    ([folder, head]) =>
      [
        `content/${oneOf(folder === 'pages' ? pageLanguages : languages)}/${folder}/**/*.md`,
        (file: string) => readMarkdown(file, head as z.ZodType),
      ] as const,
  ),
  ...Object.entries(yamlFiles).map(
    ([name, schema]) => [`content/${oneOf(languages)}/${name}.yaml`, yaml(schema)] as const,
  ),
  ...materialNames.map(
    (name) => [`content/${oneOf(printTags)}/materials/${name}.yaml`, yaml(materialSchemas[name])] as const,
  ),
  ...pageLanguages.map(
    (language) => [`content/${language}/ui/${oneOf(namespacesOf(language))}.json`, readStrings] as const,
  ),
];

/** A file of content/ with what was read of it. */
export interface ContentFile {
  file: string;
  read: Read<unknown>;
}

/**
 * Every file of content/, read as its place says. A file that nothing reads is a fault: it is most likely one whose name
 * is mistyped.
 */
export function contentFiles(): ContentFile[] {
  const files = new Map<string, ContentFile>();
  for (const [pattern, read] of readers) {
    for (const found of globSync(pattern)) {
      const file = found.replaceAll('\\', '/');
      if (!files.has(file)) files.set(file, { file, read: read?.(file) ?? nothing });
    }
  }
  for (const found of globSync('content/**/*.*')) {
    const file = found.replaceAll('\\', '/');
    const says = 'nothing reads this file. Is its name mistyped, or does it lie in the wrong folder?';
    if (!files.has(file)) files.set(file, { file, read: { ok: false, faults: [`${file}:1: ${says}`] } });
  }
  return [...files.values()].sort((a, b) => a.file.localeCompare(b.file));
}

const nothing: Read<unknown> = { ok: true, value: undefined, lineOf: () => 1 };
