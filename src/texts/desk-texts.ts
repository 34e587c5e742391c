import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { DeskTexts, Line, PhraseSet, Playbook } from '../desk/playbooks/texts.ts';
import { wordsFor } from '../desk/words/later-words.ts';
import { mayBeShown } from '../facts/facts.ts';
import { telephone } from '../facts/telephone.ts';
import {
  directionOf,
  languages,
  original,
  type PrintLanguage,
  printTags,
  type SiteLanguage,
} from '../i18n/languages.ts';
import { stringsOf } from '../i18n/resources.ts';
import { type Reading, readingOfFile } from '../reading/mark.ts';
import { readYaml, whole } from '../reading/read.ts';
import { pathTo } from '../site/routes.ts';
import { INTERPRETERS, Interpreters, PhrasesText, PlaybooksText } from './desk-files.ts';
import { filledParts, fillPlain } from './fill.ts';

const playbooksFile = (language: SiteLanguage) => `content/${language}/playbooks.yaml`;
const phrasesFile = (language: PrintLanguage) => `content/${language}/phrases.yaml`;

const phraseTags = () => printTags.filter((tag) => existsSync(phrasesFile(tag)));

/** The playbooks of a language, and whether the coordination has read them. A change of the Dutch ones ends that in all. */
function readPlaybooks(language: SiteLanguage) {
  const { confirmed, ...own } = whole(readYaml(playbooksFile(language), PlaybooksText));
  const { confirmed: _, ...first } = whole(readYaml(playbooksFile(original), PlaybooksText));
  const parts = language === original ? [own] : [own, first];
  return { ...own, ...readingOfFile(playbooksFile(language), confirmed, ...parts) };
}

/** The phrases of a language, and whether somebody who speaks it has read them. */
function readPhrases(language: PrintLanguage) {
  const { confirmed, ...own } = whole(readYaml(phrasesFile(language), PhrasesText));
  const { confirmed: _, ...first } = whole(readYaml(phrasesFile(original), PhrasesText));
  const parts = language === original ? [own] : [own, first];
  return { ...own, ...readingOfFile(phrasesFile(language), confirmed, ...parts) };
}

/** The reading of every text that the desk shows beside its strings. */
export function deskReadings(): Reading[] {
  return [...languages.map(readPlaybooks), ...phraseTags().map(readPhrases)];
}

/** The services of interpreters whose number nobody has called yet. */
export function unsureInterpreters(): string[] {
  const { services } = whole(readYaml(INTERPRETERS, Interpreters));
  return services.flatMap(({ name, telephone, confirmed }) =>
    confirmed === false ? [`${name}, ${telephone}`] : [],
  );
}

/**
 * What the desk shows in a language beside its first strings. In a production build no playbook that the
 * coordination has not read, no phrase that nobody who speaks its language has, and no number that is not confirmed.
 * Throws, and so fails the build, where one can't be read.
 */
export function deskTexts(language: SiteLanguage): DeskTexts {
  const { read, playbooks } = readPlaybooks(language);
  const { services } = whole(readYaml(INTERPRETERS, Interpreters));
  return {
    words: wordsFor(stringsOf(language, 'desk'), 'later'),
    read,
    playbooks: mayBeShown({ confirmed: read })
      ? playbooks.map(
          (one): Playbook => ({
            ...one,
            steps: linesOf(one.steps, language),
            never: linesOf(one.never, language),
          }),
        )
      : [],
    phrases: phraseTags().flatMap((tag) => phraseSet(tag)),
    interpreters: services
      .map(({ name, languages, telephone: shown, hours, confirmed }) => ({
        name,
        languages,
        telephone: shown,
        href: telephone(shown).href,
        hours: hours[language],
        sure: confirmed !== false,
      }))
      .filter(({ sure }) => mayBeShown({ confirmed: sure })),
  };
}

/** The file that the desk in a language gets these from: where it stands, what is in it, and by what it is known (SRI). */
export function deskTextsFile(language: SiteLanguage): { path: string; body: string; integrity: string } {
  const body = JSON.stringify(deskTexts(language));
  const integrity = `sha384-${createHash('sha384').update(body).digest('base64')}`;
  return { path: `${pathTo('desk', language)}texts.json`, body, integrity };
}

function phraseSet(tag: PrintLanguage): PhraseSet[] {
  const { read, phrases } = readPhrases(tag);
  if (!mayBeShown({ confirmed: read })) return [];
  const facts = languages.find((one) => one === tag) ?? 'en';
  const says = Object.fromEntries(phrases.map(({ id, says }) => [id, fillPlain(says, facts)]));
  return [{ language: tag, direction: directionOf(tag), read, says }];
}

/** The lines of a list that may be shown, with their facts. One that waits for a claim says so in its first words. */
function linesOf(list: readonly string[], language: SiteLanguage): Line[] {
  return list.flatMap((item) =>
    filledParts(item.replace(/^(:::confirm [\w.]+) ([\s\S]*)$/, '$1\n$2\n:::'), language).map(
      ({ markdown, confirmed }) => ({ text: markdown.trim(), sure: confirmed }),
    ),
  );
}
