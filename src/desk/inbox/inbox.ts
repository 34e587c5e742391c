import type { Gone, ThreadListBody, ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Thrown } from '../../protocol/wire/api/thrown.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { SaidState } from '../state/fits.ts';
import type { VaultClient } from '../vault/client.ts';
import type { Case } from './cases.ts';
import { answerSize } from './loading/answer-size.ts';
import { fetchOrder } from './loading/fetch-order.ts';
import { loadChanges } from './loading/load-changes.ts';
import { type LiveDrill, loadEnvelopes } from './loading/load-envelopes.ts';
import { loadStates } from './loading/load-states.ts';
import { createMemory } from './loading/memory.ts';
import { createTeller } from './loading/teller.ts';

/** The list as it now stands. Times in Unix seconds. */
export type InboxState = {
  cases: readonly Case[];
  /** How many threads there are whose envelopes have not come. */
  pending: number;
  /** What was thrown away and can still be brought back, newest first. */
  thrown: Thrown[];
  /** What the person deleted, in the order in which they did. */
  gone: Gone[];
  /** The ids of what stood here still when a member deleted it for good. */
  purged: string[];
  /** When a list last came, by the worker's clock; null before it first does. */
  loadedAt: number | null;
  /** Seconds by which the worker's clock is ahead of this device's. */
  ahead: number;
  /** Why the last try to fetch something failed. */
  fault: DeskFault | null;
  /** The number up to which changes have come; null before the first did. */
  cursor: number | null;
  /** The drills that run, and when the last one came that is over; null where none is known. */
  drills: LiveDrill[];
  drilledAt: number | null;
};

/** What happened: the state now, and the ids of threads that came after the first list and can now be seen. */
export type Heard = (state: InboxState, arrived: ReadonlySet<string>) => void;

/** Keeps the list of an open desk. */
export type Inbox = {
  /** Asks what has changed. Gives whether the worker answered; what has to be fetched for it comes by and by. */
  poll: () => Promise<boolean>;
  /** Asks for everything anew, and so finds what is not there any more and nobody says why. */
  recheck: () => Promise<boolean>;
  /** Takes over a row that a change gave, and what this desk said with it. */
  replaceRow: (row: ThreadRow, said: SaidState) => void;
  /** Forgets a thread that the person deleted: nothing of it may stay, not even until the next fetch. */
  dropRow: (id: string) => void;
  state: () => InboxState;
  /** Ends it: nothing is heard any more. */
  close: () => void;
};

