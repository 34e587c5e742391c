import type { Referral } from '../../protocol/items/kinds/referral.ts';
import { type Case, hasMinor } from '../inbox/cases.ts';
import type { Text } from '../words/text.ts';

/** A few words on whom a case is about; `minor`: they say that somebody is under 18, and may not be missed. */
export type People = { name: 'people' | 'minors' | 'age'; said: string; minor: boolean };

/**
 * How many people a case is about, where there is more than one, how many of them are under 18, and how old the one is.
 * That somebody is under 18 is always among it, whatever says so.
 */
export function peopleOf(one: Case, { age = 'unsaid', work }: Referral, text: Text): People[] {
  const { people, minors = 0 } = work ?? {};
  const isGroup = people === undefined ? minors > 1 : people > 1;
  const isYoung = age === 'minor' || (!isGroup && minors > 0);
  const said: People[] = [];
  if (people !== undefined && people > 1)
    said.push({ name: 'people', said: text('row.people', { count: people }), minor: false });
  if (isGroup && minors > 0)
    said.push({ name: 'minors', said: text('row.minors', { count: minors }), minor: true });
  else if (isYoung || !isGroup)
    said.push({ name: 'age', said: text(`age.${isYoung ? 'minor' : age}`), minor: isYoung });
  if (hasMinor(one) && !said.some(({ minor }) => minor))
    said.push({ name: 'minors', said: text('age.minor'), minor: true });
  return said;
}
