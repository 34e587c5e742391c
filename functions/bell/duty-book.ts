import type { OnDuty } from './on-duty.ts';

/** Nobody: what the bell knows before it was told of anybody. */
export const NOBODY: OnDuty = { first: null, backup: null, everyone: [] };

/** Whom the bell rings at a moment. No member has a way to be rung: what rings is the webhook, and the coordinator's mail. */
export async function onDuty(_db: D1Database, _at: number): Promise<OnDuty> {
  return NOBODY;
}
