import { type APIRequestContext, expect } from '@playwright/test';
import { newDrill } from '../../../src/protocol/keys/drill.ts';
import { centrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { anyAddress } from '../../../tools/bench/intake/any-address.ts';
import { centreKeys, ownStore } from './own-store.ts';

/** A drill that was begun at a moment (Unix seconds) at a desk that has locked since; and what deletes it. */
export async function drillFrom(request: APIRequestContext, at: number) {
  const [newest] = await centreKeys();
  const drill = await newDrill(at, centrePair(newest));
  if (!drill) throw new Error('No drill could be sealed');
  const headers = { 'CF-Connecting-IP': anyAddress() };
  const answer = await request.put(`/api/referrals/${drill.id}`, { data: drill.sent, headers });
  expect(answer.status()).toBe(201);
  const end = () =>
    request.delete('/api/mailbox', { headers: { ...headers, Authorization: `Bearer ${drill.token}` } });
  return { id: drill.id, end };
}

/** A member in the store who was rung by a way, after so many seconds each. */
export async function rungMember(
  name: string,
  from: number,
  rings: { channel: 'push' | 'call'; rung: number; arrived?: number; proved?: number; trial?: 1 }[],
): Promise<() => Promise<void>> {
  const [{ id } = { id: '' }] = await ownStore('SELECT id FROM members WHERE name = ?', name);
  const after = (time: number | undefined) => (time === undefined ? null : from + time);
  for (const { channel, rung, arrived, proved, trial = 0 } of rings)
    await ownStore(
      `INSERT INTO bell_ways (id, member_id, channel, made_at, address, ring_id, rung_at, arrived_at, proved_at, trial)
       VALUES (?, ?, ?, 1, x'00', ?, ?, ?, ?, ?)`,
      ...[randomId(), String(id), channel, randomId(), from + rung, after(arrived), after(proved), trial],
    );
  return async () => void (await ownStore('DELETE FROM bell_ways WHERE member_id = ?', String(id)));
}
