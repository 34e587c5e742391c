import { useEffect, useRef } from 'preact/hooks';
import { type Case, callsNow } from '../inbox/cases.ts';
import type { Text } from '../words/text.ts';

/** Milliseconds after which an alarm that nobody has looked at rings again. */
const AGAIN = 120_000;

/**
 * What must be looked at now, nobody has and was not opened here yet: rings when it comes and every two minutes until it is
 * opened or taken, also while the page is hidden, and stands in the title, without a word of what it is: browsers keep
 * titles. Gives the cases, the one to open first at the top. `sorted` is in the order of the list.
 */
export function useAlarm(
  sorted: readonly Case[],
  openId: string | null,
  ring: () => void,
  text: Text,
): Case[] {
  const looked = useRef(new Set<string>());
  const rang = useRef(new Set<string>());
  if (openId !== null) looked.current.add(openId);
  const waiting = sorted.filter((one) => callsNow(one) && !looked.current.has(one.row.id));
  const count = waiting.length;
  const newest = waiting.filter(({ row }) => !rang.current.has(row.id)).map(({ row }) => row.id);
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
    return () => {
      document.title = text('title');
    };
  }, [count, text]);

  return waiting;
}
