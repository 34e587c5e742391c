import type { Language } from '../i18n/languages.ts';
import type { SafeAnswer } from '../protocol/items/kinds/referral.ts';
import { HOURS, PARTS_OF_DAY, safeParts } from './safe-times.ts';
import type { Say } from './say.ts';

function either(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(words);
}

function mayWeCall(answer: SafeAnswer, text: Say, language: Language): string {
  if (answer.way !== 'call' && answer.way !== 'call-trusted') return text(`contact.${answer.way}`);
  const parts = safeParts(answer);
  if (typeof parts === 'string') return text(`contact.${answer.way}.${parts}`);
  const times = either(
    parts.map((part) => text(`times.${part}`)),
    language,
  );
  return text(`contact.${answer.way}.times`, { times });
}

/** The whole contact rule in words: `Call only in the evening. If another voice answers, hang up. No voicemail.` */
export function contactRule(answer: SafeAnswer, text: Say, language: Language): string {
  const rule = [mayWeCall(answer, text, language)];
  if (answer.way === 'call' || answer.way === 'call-trusted') {
    rule.push(text(`contact.voice.${answer.otherVoice ?? 'unsaid'}`));
    rule.push(text(answer.voicemail ? 'contact.voicemail.yes' : 'contact.voicemail.no'));
  }
  return rule.join(' ');
}

const twoDigits = (hour: number) => String(hour).padStart(2, '0');

/** The safe hours, neighbours as one stretch: `06–18`, `18–23, 23–06` over midnight as `18–06`. */
function stretches(parts: readonly (typeof PARTS_OF_DAY)[number][]): string {
  const hours: [number, number][] = [];
  for (const part of parts) {
    const [from, to] = HOURS[part];
    const last = hours.at(-1);
    if (last?.[1] === from) last[1] = to;
    else hours.push([from, to]);
  }
  const [first] = hours;
  const last = hours.at(-1);
  if (first && last && first !== last && last[1] === first[0]) {
    first[0] = last[0];
    hours.pop();
  }
  return hours.map(([from, to]) => `${twoDigits(from)}–${twoDigits(to)}`).join(', ');
}

/** The contact rule as a sign of some words, for the list: `call 18–23`, `never call`. */
export function contactSign(answer: SafeAnswer, text: Say): string {
  if (answer.way !== 'call' && answer.way !== 'call-trusted') return text(`sign.${answer.way}`);
  const parts = safeParts(answer);
  const all = parts === 'any' || (parts !== 'unsaid' && parts.length === PARTS_OF_DAY.length);
  if (all) return text(`sign.${answer.way}.any`);
  if (parts === 'unsaid') return text(`sign.${answer.way}.unsaid`);
  return text(`sign.${answer.way}.hours`, { hours: stretches(parts) });
}

/** The safe times with their hours: `in the morning (06:00–12:00) or in the evening (18:00–23:00)`. */
export function safeHours(answer: SafeAnswer, text: Say, language: Language): string {
  const parts = safeParts(answer);
  if (typeof parts === 'string') return text(`times.${parts}`);
  return either(
    parts.map((part) => {
      const [from, to] = HOURS[part];
      return `${text(`times.${part}`)} (${twoDigits(from)}:00–${twoDigits(to)}:00)`;
    }),
    language,
  );
}
