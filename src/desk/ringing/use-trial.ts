import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { BellWay } from '../../protocol/wire/api/bell-ways.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { isOver, type Trial, trialNow } from './trial.ts';

/** Milliseconds from one look at a trial to the next, and after how many it is over. */
const EVERY = 2000;
const LASTS = 120_000;

/**
 * Tries a way of the member's own: rings it, and then looks what becomes of that, until it was answered or two minutes are
 * over. `heard` gets the ways as they then are; null where they could not be asked for.
 */
export function useTrial(api: Api, heard: () => Promise<readonly BellWay[] | null>) {
  const [trial, setTrial] = useState<Trial | null>(null);
  const [fault, setFault] = useState<DeskFault | null>(null);
  const timer = useRef<ReturnType<typeof setInterval> | undefined>(undefined);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      clearInterval(timer.current);
    };
  }, []);

  const start = useCallback(
    async (way: string) => {
      clearInterval(timer.current);
      setFault(null);
      setTrial(null);
      const answer = await api.tryBellWay(way, {});
      if (!here.current) return;
      if (!answer.ok) return setFault(answer);
      const { rung } = answer.value;
      if (rung !== 'rang') {
        setTrial({ way, stage: rung === 'gone' ? 'vanished' : 'refused' });
        await heard();
        return;
      }
      setTrial({ way, stage: 'sent' });
      const until = Date.now() + LASTS;
      timer.current = setInterval(() => {
        void heard().then((ways) => {
          const now = trialNow(way, ways, Date.now() > until);
          if (!now) return;
          setTrial(now);
          if (isOver(now)) clearInterval(timer.current);
        });
      }, EVERY);
    },
    [api, heard],
  );
  return { trial, fault, start };
}
