import type { ReferralCase } from '../../questions/referral.ts';

/**
 * The `data-shown-for` of what shows only with certain answers (src/reporter/sealed-form/asking/branches.ts). An answer that
 * nobody can give does not compile.
 */
export function shownFor(...cases: readonly ReferralCase[]): string {
  return cases.join(' ');
}
