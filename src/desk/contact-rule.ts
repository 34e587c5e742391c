import type { Language } from '../i18n/languages.ts';
import type { SafeAnswer } from '../protocol/referral.ts';
import { HOURS, safeParts } from './safe-times.ts';
import type { Text } from './text.ts';

function either(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(words);
}

function mayWeCall(answer: SafeAnswer, text: Text, language: Language): string {
  if (answer.way !== 'call' && answer.way !== 'call-trusted') return text(`contact.${answer.way}`);
  const parts = safeParts(answer);
  if (typeof parts === 'string') return text(`contact.${answer.way}.${parts}`);
  const times = either(
    parts.map((part) => text(`times.${part}`)),
    language,
  );
  return text(`contact.${answer.way}.times`, { times });
}

/** Whether and when to call, and what to do when another voice answers: the contact rule as a row has room for it. */
export function shortContactRule(answer: SafeAnswer, text: Text, language: Language): string[] {
  const first = mayWeCall(answer, text, language);
  if (answer.way !== 'call' && answer.way !== 'call-trusted') return [first];
  return [first, text(`contact.voice.${answer.otherVoice ?? 'unsaid'}`)];
}

/** The whole contact rule in words: `Call only in the evening. If another voice answers, hang up. No voicemail.` */
export function contactRule(answer: SafeAnswer, text: Text, language: Language): string {
  const rule = shortContactRule(answer, text, language);
  if (rule.length > 1) rule.push(text(answer.voicemail ? 'contact.voicemail.yes' : 'contact.voicemail.no'));
  return rule.join(' ');
}

/** The safe times with their hours: `in the morning (06:00–12:00) or in the evening (18:00–23:00)`. */
export function safeHours(answer: SafeAnswer, text: Text, language: Language): string {
  const parts = safeParts(answer);
  if (typeof parts === 'string') return text(`times.${parts}`);
  const hour = (number: number) => `${String(number).padStart(2, '0')}:00`;
  return either(
    parts.map((part) => `${text(`times.${part}`)} (${hour(HOURS[part][0])}–${hour(HOURS[part][1])})`),
    language,
  );
}
