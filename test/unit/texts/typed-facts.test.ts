import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/facts/schema.ts';
import { typedFacts } from '../../../tools/check/content/typed-facts.ts';

const known = { source: 'a test', confirmed: true };
const facts = new Map<string, Fact>([
  ['figures.people', { value: 1769, ...known }],
  ['figures.rooms', { value: 21, ...known }],
  ['figures.steps', { value: 3, ...known }],
  ['centre.telephone', { value: '02 511 64 64', as: 'telephone', ...known }],
  ['centre.iban', { value: 'BE20 0011 7035 9156', as: 'iban', ...known }],
]);

describe('a fact typed by hand is found', () => {
  test.each([
    ['We helped 1,769 people.', 'figures.people'],
    ['We hielpen 1.769 mensen.', 'figures.people'],
    ['Nous avons aidé 1\u00a0769 personnes.', 'figures.people'],
    ['We helped 1769 people.', 'figures.people'],
    ['The house has 21 rooms.', 'figures.rooms'],
    ['Call 02/511.64.64 now.', 'centre.telephone'],
    ['Call 025116464 now.', 'centre.telephone'],
    ['To BE20001170359156, please.', 'centre.iban'],
  ])('%s', (text, key) => {
    expect(typedFacts(text, facts).map((found) => found.key)).toEqual([key]);
  });
});

describe('something else is not', () => {
  test.each([
    'There are 3 conditions.',
    'In 2021, and on 21 July.',
    'Room 121, 210 rooms, 21.5 degrees, 11,769 people.',
    'The house has {{figures.rooms}} rooms.',
    // The marks of texts that were read.
    'confirmed: read-bac21cbe',
    'confirmed: read-21c1769e',
  ])('%s', (text) => {
    expect(typedFacts(text, facts)).toEqual([]);
  });
});
