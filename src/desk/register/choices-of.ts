import { CHANNELS } from '../../protocol/items/kinds/tally.ts';
import {
  AGES,
  CITIZENSHIPS,
  DISTRICTS,
  FORMS,
  ORIGINS,
  OUTCOMES,
  PARTNERS,
  PRESUMED,
  SEXES,
} from '../../protocol/items/register.ts';
import type { Choice } from '../parts/choice.ts';
import type { Text } from '../words/text.ts';

/** What a band of ages is called. */
export function bandName(text: Text, age: (typeof AGES)[number]): string {
  if (age === 'unknown') return text('card.band.unknown');
  return age === '50+' ? text('card.band.50-up') : age.replace('-', '–');
}

/** What there is to choose for the figures, with its names. */
export function choicesOf(text: Text) {
  const named = <Value extends string>(values: readonly Value[], name: (value: Value) => string) =>
    values.map((value): Choice<Value> => ({ value, name: name(value) }));
  return {
    channel: named(CHANNELS, (one) => text(`card.channel.${one}`)),
    origin: named(ORIGINS, (one) => text(`card.origin.${one}`)),
    presumed: named(PRESUMED, (one) => text(`card.presumed.${one}`)),
    sex: named(SEXES, (one) => text(`card.sex.${one}`)),
    age: named(AGES, (one) => bandName(text, one)),
    citizenship: named(CITIZENSHIPS, (one) => text(`card.citizenship.${one}`)),
    forms: named(FORMS, (one) => text(`card.forms.${one}`)),
    district: named(DISTRICTS, (one) => text(`card.district.${one}`)),
    outcome: named(OUTCOMES, (one) => text(`outcome.${one}`)),
    passedTo: named(PARTNERS, (one) => text(`passOn.partner.${one}`)),
  };
}
