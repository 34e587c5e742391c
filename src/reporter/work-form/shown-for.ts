import type { WorkCase } from '../../questions/work.ts';

/** The `data-shown-for` of what shows only with certain answers of a professional, as in src/reporter/referral-form. */
export const shownFor = (...cases: readonly WorkCase[]): string => cases.join(' ');
