import * as z from 'zod/mini';
import { Id } from '../../wire/fields.ts';
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

/** Of one person of a group the desk writes down no words of who wrote: these stand where they can delete them. */
const holdsNoWords = ({ of, who, work, answer, place, story, callName, speaksOther }: Referral) =>
  of === undefined ||
  (who === 'work' &&
    [work, answer.number, place, story, callName, speaksOther].every((words) => words === undefined));

/**
 * A referral of anybody: with a part of their own where a professional writes; or about one person of the group `of` which
 * another is, begun at the desk.
 */
export const AnyReferral = z
  .object({ ...PersonReferral.shape, work: z.optional(WorkPart), of: z.optional(Id) })
  .check(
    z.refine(({ who, work }) => !work || who === 'work'),
    z.refine(findsNobody),
    z.refine(holdsNoWords),
  );
