import type { ReferralCase } from '../../../questions/referral.ts';
import type { RequestCase } from '../../../questions/request.ts';
import type { WorkCase } from '../../../questions/work.ts';

const listed = (...cases: readonly string[]): string => cases.join(' ');

/**
 * The `data-shown-for` of what shows only with certain answers (branches.ts), in the form of everybody, in that of
 * professionals and in that for requests. An answer that nobody can give there does not compile.
 */
export const shownFor: (...cases: readonly ReferralCase[]) => string = listed;
export const shownForWork: (...cases: readonly WorkCase[]) => string = listed;
export const shownForRequest: (...cases: readonly RequestCase[]) => string = listed;
