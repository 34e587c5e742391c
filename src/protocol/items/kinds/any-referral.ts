import * as z from 'zod/mini';
import { PersonReferral } from './referral.ts';
import { WorkPart } from './work-part.ts';

/**
 * A referral of anybody: with a part of their own where a professional writes, who may say that the person can be
 * contacted only where that person agreed.
 */
export const AnyReferral = z
  .object({ ...PersonReferral.shape, work: z.optional(WorkPart) })
  .check(
    z.refine(
      ({ who, work, reach }) => !work || (who === 'work' && (work.consent === 'agreed' || reach !== 'yes')),
    ),
  );