/** Makes the list of an open desk, which says all that happens to it. `clock` gives the time in ms. */
export function createInbox(api: Api, vault: VaultClient, hear: Heard, clock = () => Date.now()): Inbox {
  const memory = createMemory();
  const order = fetchOrder();
  const size = answerSize();
  const gone = new Map<string, Gone>();
  const purged = new Set<string>();
  const missed = new Set<string>();
  const drills = new Map<string, LiveDrill>();
  const over = new Set<string>();
  let drilledAt: number | null = null;
  let telling: Promise<void> = Promise.resolve();
  let cursor: number | null = null;
  let rest: Omit<InboxState, 'cases' | 'pending' | 'gone' | 'purged' | 'cursor' | 'drills' | 'drilledAt'> = {
    thrown: [],
    loadedAt: null,
    ahead: 0,
    fault: null,
  };
  let turn = 0;
  let fetching = false;
  let closed = false;

  const state = (): InboxState => ({
    ...rest,
    cases: memory.cases(),
    pending: memory.wanted().length,
    gone: [...gone.values()],
    purged: [...purged],
    cursor,
    drills: [...drills.values()],
    drilledAt,
  });
  const teller = createTeller((arrived) => !closed && hear(state(), arrived), clock);
  const say = () => teller.now();

  const failed = (fault: DeskFault) => {
    rest = { ...rest, fault };
    say();
    return 'failed' as const;
  };

  /** Fetches some of the envelopes that are wanted. Says how that went. */
  const fetchFirsts = async () => {
    const wanted = memory.wanted().filter(({ id }) => !missed.has(id));
    const chosen = new Set(order(wanted, size.bytes()));
    if (chosen.size === 0) return 'nothing';
    const rows = wanted.filter(({ id }) => chosen.has(id));
    const start = performance.now();
    const answer = await loadEnvelopes(api, vault, rows);
    size.took(answer.ok ? performance.now() - start : null);
    if (!answer.ok) return failed(answer.fault);
    for (const id of chosen) missed.add(id);
    const loaded = new Map(answer.loaded.map((one) => [one.id, one]));
    for (const row of rows) {
      const first = loaded.get(row.id);
      if (!first) continue;
      missed.delete(row.id);
      if (first.drill) {
        // It is no case, and never was one.
        memory.delete(row.id);
        if (!over.has(row.id)) drills.set(row.id, first.drill);
      } else memory.open(row, first.opened);
    }
    teller.soon([...loaded.keys()].filter(memory.isLate));
    return 'some';
  };

  /** Fetches what members said of the threads that were read. */
  const fetchStates = async () => {
    const rows = memory.unheard();
    if (rows.length === 0) return 'nothing';
    const answer = await loadStates(api, vault, rows);
    if (!answer.ok) return failed(answer.fault);
    for (const { row, said } of answer.loaded) memory.hear(row, said);
    say();
    return answer.loaded.length > 0 ? 'some' : 'nothing';
  };

  /** Fetches what is wanted, in small steps, until nothing is. */
  const fetchWanted = async () => {
    if (fetching) return;
    fetching = true;
    for (let going = true; going && !closed; ) {
      const steps = [await fetchFirsts()];
      if (steps[0] !== 'failed') steps.push(await fetchStates());
      going = !steps.includes('failed') && steps.includes('some');
    }
    fetching = false;
    teller.rest();
  };

  /** Keeps what the person deleted. A drill that is over is told as that, whoever looks at its tombstone. */
  const tellGone = async (all: readonly Gone[]) => {
    const known = await vault.drills(all.map(({ id }) => id));
    all.forEach((one, index) => {
      if (known.ok && known.tokens[index]) {
        over.add(one.id);
        drills.delete(one.id);
        drilledAt = Math.max(drilledAt ?? 0, one.receivedAt);
      } else gone.set(one.id, one);
    });
    say();
  };

  const onPage = (page: ThreadListBody, late: boolean) => {
    if (closed) return;
    for (const row of page.threads) memory.take(row, late);
    for (const one of page.gone) memory.delete(one.id);
    if (page.gone.length > 0) telling = telling.then(() => tellGone(page.gone));
    // Never unseen: who could change the store could say this of anything.
    for (const id of page.purged ?? []) if (memory.delete(id)) purged.add(id);
    rest = {
      thrown: page.thrown ?? rest.thrown,
      loadedAt: page.now,
      ahead: page.now - Math.floor(clock() / 1000),
      fault: null,
    };
    missed.clear();
    say();
    void fetchWanted();
  };

  /** Loads what changed beyond a number. `follow`: what comes next is asked for from where this ended. */
  const load = async (since: number, follow: boolean) => {
    turn += 1;
    const mine = turn;
    const late = rest.loadedAt !== null;
    const changes = await loadChanges(api, since, (page) => {
      if (follow) cursor = Math.max(cursor ?? 0, page.cursor);
      onPage(page, late);
    });
    await telling;
    if (!changes.ok && mine === turn) {
      rest = { ...rest, fault: changes.fault };
      say();
    }
    return changes;
  };

  const recheck = async (): Promise<boolean> => {
    const [before, known] = [cursor ?? 0, memory.ids()];
    const whole = await load(0, cursor === null);
    if (!whole.ok) return false;
    let missing = known.filter((id) => !whole.ids.has(id));
    if (missing.length === 0) return true;
    // What was closed or thrown away meanwhile is not in the whole list; it says so among the changes.
    const since = await load(before, true);
    if (!since.ok) return false;
    missing = missing.filter((id) => !since.ids.has(id));
    memory.doubt(missing, 'vanished');
    say();
    return true;
  };

  return {
    async poll() {
      const changes = await load(cursor ?? 0, true);
      if (!changes.ok) return false;
      if (!changes.back) return true;
      cursor = changes.cursor;
      return recheck();
    },
    recheck,
    replaceRow(row, said) {
      memory.take(row, true);
      // Somebody may have gone on since.
      if (row.entry === said.id) memory.hear(row, said);
      say();
      void fetchWanted();
    },
    dropRow(id) {
      memory.delete(id);
      say();
    },
    state,
    close() {
      closed = true;
    },
  };
}
