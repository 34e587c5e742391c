import type { Language } from '../i18n/languages.ts';
import type { Handoff } from '../protocol/items/kinds/handoff.ts';
import { shownIn } from '../questions/shown-in.ts';
import { WORK_LINES, WORK_QUESTIONS } from '../questions/work.ts';
import { contactRule } from './contact-rule.ts';
import type { Say } from './say.ts';

/** What is passed on, without where it lies. */
export type Given = Omit<Handoff, 'v' | 'kind' | 'thread' | 'id' | 'at'>;

/** A line of it, as whoever gets it reads it. `typed`: somebody's own words, in whatever language. */
export type HandoffLine = { label: string; text: string; typed?: true };

/** A language in words of the page's language; names of languages come from the browser (CLDR). */
function languageLine({ speaks, speaksOther, formLanguage }: Given['answers'], say: Say, language: Language) {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  if (speaks === 'other') return speaksOther || say('referral.speaksOther');
  if (speaks !== undefined) return names.of(speaks);
  return formLanguage && say('referral.formIn', { language: names.of(formLanguage) ?? formLanguage });
}

/** Safe contact: how, and, where somebody else wrote, whether with the person too. */
function contactLine({ answer, who, reach, work }: Given['answers'], say: Say, language: Language) {
  if (!answer) return undefined;
  const rule = work ? say('contact.work') : contactRule(answer, say, language);
  return who === undefined || who === 'me' ? rule : `${rule} ${say(`reach.${reach ?? 'unsaid'}`)}`;
}

/** The name of a word of what only professionals say: each answer's words stand under the name of its field. */
const workKey = (name: string) => `work.${name}` as Parameters<Say>[0];

/** What only a professional said, an answer a line, in the order in which the desk has it. */
function workLines(work: Given['answers']['work'], say: Say): [string, string | undefined, 'typed'?][] {
  if (!work) return [];
  return WORK_LINES.flatMap((line) =>
    shownIn(WORK_QUESTIONS, line).map((field): [string, string | undefined, 'typed'?] => {
      // The centre asks the person too, and says what they said to it: this is the service's word.
      const named = workKey(field === line ? `lines.${line}` : `${field}.label`);
      const label = say(field === 'consent' ? 'passOn.part.told' : named);
      const answer = work[field];
      if (answer === undefined) return [label, undefined];
      if (!('options' in WORK_QUESTIONS[field])) return [label, String(answer), 'typed'];
      return [
        label,
        [answer]
          .flat()
          .map((one) => say(workKey(`${field}.${one}`)))
          .join('\n'),
      ];
    }),
  );
}

/** What is passed on, line by line, as the other centre reads it, and the member who passes it on before. */
export function handoffLines(given: Given, say: Say, language: Language): HandoffLine[] {
  const { by, consent, answers, text } = given;
  const { who, age, danger, when, happening = [] } = answers;
  const person = [who && say(`who.${who}`), age && say(`age.${age}`)].filter((one) => one !== undefined);
  const lines: [string, string | undefined, 'typed'?][] = [
    [say('passOn.from'), `PAG-ASA (${by.name})`],
    [say(consent.given ? 'passOn.agrees' : 'passOn.without'), consent.how, 'typed'],
    [say('passOn.part.person'), person.join(' · ')],
    [say('referral.danger'), danger && say(`danger.${danger}`)],
    [say('referral.when'), when && say(`when.${when}`)],
    [say('referral.contact'), contactLine(answers, say, language)],
    [say('referral.number'), answers.answer?.number, 'typed'],
    [say('passOn.part.language'), languageLine(answers, say, language)],
    ...workLines(answers.work, say),
    [say('referral.happening'), happening.map((card) => say(`happening.${card}`)).join('\n')],
    [say('referral.place'), answers.place, 'typed'],
    [say('referral.callName'), answers.callName, 'typed'],
    [say('referral.story'), answers.story, 'typed'],
    [say('passOn.text'), text, 'typed'],
  ];
  return lines.flatMap(([label, said, typed]) =>
    said ? [{ label, text: said, ...(typed && { typed: true as const }) }] : [],
  );
}
