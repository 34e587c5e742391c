import type { KeyHolder } from '../../protocol/wire/api/keys.ts';

/** How far the vaults of a member have followed the newest key, of so many ways in. */
export type Followed = { has: number; of: number; waiting: boolean };

/** How many of a member's ways in have this key, and whether it waits for the others to be used. */
export function followed({ ways, waiting }: KeyHolder, newest: string): Followed {
  const has = ways.filter((key) => key === newest).length;
  return { has, of: ways.length, waiting: waiting.includes(newest) };
}

/** Whether the centre vouches with this key for the own key of a member: only then is the next one sealed to them. */
export const isVouchedBy = ({ vouch }: KeyHolder, newest: string) => vouch?.keyId === newest;
