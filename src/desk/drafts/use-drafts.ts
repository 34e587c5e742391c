import { useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import type { VaultClient } from '../vault/client.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { createDrafts, type Drafts } from './drafts.ts';

/**
 * The drafts of a session, with what an earlier one of this tab left behind; `reopen` gets the thread that was open
 * then. Null until what was left behind is opened, so that nothing is written over it.
 */
export function useDrafts(
  api: Api,
  vault: VaultClient,
  keeper: DraftKeeper,
  reopen: (thread: string) => void,
): Drafts | null {
  const [ready, setReady] = useState<Drafts | null>(null);
  const made = useRef<Drafts | null>(null);
  const latest = useRef(reopen);
  latest.current = reopen;

  useEffect(() => {
    if (made.current) return;
    const drafts = createDrafts(api, vault, keeper);
    made.current = drafts;
    void keeper.restore().then(({ drafts: kept, open }) => {
      drafts.restore(kept);
      if (open !== null) latest.current(open);
      setReady(drafts);
    });
  }, [api, vault, keeper]);

  // A telephone may end a page that it hides, without asking.
  useEffect(() => {
    const away = () => {
      if (document.hidden) void keeper.flush();
    };
    document.addEventListener('visibilitychange', away);
    return () => document.removeEventListener('visibilitychange', away);
  }, [keeper]);

  return ready;
}
