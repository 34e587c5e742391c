import { expect, it } from 'vitest';
import { createCounting } from '../../../../src/desk/acts/count-ending.ts';
import type { Case } from '../../../../src/desk/inbox/cases.ts';
import { firstLookOf } from '../../../../src/desk/register/keep-tally.ts';
import type { Referral } from '../../../../src/protocol/items/kinds/referral.ts';
import type { Tally } from '../../../../src/protocol/items/kinds/tally.ts';
import { openOwn } from '../../../../src/protocol/keys/open-own-box.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import type { ThreadRow } from '../../../../src/protocol/wire/api/threads.ts';
import { fromBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sampleState } from '../../../samples/desk-items.ts';
import { fakeApi, referral, storedOf } from '../surroundings.ts';
import { openVault } from '../vault/open-vault.ts';

const centre = drawPair();

/** The tally that is kept of a case that was closed. */
async function tallyOf(item: Referral, fields: Partial<ThreadRow> = {}): Promise<Tally | undefined> {
  const { row } = storedOf(item, centre, fields);
  const pins = { first: row.digest, mailbox: item.mailbox };
  const state = sampleState(item.id, pins, { tally: randomId(), closed: { outcome: 'advice' } });
  let kept: Tally | undefined;
  const api = fakeApi({
    putTally: async (id, { envelope }) => {
      const opened = openOwn(fromBase64url(envelope) ?? new Uint8Array(), [centre], { thread: id, id });
      if (opened.ok && opened.item.kind === 'tally') kept = opened.item;
      return { ok: true, value: { id } };
    },
  });
  const said = { id: state.id, digest: row.digest, item: state, key: 0 };
  const one: Case = { row, opened: { ok: true, item, key: 0, digest: row.digest }, said };
  await createCounting(api, openVault(centre))(one, 1_800_000_000);
  return kept;
}

it('counts how long nobody looked at what came from outside, and not at what the desk itself began', async () => {
  const times = { receivedAt: 1_800_000_123, readAt: 1_800_000_200 };
  expect(await tallyOf(referral(), times)).toMatchObject({ firstLook: '15-minutes' });
  expect(await tallyOf(referral({ who: 'work', of: randomId() }), times)).not.toHaveProperty('firstLook');
});

it('counts what was undone behind what was done, however long that takes', async () => {
  const item = referral({ danger: 'yes' });
  const { row } = storedOf(item, centre);
  const tally = randomId();
  const left = (outcome: 'advice' | null): Case => {
    const state = sampleState(
      item.id,
      { first: row.digest, mailbox: item.mailbox },
      { tally, closed: outcome && { outcome } },
    );
    return {
      row,
      opened: { ok: true, item, key: 0, digest: row.digest },
      said: { id: state.id, digest: row.digest, item: state, key: 0 },
    };
  };
  const stored: unknown[] = [];
  const waits = [30, 0];
  const api = fakeApi({
    putTally: async (id, { envelope }) => {
      await new Promise((resolve) => setTimeout(resolve, waits.shift()));
      const opened = openOwn(fromBase64url(envelope) ?? new Uint8Array(), [centre], { thread: id, id });
      if (!opened.ok || opened.item.kind !== 'tally') throw new Error('No tally was stored.');
      const { outcome, urgency } = opened.item;
      stored.push({ outcome, urgency });
      return { ok: true, value: { id } };
    },
  });
  const count = createCounting(api, openVault(centre));
  const faults = await Promise.all([count(left('advice'), 1_800_000_000), count(left(null), 1_800_000_010)]);
  expect(faults).toEqual([null, null]);
  expect(stored).toEqual([
    { outcome: 'advice', urgency: 'now' },
    { outcome: 'junk', urgency: 'now' },
  ]);
});

it('says how long it took until somebody looked, and not of what keeps no hour any more', () => {
  const at = 1_800_000_123;
  expect(firstLookOf({ receivedAt: at, readAt: at + 899 })).toBe('15-minutes');
  expect(firstLookOf({ receivedAt: at, readAt: at + 90_000 })).toBe('more');
  expect(firstLookOf({ receivedAt: at })).toBeUndefined();
  const day = 1_800_000_000 - (1_800_000_000 % 86_400);
  expect(firstLookOf({ receivedAt: day, readAt: day })).toBeUndefined();
});
