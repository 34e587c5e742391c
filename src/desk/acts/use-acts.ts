import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Link } from '../../protocol/items/kinds/state.ts';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { Session } from '../door/session.ts';
import type { Case } from '../inbox/cases.ts';
import type { SaidState } from '../state/fits.ts';
import { newlyLinked } from '../state/newly-linked.ts';
import { type Stand, standOf } from '../state/stand.ts';
import { faultText } from '../words/fault-text.ts';
import type { Text } from '../words/text.ts';
import { changeStand } from './change-stand.ts';
import { createCounting } from './count-ending.ts';
import { createLinking } from './link-cases.ts';

type Lists = {
  refresh: () => Promise<unknown>;
  /** Asks for the whole list, to find out what is missing in it. */
  recheck: () => Promise<void>;
  replaceRow: (row: ThreadRow, said: SaidState) => void;
  /** Called when the person has deleted the thread. */
  onDeleted: (id: string) => void;
  /** A case that the desk has before it, or can fetch. */
  caseOf: (id: string) => Promise<Case | null>;
};

/** What a member does to a case: from how it stands to how it shall stand. */
export type Act = (before: Stand) => Stand;

/** The row of a case that was changed, or why it was not. */
export type Acted = { ok: true; row: ThreadRow } | { ok: false; fault: DeskFault };

/** A case as a member has just left it, and as it stood before: for a while that can be undone, unless it was undoing. */
export type Done = { one: Case; before: Stand; undoes: boolean };

/** What a member wanted of a case that somebody else has changed meanwhile, and that case as they left it. */
export type Conflict = { now: Case; act: Act };

/** Seconds for which what was done can be undone. */
const UNDO = { some: 30, closing: 10 };

/** What is under way in a case already is as if it had changed. */
const CHANGED: Acted = { ok: false, fault: { code: 'changed' } };

/** Tells one case after the other, as each has its place in the member's trail. Gives the last reason why one could not be told. */
async function inTurn(links: readonly Link[], tell: (link: Link) => Promise<DeskFault | null>) {
  let fault: DeskFault | null = null;
  for (const link of links) fault = (await tell(link)) ?? fault;
  return fault;
}

/**
 * Changes how cases stand, each time with a sealed word of the member, and undoes it for a while. Gives the ids of the
 * cases that are being changed, what was done last, what ran into a colleague's change, and what to say about which case when it
 * did not go as asked.
 */
export function useActs(
  api: Api,
  { vault }: Pick<Session, 'vault'>,
  { refresh, recheck, replaceRow, onDeleted, caseOf }: Lists,
  text: Text,
) {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<Done | null>(null);
  const [settled, setSettled] = useState<Done | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [said, setSaid] = useState<{ id: string; notice: string } | null>(null);
  const underWay = useRef(new Set<string>());

  useEffect(() => {
    if (!done) return;
    const closing = done.one.row.state === 'closed';
    const timer = setTimeout(() => setSettled(done), (closing ? UNDO.closing : UNDO.some) * 1000);
    return () => clearTimeout(timer);
  }, [done]);

  const tellOther = useMemo(
    () => createLinking(api, vault, { caseOf, replaceRow }),
    [api, vault, caseOf, replaceRow],
  );

  const change = useCallback(
    async (one: Case, act: Act): Promise<Acted & { done?: Omit<Done, 'undoes'> }> => {
      const { row, said: before } = one;
      const stand = standOf(before ?? null);
      const after = act(stand);
      const { linked, parted } = newlyLinked(stand, after);
      // The other case is told before: what is merged into it may at no time be lost.
      for (const { id, as } of linked) {
        const fault = await tellOther(one, id, as);
        if (!fault) continue;
        setSaid({ id: row.id, notice: text('linked.undone') });
        return { ok: false, fault };
      }
      const changed = await changeStand(api, vault, one, after);
      if (changed.ok) {
        void inTurn(parted, ({ id }) => tellOther(one, id, null)).then(
          (fault) => fault && setSaid({ id: row.id, notice: text('linked.unsaid') }),
        );
        replaceRow(changed.row, changed.said);
        const left = { ...one, row: changed.row, said: changed.said };
        return { ok: true, row: changed.row, done: { one: left, before: stand } };
      }
      const { fault } = changed;
      if (fault.code === 'changed') {
        const had = (id: string) => stand.linked?.find((link) => link.id === id)?.as ?? null;
        await inTurn(linked, ({ id }) => tellOther(one, id, had(id)));
        if (changed.now) setConflict({ now: changed.now, act });
        else setSaid({ id: row.id, notice: text('conflict.text') });
        await refresh();
      } else if (fault.code === 'deleted') onDeleted(row.id);
      else {
        if (fault.code === 'not_found') await recheck();
        setSaid({ id: row.id, notice: faultText(fault, text) });
      }
      return changed;
    },
    [api, vault, refresh, recheck, replaceRow, onDeleted, tellOther, text],
  );

  const countNext = useMemo(() => createCounting(api, vault), [api, vault]);
  const count = useCallback(
    async (one: Case) => {
      const fault = await countNext(one, one.row.saidAt ?? one.row.receivedAt);
      if (fault) setSaid({ id: one.row.id, notice: `${text('next.uncounted')} ${faultText(fault, text)}` });
    },
    [countNext, text],
  );

  const act = useCallback(
    async (one: Case, to: Act, undoes = false): Promise<Acted> => {
      const { id } = one.row;
      // Another case waits for nothing: where the network is slow, what is pressed there must not be lost.
      if (underWay.current.has(id) || one.said === undefined) return CHANGED;
      underWay.current.add(id);
      setBusy(new Set(underWay.current));
      setSaid((before) => (before?.id === id ? null : before));
      setConflict((before) => (before?.now.row.id === id ? null : before));
      const acted = await change(one, to);
      if (acted.done) {
        setDone({ ...acted.done, undoes });
        // What goes on again counts as nobody until it ends.
        const { one: left, before } = acted.done;
        if (left.row.state === 'closed' || before.closed) void count(left);
      }
      underWay.current.delete(id);
      setBusy(new Set(underWay.current));
      return acted;
    },
    [change, count],
  );

  /** Lets a case stand as it stood before what was done last. */
  const undo = useCallback(async (): Promise<Acted> => {
    if (!done) return CHANGED;
    const { tally } = done.one.said?.item ?? {};
    // What was counted keeps its place, to be replaced.
    return act(done.one, () => ({ ...done.before, ...(tally !== undefined && { tally }) }), true);
  }, [act, done]);

  const giveWay = useCallback(() => setConflict(null), []);
  /** Does what ran into a colleague's change, to the case as that one left it. */
  const insist = useCallback(
    async (): Promise<Acted> => (conflict ? act(conflict.now, conflict.act) : CHANGED),
    [act, conflict],
  );

  const undoable = done && !done.undoes && settled !== done ? done.one.row.id : null;
  return {
    act,
    undo,
    done,
    undoable,
    conflict,
    giveWay,
    insist,
    busy,
    said,
    refresh,
  };
}

/** What a member can do with cases, and what became of it. */
export type Acts = ReturnType<typeof useActs>;
