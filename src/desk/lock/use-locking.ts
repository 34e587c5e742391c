import { useCallback, useRef, useState } from 'preact/hooks';
import type { DraftKeeper } from '../drafts/draft-keeper.ts';
import type { Drafts } from '../drafts/drafts.ts';

/** Locks once `settle` has sealed what is being written. `ended`: the worker ended the session, not the member. */
export type Lock = (settle: () => Promise<void>, ended: boolean) => void;

/**
 * Locking, with what is written in the open case sealed before: by the member, or since the session has ended. Then a
 * member who is writing is told (`over`), and goes on when it suits them; what they write is kept over signing in again.
 */
export function useLocking(lock: Lock, keeper: DraftKeeper, drafts: Drafts | null, openId: string | null) {
  const [over, setOver] = useState(false);
  const opened = useRef<string | null>(null);
  opened.current = openId;
  const settle = useCallback(() => keeper.settle(opened.current), [keeper]);
  const lockNow = useCallback(() => lock(settle, false), [lock, settle]);
  const ended = useCallback(() => {
    if (drafts?.anyUnsent()) setOver(true);
    else lock(settle, true);
  }, [drafts, lock, settle]);
  return { lockNow, ended, over };
}
