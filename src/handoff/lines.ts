import type { Language } from '../i18n/languages.ts';
import type { Handoff } from '../protocol/items/kinds/handoff.ts';
import { contactRule } from './contact-rule.ts';
import type { Say } from './say.ts';

/** What is passed on, without where it lies. */
export type Given = Omit<Handoff, 'v' | 'kind' | 'thread' | 'id' | 'at'>;

/** A line of it, as whoever gets it reads it. `typed`: somebody's own words, in whatever language. */
export type HandoffLine = { label: string; text: string; typed?: true };

/** To whom something is passed on, in words. */
export function partnerName({ to, toName }: Pick<Given, 'to' | 'toName'>, say: Say): string {
  return toName || say(`passOn.partner.${to}`);
}

/** A language in words of the page's language; names of languages come from the browser (CLDR). */
function languageLine({ speaks, speaksOther, formLanguage }: Given['answers'], say: Say, language: Language) {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  if (speaks === 'other') return speaksOther || say('referral.speaksOther');
  if (speaks !== undefined) return names.of(speaks);
  return formLanguage && say('referral.formIn', { language: names.of(formLanguage) ?? formLanguage });
}

/** Safe contact: how, and, where somebody else wrote, whether with the person too. */
function contactLine({ answer, who, reach }: Given['answers'], say: Say, language: Language) {
  if (!answer) return undefined;
  const rule = contactRule(answer, say, language);
  return who === undefined || who === 'me' ? rule : `${rule} ${say(`reach.${reach ?? 'unsaid'}`)}`;
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
