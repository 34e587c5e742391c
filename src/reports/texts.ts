import { existsSync } from 'node:fs';
import type { SiteLanguage } from '../i18n/languages.ts';
import { contentError, isContentError } from '../reading/content-error.ts';
import { readMarkdown, readYaml, whole } from '../reading/read.ts';
import { markdownFiles, yamlFiles } from '../texts/files.ts';
import { type FilledPart, filledParts, fillPlain } from '../texts/fill.ts';

/** A text of a report outside of a page: its Markdown in parts, and what a person said, where it has that. */
export interface ReportText {
  parts: FilledPart[];
  quote: { words: string; who: string } | undefined;
}

/**
 * A text below content/<lang>/reports/ by its name (`2024/foreword`), where there is one: what a page reads through
 * src/texts/read.ts, for what is made before the pages. Throws, and so fails the build, when it is not whole.
 */
export function reportText(name: string, lang: SiteLanguage): ReportText | undefined {
  const file = `content/${lang}/reports/${name}.md`;
  if (!existsSync(file)) return undefined;
  return inFile(file, () => {
    const { data, markdown } = whole(readMarkdown(file, markdownFiles.reports));
    const { quote, who = '' } = data;
    return {
      parts: filledParts(markdown, lang),
      quote: quote === undefined ? undefined : { words: fillPlain(quote, lang), who: fillPlain(who, lang) },
    };
  });
}

/** The milestones of the history, as content/<lang>/timeline.yaml has them. */
export function milestones(lang: SiteLanguage): { year: number; parts: FilledPart[] }[] {
  const file = `content/${lang}/timeline.yaml`;
  return inFile(file, () =>
    whole(readYaml(file, yamlFiles.timeline)).map(({ year, text }) => ({
      year,
      parts: filledParts(text, lang),
    })),
  );
}

function inFile<Read>(file: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (isContentError(error)) throw error;
    throw contentError([`${file}: ${error instanceof Error ? error.message : error}`]);
  }
}
