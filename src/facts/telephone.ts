import { factOf, isShown, textOf } from './facts.ts';
import { dialled } from './telephone-number.ts';

/** A telephone number as people read it, and as a link dials it. */
export interface Telephone {
  shown: string;
  href: string;
}

/** A number of ours as people read it, with the link that dials it. */
export function telephone(shown: string): Telephone {
  return { shown, href: `tel:${dialled(shown)}` };
}

/**
 * A Belgian number as one dials it from another country: `+32 2 511 64 64`. Throws for a short number such as 112,
 * which reaches another service there.
 */
export function dialledAbroad(shown: string): string {
  if (shown.startsWith('+')) return shown;
  if (!shown.startsWith('0')) throw new Error(`${shown} can't be dialled from abroad`);
  return `+32 ${shown.slice(1)}`;
}

/** The number to call for help, and whose it is: our own, or that of the three centres together. */
export interface HelpTelephone extends Telephone {
  line: 'own' | 'national';
}

/**
 * The number to call for help. A wrong one can hurt someone: until PAG-ASA has confirmed its own, a production build
 * shows the national hotline instead, which PAG-ASA answers together with the two other centres. Words beside it come
 * from `helpCall` (src/site/help-call.ts), or name nobody.
 */
export function helpTelephone(): HelpTelephone {
  return isShown('centre.telephone')
    ? { ...telephone(textOf('centre.telephone')), line: 'own' }
    : { ...telephone(textOf('centre.hotline')), line: 'national' };
}

/** The emergency number, for danger to life. */
export const emergency: Telephone = telephone(textOf('centre.emergency'));

/** The number of a fact, or nothing where it may not be shown. */
export function telephoneOf(key: string): Telephone | undefined {
  const { value } = factOf(key);
  return typeof value === 'string' && isShown(key) ? telephone(value) : undefined;
}
