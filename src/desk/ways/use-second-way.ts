import { useEffect } from 'preact/hooks';
import { WANTED_WAYS, type WaysBody } from '../../protocol/wire/api/ways.ts';

/** A trial, of which the page says that it is one: its members come in by one step, and lose nothing. */
const isTrial = () => document.getElementById('trial') !== null;

/** Whether a member lacks the second way in, which is compulsory. `ways`: null until they are known. */
export const lacksSecondWay = (ways: WaysBody | null): boolean =>
  ways !== null && ways.ways.length < WANTED_WAYS && !isTrial();

/** Opens where a second way in is added, each time that a member who has one alone comes in, before anything else is done. */
export function useSecondWay(ways: WaysBody | null, open: () => void): void {
  const lacks = lacksSecondWay(ways);
  useEffect(() => {
    if (lacks) open();
  }, [lacks]);
}
