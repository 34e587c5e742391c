import * as fc from 'fast-check';
import { BY_HAND } from '../../../../src/protocol/items/kinds/state.ts';
import { CHANNELS, FIRST_LOOK, Tally } from '../../../../src/protocol/items/kinds/tally.ts';
import {
  AGES,
  CITIZENSHIPS,
  FORMS,
  ORIGINS,
  OUTCOMES,
  PRESUMED,
  SEXES,
} from '../../../../src/protocol/items/register.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';

/** Some of a list, the first of it far more often than the last: as in the figures of real years. */
const uneven = <One>(all: readonly One[]) =>
  fc.oneof(...all.map((one, at) => ({ arbitrary: fc.constant(one), weight: Math.ceil(200 / 2.2 ** at) })));

const optional = { freq: 8, nil: undefined };

/** A register card as a member may leave it, in a year. */
export const anyTally = (year: number) =>
  fc
    .record({
      month: fc.integer({ min: 1, max: 12 }).map((month) => `${year}-${String(month).padStart(2, '0')}`),
      channel: uneven(CHANNELS),
      outcome: fc.option(uneven(OUTCOMES), optional),
      language: fc.option(uneven(['nl', 'fr', 'en', 'ar', 'ro']), optional),
      urgency: fc.option(uneven([...BY_HAND].reverse()), optional),
      firstLook: fc.option(uneven(FIRST_LOOK), optional),
      origin: fc.option(uneven(ORIGINS), optional),
      presumed: fc.option(uneven(PRESUMED), optional),
      sex: fc.option(uneven(SEXES), optional),
      age: fc.option(uneven([...AGES].reverse()), optional),
      citizenship: fc.option(uneven([...CITIZENSHIPS].reverse()), optional),
      forms: fc.option(fc.uniqueArray(uneven(FORMS), { maxLength: 2 }), optional),
    })
    .map(({ month, channel, outcome, language, urgency, firstLook, ...card }): Tally => {
      const id = randomId();
      // As it is sealed and opened again: what was left out is not there.
      return Tally.parse(
        JSON.parse(
          JSON.stringify({
            v: 2,
            kind: 'tally',
            thread: id,
            id,
            month,
            channel,
            outcome,
            language,
            urgency,
            firstLook,
            card,
          }),
        ),
      );
    });

/** So many cards of a year, the same each time. */
export const cardsOf = (year: number, count: number): Tally[] =>
  fc.sample(anyTally(year), { numRuns: count, seed: 20_260_101 });
