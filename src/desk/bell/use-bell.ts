import { useEffect, useRef, useState } from 'preact/hooks';
import type { BellBody } from '../../protocol/wire/api/bell.ts';
import type { Api } from '../api/client.ts';

/** Milliseconds from one question how the bell stands to the next. */
const ASK = 30_000;

/** What a person does who looks. A moved pointer may be a cat, and what is fetched by itself is no look at all. */
const LOOKS = ['pointerdown', 'keydown'] as const;

/**
 * How the bell stands, null before it was known. Tells it what a member has looked at: each tap or key in a desk that is to be
 * seen, while the list has come further than at the last one. `upTo`: how far the list has come.
 */
export function useBell(api: Api, upTo: number | null): BellBody | null {
  const [bell, setBell] = useState<BellBody | null>(null);
  const shown = useRef(upTo);
  shown.current = upTo;

  useEffect(() => {
    let alive = true;
    let looked = -1;
    let telling = false;
    const ask = async () => {
      const answer = await api.bell();
      if (alive && answer.ok) setBell(answer.value);
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
