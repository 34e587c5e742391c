import { expect, it } from 'vitest';
import en from '../../../content/en/ui/desk.json' with { type: 'json' };
import fr from '../../../content/fr/ui/desk.json' with { type: 'json' };
import { requestTitle } from '../../../src/desk/request-words.ts';
import { createText } from '../../../src/desk/text.ts';
import { timeLeft } from '../../../src/desk/time-left.ts';
import { request } from './surroundings.ts';

it('says what is left and what is late in words', () => {
  const text = createText(en, 'en');
  expect(timeLeft(1000, 340, text)).toBe('11 min left');
  expect(timeLeft(1000, 1240, text)).toBe('overdue 4 min');
  expect(timeLeft(1000, 970, text)).toBe('under a minute left');
});

it('names what a request asks for', () => {
  expect(requestTitle(request({ about: ['copies'] }), createText(en, 'en'))).toBe('Request: printed copies');
  expect(requestTitle(request({ about: ['copies', 'training'] }), createText(en, 'en'))).toBe(
    'Request: printed copies, training',
  );
});

it('chooses the plural of the language and fills places once', () => {
  const text = createText(fr, 'fr');
  expect(text('list.title', { count: 0 })).toBe('0 signalement');
  expect(text('list.title', { count: 2 })).toBe('2 signalements');
  expect(text('row.taken', { name: '{{count}}' })).toBe('{{count}} l’a');
});
