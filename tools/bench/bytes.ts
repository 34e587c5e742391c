import { join } from 'node:path';
import type { Language } from '../../src/i18n/languages.ts';
import { type PageName, pathTo } from '../../src/site/routes.ts';
import { weighPage } from '../check/pages/sizes.ts';
import { FORMS } from './forms.ts';
import { RIVALS } from './rivals.ts';
import { limitRow, type Row } from './table.ts';

/** Bytes of one TCP round trip at the start of a connection: ten segments of 1,460 bytes (RFC 6928). */
const ONE_ROUND_TRIP = 14_600;

/** Kilobytes that a referral may take, from the first page of its form to the receipt. */
const GOAL = 45;

/** What a person downloads to be helped, and to send a referral; and what the referral itself weighs. */
export function benchBytes(pages: string, referral: number): Row[] {
  const fileOf = (page: PageName, lang: Language = 'nl') => join(pages, pathTo(page, lang), 'index.html');
  const help = weighPage(fileOf('help'), pages).total;
  const form = weighPage(fileOf('form'), pages).total;
  const rivals = Object.entries(RIVALS.toSend)
    .map(([name, bytes]) => `${name} ${kilobytes(bytes)}`)
    .join(', ');
  return [
    {
      what: 'help page, with all that it needs',
      ours: kilobytes(help),
      theirs: `one round trip: ${kilobytes(ONE_ROUND_TRIP)}`,
    },
    { what: 'form, with all that it needs to send', ours: kilobytes(form), theirs: rivals },
    { what: 'a referral of some lines on the wire', ours: kilobytes(referral) },
    ...FORMS.map(({ page, lang, who }) => {
      // Few fetch the solver of challenges.
      const bytes = weighPage(fileOf(page, lang), pages, false).total + referral;
      return limitRow(`all of it until the receipt: ${who}`, Number((bytes / 1000).toFixed(1)), GOAL, 'kB');
    }),
  ];
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
