import { expect, it } from 'vitest';
import en from '../../../content/en/ui/desk.json' with { type: 'json' };
import fr from '../../../content/fr/ui/desk.json' with { type: 'json' };
import nl from '../../../content/nl/ui/desk.json' with { type: 'json' };
import { requestTitle } from '../../../src/desk/case/request-words.ts';
import { timeLeft } from '../../../src/desk/clock/time-left.ts';
import { createText } from '../../../src/desk/words/text.ts';
import { request } from './surroundings.ts';

it('says what is left and what is late in words', () => {
  const text = createText(en, 'en');
  expect(timeLeft(1000, 340, text)).toBe('11 min left');
  expect(timeLeft(1000, 1240, text)).toBe('overdue 4 min');
  expect(timeLeft(1000, 970, text)).toBe('under a minute left');
});

it('never says that danger comes in some minutes', () => {
  const left = [createText(nl, 'nl'), createText(fr, 'fr')].map((text) => [
    timeLeft(1000, 160, text),
    timeLeft(1000, 970, text),
    timeLeft(1000, 1240, text),
  ]);
  // A no-break space reads as a space.
  expect(left.map((said) => said.map((words) => words.replaceAll('\u00a0', ' ')))).toEqual([
    ['nog 14 min', 'nog minder dan 1 min', '4 min te laat'],
    ['encore 14 min', 'encore moins d’une minute', 'en retard de 4 min'],
  ]);
});

it('says of what happens what the form asked, in each language', () => {
  expect([nl.happening.crime, fr.happening.crime, en.happening.crime]).toEqual([
    'Moet stelen, bedelen of drugs verkopen',
    'Doit voler, mendier ou vendre de la drogue',
    'Made to steal, beg or sell drugs',
  ]);
  expect([fr.happening.papers, fr.happening.sex]).toEqual([
    'Quelqu’un garde ses papiers',
    'Rapports sexuels forcés',
  ]);
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
  expect(text('row.taken', { name: '{{count}}' })).toBe('Pris en charge par {{count}}');
});
