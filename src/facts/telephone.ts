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

/**
 * The number to call for help. A wrong one can hurt someone: until PAG-ASA has confirmed its own, a production build
 * shows the national hotline instead, which PAG-ASA answers together with the two other centres.
 */
export function helpTelephone(): Telephone {
  return telephone(textOf(isShown('centre.telephone') ? 'centre.telephone' : 'centre.hotline'));
}

/** The emergency number, for danger to life. */
export const emergency: Telephone = telephone(textOf('centre.emergency'));

/** The number of a fact, or nothing where it may not be shown. */
export function telephoneOf(key: string): Telephone | undefined {
  const { value } = factOf(key);
  return typeof value === 'string' && isShown(key) ? telephone(value) : undefined;
}
