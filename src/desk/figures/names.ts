import { BY_HAND } from '../../protocol/items/kinds/state.ts';
import { CHANNELS, FIRST_LOOK } from '../../protocol/items/kinds/tally.ts';
import { AGES, CITIZENSHIPS, FORMS, ORIGINS, OUTCOMES } from '../../protocol/items/register.ts';
import { bandName } from '../register/choices-of.ts';
import type { Text } from '../words/text.ts';
import type { CsvWords } from './files.ts';
import { type FigureTableName, LANGUAGE_ROWS } from './tables.ts';

/** What stands in the place of a number that is not told. */
export const UNTOLD = { few: '1–4', hidden: '×' } as const;

/** Names by what they stand for. */
const among = <One extends string>(all: readonly One[], row: string, name: (one: One) => string) => {
  const one = all.find((known) => known === row);
  return one === undefined ? undefined : name(one);
};

/** What a row of a table is called; of months `monthName` says it, from 1. */
export function rowName(
  text: Text,
  table: FigureTableName,
  row: string,
  monthName: (month: number) => string,
): string {
  const name = {
    months: () => monthName(Number(row)),
    channels: () => among(CHANNELS, row, (one) => text(`card.channel.${one}`)),
    origins: () => among(ORIGINS, row, (one) => text(`card.origin.${one}`)),
    outcomes: () => among(OUTCOMES, row, (one) => text(`outcome.${one}`)),
    languages: () => among(LANGUAGE_ROWS, row, (one) => text(`card.language.${one}`)),
    urgency: () => among(BY_HAND, row, (one) => text(`when.${one}`)),
    'first-look': () => among(FIRST_LOOK, row, (one) => text(`card.firstLook.${one}`)),
    'sex-age': () => among(AGES, row, (one) => bandName(text, one)),
    citizenship: () => among(CITIZENSHIPS, row, (one) => text(`card.citizenship.${one}`)),
    forms: () =>
      row === 'several' ? text('card.forms.several') : among(FORMS, row, (one) => text(`card.forms.${one}`)),
  }[table]();
  return name ?? text('figures.unknown');
}

/** What a column of a table with several is called. */
export function columnName(text: Text, column: string): string {
  if (column === 'f' || column === 'm') return text(`card.sex.${column}`);
  return text('figures.otherSex');
}

/** The words of the CSV file in the language of the page, as Belgians set their spreadsheets. */
export function csvWords(text: Text, language: string): CsvWords {
  return {
    heads: [
      text('figures.table'),
      text('figures.row'),
      text('figures.column'),
      text('figures.value'),
      text('figures.told'),
    ],
    ...UNTOLD,
    table: (name) => text(`figures.${name}`),
    row: (name, row) => rowName(text, name, row, String),
    column: (_, column) => columnName(text, column),
    total: text('figures.total'),
    separator: language === 'en' ? ',' : ';',
  };
}
