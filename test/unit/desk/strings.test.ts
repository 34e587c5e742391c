import { expect, it } from 'vitest';
import en from '../../../content/en/ui/desk.json' with { type: 'json' };
import fr from '../../../content/fr/ui/desk.json' with { type: 'json' };
import nl from '../../../content/nl/ui/desk.json' with { type: 'json' };
import { requestTitle } from '../../../src/desk/case/request-words.ts';
import { timeLeft } from '../../../src/desk/clock/time-left.ts';
import { createSpeech, createText } from '../../../src/desk/words/text.ts';
import { HAPPENING } from '../../../src/protocol/items/kinds/referral.ts';
import { counted, filled } from '../../support/ui.ts';
import { request } from './surroundings.ts';

it('says what is left and what is late in words', () => {
  const text = createText(en, 'en');
  expect(timeLeft(1000, 340, text)).toBe(
    filled(en.time.left, { time: counted('en', en.time, 'minutes', 11) }),
  );
  expect(timeLeft(1000, 1240, text)).toBe(
    filled(en.time.overdue, { time: counted('en', en.time, 'minutes', 4) }),
  );
  expect(timeLeft(1000, 970, text)).toBe(filled(en.time.left, { time: en.time.moment }));
});

it('never says that danger comes in some minutes', () => {
  for (const [language, words] of [
    ['nl', nl],
    ['fr', fr],
    ['en', en],
  ] as const) {
    for (const now of [160, 970, 1240]) {
      expect(timeLeft(1000, now, createText(words, language))).not.toMatch(/gevaar|danger/i);
    }
  }
});

it.each([
  ['nl', nl],
  ['fr', fr],
  ['en', en],
] as const)('has words of its own in %s for each thing that the form asks of', (_, { happening }) => {
  expect(Object.keys(happening).sort()).toEqual([...HAPPENING].sort());
  expect(new Set(Object.values(happening)).size).toBe(HAPPENING.length);
});

it('names what a request asks for', () => {
  expect(requestTitle(request({ about: ['copies'] }), createText(en, 'en'))).toBe(
    filled(en.request.title, { about: en.request.copies }),
  );
  expect(requestTitle(request({ about: ['copies', 'training'] }), createText(en, 'en'))).toBe(
    filled(en.request.title, { about: `${en.request.copies}, ${en.request.training}` }),
  );
});

it('chooses the plural of the language and fills places once', () => {
  const text = createText(fr, 'fr');
  expect(text('list.title', { count: 0 })).toBe(filled(fr.list.title_one, { count: 0 }));
  expect(text('list.title', { count: 2 })).toBe(filled(fr.list.title_other, { count: 2 }));
  expect(text('row.taken', { name: '{{count}}' })).toBe(filled(fr.row.taken, { name: '{{count}}' }));
});

it('keeps a value in its own order among words that are read from right to left, and there alone', () => {
  const name = 'Lea +32 488 12 34 56';
  expect(createText(nl, 'ar')('row.taken', { name })).toBe(
    filled(nl.row.taken, { name: `\u2068${name}\u2069` }),
  );
  expect(createText(nl, 'nl')('row.taken', { name })).toBe(filled(nl.row.taken, { name }));
});

it('says a string that came later, also where it was asked for before it came', () => {
  const { card, ...first } = en;
  const { text, learn } = createSpeech(first, 'en');
  expect(text('card.lead')).not.toBe(en.card.lead);
  learn({ card });
  expect(text('card.lead')).toBe(en.card.lead);
});
