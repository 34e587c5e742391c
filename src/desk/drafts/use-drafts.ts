import { useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import type { VaultClient } from '../vault/client.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { createDrafts, type Drafts } from './drafts.ts';

/**
 * The drafts of a session, with what an earlier one of this tab left behind; `reopen` gets the thread that was open
 * then, `resume` is called where a saved answer was being written. Null until what was left behind is opened, so that
 * nothing is written over it; what other devices have comes when it comes.
 */
export function useDrafts(
  api: Api,
  vault: VaultClient,
  keeper: DraftKeeper,
  reopen: (thread: string) => void,
  resume: (screen: 'saved') => void,
): Drafts | null {
  const [, redraw] = useState(0);
  const [ready, setReady] = useState<Drafts | null>(null);
  const made = useRef<Drafts | null>(null);
  const latest = useRef({ reopen, resume });
  latest.current = { reopen, resume };

  useEffect(() => {
    if (made.current) return;
    const drafts = createDrafts(api, vault, keeper);
    made.current = drafts;
    const begin = async () => {
      const { drafts: kept, open } = await keeper.restore();
      drafts.restore(kept);
      if (open !== null) latest.current.reopen(open);
      if (drafts.saved.text() !== '') latest.current.resume('saved');
      setReady(drafts);
      await keeper.elsewhere((elsewhere) => {
        drafts.arrive(elsewhere);
        redraw((count) => count + 1);
      });
    };
    void begin();
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
