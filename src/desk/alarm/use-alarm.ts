import { useEffect, useRef } from 'preact/hooks';
import { type Case, callsNow, nextStep, stepIsDue } from '../inbox/cases.ts';
import type { Text } from '../words/text.ts';

/** Milliseconds after which an alarm that nobody has looked at rings again. */
const AGAIN = 120_000;

/** Marks the icon of a desk on the home screen, without a number: how much waits is nobody's to see there. */
function badge(on: boolean): void {
  const marked = on ? navigator.setAppBadge?.() : navigator.clearAppBadge?.();
  void marked?.catch(() => {});
}

/**
 * What must be looked at now, because nobody has it or its next step is due, and was not opened here yet: rings when it comes and every two minutes until it is
 * opened or taken, also while the page is hidden, and stands in the title and on the icon, without a word of what it is: browsers keep
 * titles. Gives the cases, the one to open first at the top. `sorted` is in the order of the list.
 */
export function useAlarm(
  sorted: readonly Case[],
  openId: string | null,
  now: number,
  ring: () => void,
  text: Text,
): Case[] {
  const looked = useRef(new Set<string>());
  const rang = useRef(new Set<string>());
  /** What calls of a case, as one thing to be looked at: a step that is due calls anew, whoever looked before. */
  const callOf = (one: Case): string | null => {
    if (callsNow(one)) return one.row.id;
    return stepIsDue(one, now) ? `${one.row.id} ${nextStep(one)?.at}` : null;
  };
  for (const one of sorted) if (one.row.id === openId) looked.current.add(callOf(one) ?? '');
  const waiting = sorted.filter((one) => {
    const call = callOf(one);
    return call !== null && !looked.current.has(call);
  });
  const count = waiting.length;
  const newest = waiting.map((one) => callOf(one) ?? '').filter((call) => !rang.current.has(call));
  const fresh = newest.join();

  useEffect(() => {
    if (fresh === '') return;
    for (const id of fresh.split(',')) rang.current.add(id);
    ring();
  }, [fresh, ring]);

  useEffect(() => {
    if (count === 0) return;
    const timer = setInterval(ring, AGAIN);
    return () => clearInterval(timer);
  }, [count, ring]);

  useEffect(() => {
    document.title = count > 0 ? text('alarm.title', { count }) : text('title');
    badge(count > 0);
    return () => {
      document.title = text('title');
      badge(false);
    };
  }, [count, text]);

  return waiting;
}
