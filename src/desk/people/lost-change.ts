import type { Person } from '../../protocol/wire/api/people.ts';
import type { DeskFault } from '../api/result.ts';
import type { MemberAct } from './member-act.ts';

/** Whether what failed with a code may have been done all the same: no answer of the worker's came, or none that knows. */
export const isUnsure = (code: DeskFault['code']): boolean =>
  ['offline', 'timeout', 'foreign', 'unavailable', 'internal'].includes(code);

/** Whether two changes want the same of the same member, who was seen in the same state. */
function isSame(one: MemberAct, other: MemberAct | null): boolean {
  if (one.act !== 'change' || other?.act !== 'change') return false;
  const { person, role, standing } = other;
  return (
    one.person.id === person.id &&
    one.person.rev === person.rev &&
    one.role === role &&
    one.standing === standing
  );
}

/**
 * Whether a change of a member was made though it failed with a code, by who there is now: they are as was wanted, and changed once
 * since. Somebody else's change looks the same, so one that was refused as `changed` was made here only where the one
 * before (`lost`) wanted just this and no answer came.
 */
export function isDone(
  wanted: MemberAct,
  code: DeskFault['code'],
  lost: MemberAct | null,
  now: readonly Person[],
): boolean {
  if (wanted.act !== 'change') return false;
  const { person, role, standing } = wanted;
  const found = now.find(({ id }) => id === person.id);
  const made = found?.rev === person.rev + 1 && found.role === role && found.standing === standing;
  return made && (code !== 'changed' || isSame(wanted, lost));
}
