// npm run launch-check: what is still open before the site may go live. Fails while anything is.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod';
import { isLanguage, pageLanguages } from '../../src/i18n/languages.ts';
import type { Reading } from '../../src/reading/mark.ts';
import { readOptions, runTool } from '../terminal/run-tool.ts';
import { QUESTIONS, Questions } from './content/files.ts';
import { requireWholeContent } from './content/problems.ts';

const CENTRE_KEY = 'content/centre-key.json';

/** A fact's value in one line. */
function shown(value: unknown): string {
  if (value === null) return 'not known';
  if (value === true) return 'a claim in the texts';
  return typeof value === 'object' ? Object.values(value).join(' | ') : String(value);
}

function list(title: string, lines: string[]): void {
  if (lines.length > 0) console.log(`\n${title}\n${lines.map((line) => `  ☐ ${line}`).join('\n')}`);
}

/** Why a text is open again. */
const CHANGED = '\n      It was read, and words were changed since: here, or in the Dutch text.';

const namespaceOf = (file: string) => basename(file, '.json');

/** A text that waits for somebody to read it, and what to write then. */
function howToConfirm({ file, mark, changed }: Reading): string {
  return `${file}: once it is read and right, “confirmed: ${mark}”${changed ? CHANGED : ''}`;
}

/** Whether the real site's key is there, and not a throw-away one in its place. */
function drawnKey(): boolean {
  if (!existsSync(CENTRE_KEY)) return false;
  const { use } = z.object({ use: z.string() }).parse(JSON.parse(readFileSync(CENTRE_KEY, 'utf8')));
  return use === 'production';
}

const USAGE = 'Usage: npm run launch-check';

readOptions({}, USAGE);
await runTool(async () => {
  // What reads the texts can't be loaded while a file of content/ is broken.
  await requireWholeContent();
  const { loadFacts } = await import('../../src/facts/load.ts');
  const { markOfNumbers } = await import('../../src/reports/series.ts');
  const { readings } = await import('../../src/print/catalogue/readings.ts');
  const { deskReadings, unsureInterpreters } = await import('../../src/texts/desk-texts.ts');
  const { readingFile, stringReadings } = await import('../../src/i18n/reading.ts');
  const { recordings } = await import('../../src/site/listen/recordings.ts');
  const { readYaml, whole } = await import('../../src/reading/read.ts');
  const { loadReports, REPORTS } = await import('../../src/reports/load.ts');

  const facts = [...loadFacts()].filter(([, { confirmed }]) => !confirmed);
  const series = loadReports().flatMap((report) =>
    [...report.series].flatMap(([name, one]) =>
      one.confirmed
        ? []
        : [{ file: `${REPORTS}/${report.id}/${name}.yaml`, source: one.source, mark: markOfNumbers(one) }],
    ),
  );
  const unread = readings().filter(({ read }) => !read);
  const unreadStrings = pageLanguages
    .flatMap((language) => stringReadings(language).map((reading) => ({ ...reading, language })))
    .filter(({ read }) => !read);
  const ours = unreadStrings.filter(({ language }) => isLanguage(language));
  const translated = unreadStrings.filter(({ language }) => !isLanguage(language));
  const howToConfirmStrings = ({ language, file, mark, changed }: (typeof unreadStrings)[number]) =>
    `${file}: once it is read and right, “${namespaceOf(file)}: ${mark}” in ${readingFile(language)}${changed ? CHANGED : ''}`;
  const unheard = recordings().filter(({ heard }) => !heard);
  const unreadAtDesk = deskReadings().filter(({ read }) => !read);
  const interpreters = unsureInterpreters();
  const questions = whole(readYaml(QUESTIONS, Questions)).filter(({ answered }) => !answered);
  const missing = drawnKey() ? [] : [`${CENTRE_KEY}: the centre has drawn no key yet. See docs/deploying.md`];

  list(
    `Facts that PAG-ASA must confirm (${facts.length}), in content/. Then write the value again after “confirmed:”`,
    facts.map(([key, { value, source }]) => `${key}: ${shown(value)}\n      ${source}`),
  );
  list(
    `Numbers of reports that PAG-ASA must confirm (${series.length})`,
    series.map(({ file, source, mark }) => `${file}: then “confirmed: ${mark}”\n      ${source}`),
  );
  list(
    `Printed texts that nobody who speaks the language has read (${unread.length}). None of them is in a production build`,
    unread.map(howToConfirm),
  );
  list(
    `Pages in a language that nobody who speaks it has read (${translated.length}). None of them is in a production build: no page at all before safe.json and the leaflet on rights are read, and before the others are too, none to write on`,
    translated.map(howToConfirmStrings),
  );
  list(
    `Strings of ours that say what the law is and that no lawyer has read (${ours.length}). They are in every build`,
    ours.map(howToConfirmStrings),
  );
  list(
    `Recordings of which nobody has heard that they say what stands on the page (${unheard.length}). None of them is played`,
    unheard.map(
      ({ language, block, file, mark }) =>
        `${file}: once it is heard and right, “${block}: ${mark}” in content/${language}/recordings.yaml`,
    ),
  );
  list(
    `Texts of the desk that the coordination, or somebody who speaks the language, has not read (${unreadAtDesk.length}). None of them is in a production build`,
    unreadAtDesk.map(howToConfirm),
  );
  list(`Interpreters whose number nobody has called (${interpreters.length})`, interpreters);
  list(
    `Questions to answer (${questions.length}), in ${QUESTIONS}`,
    questions.map(({ question }) => question),
  );
  list('Missing', missing);

  const open = [
    facts,
    series,
    unread,
    unreadStrings,
    unheard,
    unreadAtDesk,
    interpreters,
    questions,
    missing,
  ].reduce((sum, { length }) => sum + length, 0);
  console.log(open === 0 ? 'Nothing is open.' : `\n${open} points are open. The site must not go live.`);
  process.exitCode = open === 0 ? 0 : 1;
});
