import type { Questions } from '../../../src/questions/question.ts';
import { REFERRAL_QUESTIONS } from '../../../src/questions/referral.ts';
import { REQUEST_QUESTIONS } from '../../../src/questions/request.ts';
import { WORK_QUESTIONS } from '../../../src/questions/work.ts';

const FORMS: Readonly<Record<string, Questions>> = {
  form: REFERRAL_QUESTIONS,
  request: REQUEST_QUESTIONS,
  work: WORK_QUESTIONS,
};

/**
 * The keys in a namespace of strings under which the questions of its form have their words: what is asked, a hint, and
 * the labels and hints of options, each as one text or by who writes; and what the script says where an answer is missing,
 * and of one before it is sent.
 */
export function questionKeys(namespace: string): RegExp[] {
  return Object.entries(FORMS[namespace] ?? {}).map(([field, row]) => {
    const options = 'options' in row ? row.options.map((value) => `${value}(?:Hint)?`) : [];
    const words = `${field}[.](?:${['question', 'hint', ...options].join('|')})(?:[.](?:me|other))?`;
    const rule = 'options' in row ? `walk[.]rule[.]${field}[.](?:${row.options.join('|')}|unsaid)|` : '';
    return new RegExp(`^(?:${row.required ? `script[.]missing[.]${field}|` : ''}${rule}${words})$`);
  });
}
