import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { BellWay } from '../../protocol/wire/api/bell-ways.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';

/** Milliseconds from one look at a trial to the next, and after how many it is over. */
const EVERY = 2000;
const LASTS = 120_000;

/** How far the trial of a way has come: sent, arrived after so many seconds, answered; or nothing was sent. */
export type Trial =
  | { way: string; stage: 'sent' | 'proved' | 'silent' | 'refused' | 'vanished' }
  | { way: string; stage: 'arrived'; after: number };

function stageOf({ id, rungAt = 0, arrivedAt, provedAt }: BellWay): Trial {
  if (provedAt !== undefined && provedAt >= rungAt) return { way: id, stage: 'proved' };
  return arrivedAt === undefined
    ? { way: id, stage: 'sent' }
    : { way: id, stage: 'arrived', after: Math.max(0, arrivedAt - rungAt) };
}

/**
 * Tries a way of the member's own: rings it, and then looks what becomes of that, until it was answered or two minutes are
 * over. `heard` gets the ways as they then are.
 */
export function useTrial(api: Api, heard: () => Promise<readonly BellWay[]>) {
  const [trial, setTrial] = useState<Trial | null>(null);
  const [fault, setFault] = useState<DeskFault | null>(null);
  const timer = useRef<ReturnType<typeof setInterval> | undefined>(undefined);
  useEffect(() => () => clearInterval(timer.current), []);

  const start = useCallback(
    async (way: string) => {
      clearInterval(timer.current);
      setFault(null);
      setTrial(null);
      const answer = await api.tryBellWay(way, {});
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
          const one = ways.find(({ id }) => id === way);
          const now: Trial = one ? stageOf(one) : { way, stage: 'vanished' };
          const over = Date.now() > until && now.stage !== 'proved';
          setTrial(over ? { way, stage: 'silent' } : now);
          if (over || now.stage === 'proved' || now.stage === 'vanished') clearInterval(timer.current);
        });
      }, EVERY);
    },
    [api, heard],
  );
  return { trial, fault, start };
}
