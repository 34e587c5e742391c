import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import { onDutyAt } from '../duty/on-duty.ts';
import { listProvedWays } from '../store/bell-ways.ts';
import { listMembers } from '../store/members.ts';
import type { OnDuty, Reachable } from './on-duty.ts';

/** Nobody: what the bell knows before it was told of anybody. */
export const NOBODY: OnDuty = { first: null, backup: null, everyone: [] };

/** Whom the bell rings at a moment (Unix seconds), by the table of duty and by what members have shown to ring. */
export async function onDuty(db: D1Database, at: number): Promise<OnDuty> {
  const [ways, members] = await Promise.all([listProvedWays(db), listMembers(db)]);
  const { held } = await onDutyAt(db, members, at);
  const everyone = members.flatMap(({ id }): Reachable[] => {
    const own = ways.filter(({ member }) => member === id);
    if (own.length === 0) return [];
    return [
      {
        id,
        ways: own.map((way) => ({ id: way.id, channel: way.channel, address: toBase64url(way.address) })),
      },
    ];
  });
  const reachable = (member: string | undefined) => everyone.find(({ id }) => id === member) ?? null;
  return {
    first: reachable(held.first.held?.member),
    backup: reachable(held.backup.held?.member),
    everyone,
  };
}
