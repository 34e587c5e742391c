import { useEffect, useRef, useState } from 'preact/hooks';
import type { BellBody } from '../../protocol/wire/api/bell.ts';
import type { Api } from '../api/client.ts';
import { isAway } from '../api/result.ts';

/** How the bell stands, as far as this desk hears. `unheard`: the worker has not been able to say for some minutes. */
export type HeardBell = Omit<BellBody, 'fault'> & { fault?: BellBody['fault'] | 'unheard' };

/** Milliseconds from one question how the bell stands to the next. */
const ASK = 30_000;

/** Milliseconds without a word of the bell from a worker that answers, after which nobody knows how it stands. */
const SILENT = 180_000;

/** What a person does who looks. A moved pointer may be a cat, and what is fetched by itself is no look at all. */
const LOOKS = ['pointerdown', 'keydown'] as const;

/**
 * How the bell stands, null before it was known. Tells it what a member has looked at: each tap or key in a desk that is to be
 * seen, while the list has come further than at the last one. `upTo`: how far the list has come.
 */
export function useBell(api: Api, upTo: number | null): HeardBell | null {
  const [bell, setBell] = useState<HeardBell | null>(null);
  const shown = useRef(upTo);
  shown.current = upTo;

  useEffect(() => {
    let alive = true;
    let looked = -1;
    let telling = false;
    let heard = Date.now();
    const ask = async () => {
      const answer = await api.bell();
      if (!alive) return;
      if (answer.ok) {
        heard = Date.now();
        setBell(answer.value);
      } else if (!isAway(answer) && Date.now() - heard > SILENT)
        // That there is no network the list says.
        setBell((before) => ({ now: 0, flood: false, ...before, fault: 'unheard' }));
    };
    const look = async () => {
      const now = shown.current;
      if (document.visibilityState !== 'visible' || telling || now === null || now <= looked) return;
      telling = true;
      const told = await api.look({ upTo: now });
      telling = false;
      if (told.ok) looked = now;
      if (alive) void ask();
    };
    const onLook = () => void look();
    void ask();
    const timer = setInterval(() => void ask(), ASK);
    for (const type of LOOKS) addEventListener(type, onLook, { passive: true, capture: true });
    return () => {
      alive = false;
      clearInterval(timer);
      for (const type of LOOKS) removeEventListener(type, onLook, { capture: true });
    };
  }, [api]);

  return bell;
}
