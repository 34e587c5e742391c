import { useCallback, useRef, useState } from 'preact/hooks';
import { MOST_THROWN } from '../../protocol/wire/api/thrown.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Api } from '../api/client.ts';
import type { ApiResult } from '../api/result.ts';
import { type Case, canBeThrownAway } from '../inbox/cases.ts';
import { faultText } from '../words/fault-text.ts';
import type { Text } from '../words/text.ts';

/** Throwing away and bringing back, as the hook gives it. */
export type JunkActions = {
  busy: boolean;
  /** What went not as asked, in words. */
  said: string | null;
  throwAway: (cases: readonly Case[]) => Promise<void>;
  bringBack: (id: string) => Promise<void>;
};

/**
 * Throws away what can't be read, in as many requests as it takes, under one id, and brings back what was thrown
 * away. Nothing that waits for a key is ever sent, whatever is asked.
 */
export function useJunk(api: Api, refresh: () => Promise<unknown>, text: Text): JunkActions {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const underWay = useRef(false);

  const run = useCallback(
    async (ask: () => Promise<string | null>) => {
      if (underWay.current) return;
      underWay.current = true;
      setBusy(true);
      setSaid(null);
      const notice = await ask();
      await refresh();
      setSaid(notice);
      underWay.current = false;
      setBusy(false);
    },
    [refresh],
  );

  const throwAway = useCallback(
    (cases: readonly Case[]) =>
      run(async () => {
        const junk = cases.filter(canBeThrownAway).map(({ row: { id, rev } }) => ({ id, rev }));
        const id = randomId();
        let thrown = 0;
        for (let at = 0; at < junk.length; at += MOST_THROWN) {
          const answer: ApiResult<{ count: number }> = await api.throwAway({
            id,
            threads: junk.slice(at, at + MOST_THROWN),
          });
          if (!answer.ok) return faultText(answer, text);
          thrown = answer.value.count;
        }
        return thrown < junk.length ? text('throw.fewer', { count: thrown }) : null;
      }),
    [api, run, text],
  );

  const bringBack = useCallback(
    (id: string) =>
      run(async () => {
        const answer = await api.bringBack(id);
        return answer.ok ? null : faultText(answer, text);
      }),
    [api, run, text],
  );

  return { busy, said, throwAway, bringBack };
}
