import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Language } from '../i18n/languages.ts';
import { type FilledPart, filledParts, fillPlain } from '../texts/fill.ts';
import { frontMatter } from '../texts/front-matter.ts';
import { ChapterText } from '../texts/schemas.ts';

/** A text of a report outside of a page: its Markdown in parts, and what a person said, where it has that. */
export interface ReportText {
  parts: FilledPart[];
  quote: { words: string; who: string } | undefined;
}

/**
 * A text below content/<lang>/reports/ by its name (`2024/foreword`), where there is one: what a page reads through
 * src/texts/read.ts, for what is made before the pages. Throws, and so fails the build, when it is not whole.
 */
export function reportText(name: string, lang: Language): ReportText | undefined {
  const file = `content/${lang}/reports/${name}.md`;
  if (!existsSync(file)) return undefined;
  return inFile(file, () => {
    const { data, markdown } = frontMatter(readFileSync(file, 'utf8'));
    const { quote, who = '' } = ChapterText.parse({ ...data, lang });
    return {
      parts: filledParts(markdown, lang),
      quote: quote === undefined ? undefined : { words: fillPlain(quote, lang), who: fillPlain(who, lang) },
    };
  });
}

const Milestones = z.array(z.strictObject({ year: z.int(), text: z.string().min(1) }));

/** The milestones of the history, as content/<lang>/timeline.yaml has them. */
export function milestones(lang: Language): { year: number; parts: FilledPart[] }[] {
  const file = `content/${lang}/timeline.yaml`;
  return inFile(file, () =>
    Milestones.parse(parse(readFileSync(file, 'utf8'))).map(({ year, text }) => ({
      year,
      parts: filledParts(text, lang),
    })),
  );
}

function inFile<Read>(file: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}
