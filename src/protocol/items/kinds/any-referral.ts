import * as z from 'zod/mini';
import { PersonReferral, type Referral } from './referral.ts';
import { WorkPart } from './work-part.ts';

/**
 * Without the person's yes nothing is in it by which they could be found: where they are, how they can be contacted, and that
 * they may be. But while somebody is in danger: then help has to get there.
 */
const findsNobody = ({ danger, reach, place, work }: Pick<Referral, 'danger' | 'reach' | 'place' | 'work'>) =>
  !work ||
  work.consent === 'agreed' ||
  danger === 'yes' ||
  (reach !== 'yes' && place === undefined && work.personNumber === undefined);

/** A referral of anybody: with a part of their own where a professional writes. */
export const AnyReferral = z.object({ ...PersonReferral.shape, work: z.optional(WorkPart) }).check(
  z.refine(({ who, work }) => !work || who === 'work'),
  z.refine(findsNobody),
);
