import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { timeStep } from '../clock/time-left.ts';
import { type Case, caseDue, stepIsDue } from './cases.ts';
import { Row } from './row.tsx';
import { useNear } from './use-near.ts';

/** Seconds. */
const HOUR = 3600;

type Shown = {
  /** What members call each case. */
  names: ReadonlyMap<string, string>;
  me: string;
  now: number;
  /** The id of the open case. */
  current: string | null;
  onOpen: (id: string) => void;
};

type Drawn = { shows: readonly unknown[]; row: JSX.Element };

/** How many rows of a group are drawn at once: as many as a tall screen shows. */
const AT_ONCE = 30;

/**
 * Gives what draws the rows of a group. The desk is drawn every few seconds, and may hold a thousand: a row in which nothing
 * changed is the very element that it was before, which is not looked at again, and what is in a row is drawn when it comes
 * near the sight. What was drawn is forgotten with its case.
 */
export function useRows({ names, me, now, current, onOpen }: Shown) {
  const drawn = useRef(new WeakMap<Case, Drawn>());
  const near = useNear();
  const rowOf = (one: Case, place: number): JSX.Element => {
    const { id } = one.row;
    const due = caseDue(one);
    const reference = names.get(id) ?? '';
    // What in it goes with the time: until when, whether a step is due, and of which day that is spoken.
    const times = `${due === null ? '' : timeStep(due, now)} ${stepIsDue(one, now)} ${Math.floor(now / HOUR)}`;
    const far = place >= AT_ONCE && !near.has(id);
    const shows = [reference, me, times, id === current, far, onOpen];
    const before = drawn.current.get(one);
    if (before && shows.every((each, at) => each === before.shows[at])) return before.row;
    const row = (
      <Row
        key={id}
        one={one}
        reference={reference}
        me={me}
        now={now}
        current={id === current}
        far={far}
        onOpen={onOpen}
      />
    );
    drawn.current.set(one, { shows, row });
    return row;
  };
  return (group: readonly Case[]) => group.map(rowOf);
}
