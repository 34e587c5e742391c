import { getEntry } from 'astro:content';
import type { Centre } from './centre-schema.ts';

const entry = await getEntry('centre', 'centre');
if (!entry) throw new Error('content/centre.yaml is missing');

/** The facts about the centre, of content/centre.yaml. */
export const centre: Centre = entry.data;

const production = process.env['SITE_ENV'] === 'production';

/** A telephone number as people read it, and as a link dials it. */
export interface Telephone {
  shown: string;
  href: string;
}

/** A number as a `tel:` link: Belgian numbers with +32, so that a foreign phone reaches them; short ones as they are. */
export function telephone(shown: string): Telephone {
  const digits = shown.replaceAll(' ', '');
  return { shown, href: digits.startsWith('0') ? `tel:+32${digits.slice(1)}` : `tel:${digits}` };
}

/**
 * The number to call for help. A wrong one can hurt someone: until PAG-ASA has confirmed its own, a production build
 * shows the national hotline instead, which PAG-ASA answers together with the two other centres.
 */
export function helpTelephone(): Telephone {
  const own = centre.telephone.confirmed || !production;
  return telephone(own ? centre.telephone.value : centre.hotline.value);
}

/** The emergency number, for danger to life. */
export const emergency: Telephone = telephone(centre.emergency.value);

/** Somebody else's number, or nothing where it is unconfirmed and the build is for production. */
export function publishable(number: Centre['telephone']): Telephone | undefined {
  return number.confirmed || !production ? telephone(number.value) : undefined;
}

/** Whether the site may make a claim: it is true and confirmed. */
export function may(fact: Centre['freeOfCharge']): boolean {
  return fact.value && fact.confirmed;
}
