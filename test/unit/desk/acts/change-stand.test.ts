import { expect, it } from 'vitest';
import { changeStand } from '../../../../src/desk/acts/change-stand.ts';
import type { Case } from '../../../../src/desk/inbox/cases.ts';
import { closedAs, givenTo, UNTOUCHED } from '../../../../src/desk/state/stand.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import type { EntryRow } from '../../../../src/protocol/wire/api/entries.ts';
import type { ThreadRow } from '../../../../src/protocol/wire/api/threads.ts';
import { fromBase64url, toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../../src/protocol/wire/digest.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { fakeApi, referral, saidOf, storedOf } from '../surroundings.ts';
import { openVault } from '../vault/open-vault.ts';

const centre = drawPair();
const [ana, bo] = [
  { id: randomId(), name: 'Ana' },
  { id: randomId(), name: 'Bo' },
];

it('tells what a colleague did with a case between the member’s own act and the answer to it, which got lost', async () => {
  const item = referral();
  const { row } = storedOf(item, centre);
  const one: Case = { row, opened: { ok: true, item, key: 0, digest: row.digest }, said: null };
  const entries: EntryRow[] = [];
  const keep = (id: string, envelope: string) =>
    entries.push({ id, envelope, seq: entries.length + 1, at: 1, member: null });
  let now: ThreadRow = row;
  const api = fakeApi({
    changeState: async (_, { entry }) => {
      keep(entry.id, entry.envelope);
      const prev = toBase64url(digestOf(fromBase64url(entry.envelope) ?? new Uint8Array()));
      const theirs = saidOf(item, row, centre, { seq: 2, prev, owner: bo });
      keep(theirs.id, theirs.envelope);
      now = { ...row, state: 'taken', changed: 3, rev: 3, takenBy: bo, entry: theirs.id, entries: 2 };
      return { ok: true, value: now };
    },
    thread: async () => ({ ok: true, value: { now: 2, thread: now, messages: [], entries } }),
  });
  const changed = await changeStand(api, openVault(centre), one, givenTo(UNTOUCHED, ana));
  expect(changed).toMatchObject({
    ok: false,
    fault: { code: 'changed' },
    now: { row: { rev: 3 }, said: { item: { owner: bo } } },
  });
});

it('takes the same act for done where its answer got lost, and anything else in its place for a colleague’s', async () => {
  const item = referral();
  const { row } = storedOf(item, centre);
  const one: Case = { row, opened: { ok: true, item, key: 0, digest: row.digest }, said: null };
  const stand = closedAs(UNTOUCHED, ana, { outcome: 'advice', reason: 'Told where to go.' });
  const entries: EntryRow[] = [];
  let now: ThreadRow = row;
  const api = fakeApi({
    changeState: async (_, { entry }) => {
      if (entries.length > 0) return { ok: false, code: 'changed' };
      entries.push({ ...entry, at: 1, member: null });
      now = { ...row, state: 'closed', changed: 2, rev: 2, takenBy: ana, entry: entry.id, entries: 1 };
      return { ok: false, code: 'timeout' };
    },
    thread: async () => ({ ok: true, value: { now: 2, thread: now, messages: [], entries } }),
  });
  const vault = openVault(centre);
  expect(await changeStand(api, vault, one, stand)).toMatchObject({ fault: { code: 'timeout' } });
  // The list has not heard of it: the member presses the same again.
  expect(await changeStand(api, vault, one, stand)).toMatchObject({
    ok: true,
    row: { rev: 2, state: 'closed' },
    said: { id: entries[0]?.id, item: { closed: stand.closed } },
  });
  expect(await changeStand(api, vault, one, givenTo(UNTOUCHED, ana))).toMatchObject({
    ok: false,
    fault: { code: 'changed' },
    now: { row: { rev: 2 } },
  });
});
