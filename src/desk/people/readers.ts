import type { Person } from '../../protocol/wire/api/people.ts';

/** How many must be able to read, so that one lost paper or telephone does not shut the desk for good. */
export const FEWEST_READERS = 2;

/** How many of these can open what comes in: members who work here, with a way in. */
export function countReaders(people: readonly Pick<Person, 'standing' | 'ways'>[]): number {
  return people.filter(({ standing, ways }) => standing === 'active' && ways > 0).length;
}
