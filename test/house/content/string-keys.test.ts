import { expect, test } from 'vitest';
import { questionKeys } from '../../../tools/check/content/question-keys.ts';
import { isSaidByScript } from '../../../tools/check/content/script-keys.ts';

const isAsked = (key: string, namespace = 'form') => questionKeys(namespace).some((one) => one.test(key));

test.each([
  ['the question, by who writes', 'age.question.other'],
  ['the label of an option', 'danger.unsure'],
  ['the hint of an option', 'way.mailboxHint'],
  ['what is said where a required answer is missing', 'script.missing.number'],
  ['what is said of an answer before it is sent', 'walk.rule.otherVoice.hang-up'],
  ['what is said then of none', 'walk.rule.otherVoice.unsaid'],
])('the words of a question are used: %s', (_, key) => {
  expect(isAsked(key)).toBe(true);
  expect(isAsked(key, 'mailbox')).toBe(false);
});

test.each([
  ['an option that nobody can choose', 'danger.perhaps'],
  ['a question that nobody asks', 'doctor.question'],
  ['a wording for nobody', 'age.question.you'],
  ['what is said where a question may stay open', 'script.missing.place'],
])('other words are not: %s', (_, key) => {
  expect(isAsked(key)).toBe(false);
});

test('a word of a script is used where each of its names stands in one', () => {
  const sources = "status.textContent = words.stages[stage]; const stage = 'sealing';";
  expect(isSaidByScript('script.stages.sealing', sources)).toBe(true);
  expect(isSaidByScript('walk.stages.sealing', sources)).toBe(true);
  expect(isSaidByScript('script.stages.seal', sources)).toBe(false);
  expect(isSaidByScript('script.steps.sealing', sources)).toBe(false);
  expect(isSaidByScript('stages.sealing', sources)).toBe(false);
});
