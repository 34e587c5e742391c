import { expect, it } from 'vitest';
import en from '../../../../content/en/ui/desk.json' with { type: 'json' };
import { comesLater, wordsFor } from '../../../../src/desk/words/later-words.ts';
import { createSpeech, createText } from '../../../../src/desk/words/text.ts';
import { flatten } from '../../../../tools/check/content/strings.ts';

it('has each string once, in what comes first or in what comes later', () => {
  const [first, later] = (['first', 'later'] as const).map((when) => flatten(wordsFor(en, when)));
  expect(new Map([...(first ?? []), ...(later ?? [])])).toEqual(flatten(en));
  expect([...(first?.keys() ?? [])].filter((key) => later?.has(key))).toEqual([]);
  expect(comesLater('audit', 'loading')).toBe(true);
  expect(comesLater('audit', 'title')).toBe(false);
  // Whatever form its number takes.
  expect(comesLater('handover', 'incoming_one')).toBe(false);
});

it('says what came later as if it had always been there, and forgets nothing', () => {
  const { text, learn } = createSpeech(wordsFor(en, 'first'), 'en');
  learn(wordsFor(en, 'later'));
  const whole = createText(en, 'en');
  for (const key of ['audit.title', 'audit.loading', 'row.mine', 'passOn.stage.opened'] as const)
    expect(text(key)).toBe(whole(key));
});
