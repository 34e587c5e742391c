import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import { lastAsked } from '../api/last-asked.ts';
import type { DeskFault } from '../api/result.ts';
import type { FirstRead } from '../state/fits.ts';
import type { VaultClient } from '../vault/client.ts';
import { type LoadedThread, loadThread, type Thread } from './load-thread.ts';

/** A thread as it last came, why the last try failed, and the ids of messages that came while it was open. */
export type OpenThread = { thread: Thread | null; fault: DeskFault | null; fresh: ReadonlySet<string> };

const NOTHING: OpenThread = { thread: null, fault: null, fresh: new Set() };

/** Keeps the thread of a referral: fetches it now and whenever `version` changes. `first`: what was read in the envelope that began it. */
export function useThread(
  api: Api,
  vault: VaultClient,
  id: string,
  { mailbox, key, digest }: FirstRead,
  version: string,
) {
  const [open, setOpen] = useState(NOTHING);
  const latest = useRef(NOTHING);

  const loading = useMemo(
    () =>
      lastAsked((loaded: LoadedThread): Thread | null => {
        const before = latest.current;
        if (loaded.ok) {
          const known = new Set(before.thread?.messages.map(({ row }) => row.id));
          const arrived = before.thread ? loaded.thread.messages.filter(({ row }) => !known.has(row.id)) : [];
          const fresh = new Set([...before.fresh, ...arrived.map(({ row }) => row.id)]);
          latest.current = { thread: loaded.thread, fault: null, fresh };
        } else {
          latest.current = { ...before, fault: loaded.fault };
        }
        setOpen(latest.current);
        return latest.current.thread;
      }),
    [],
  );

  /** Fetches the thread anew. Gives it as it came last, to whoever waits; null where it never did. */
  const reload = useCallback(
    () =>
      loading.ask(() => loadThread(api, vault, id, { mailbox, key, digest }, latest.current.thread?.entries)),
    [loading, api, vault, id, mailbox, key, digest],
  );

  useEffect(() => {
    void reload();
  }, [reload, version]);

  useEffect(
    () => () => {
      loading.forget();
      latest.current = NOTHING;
    },
    [loading],
  );

  return { ...open, reload };
}
