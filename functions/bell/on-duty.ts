/** A channel by which a member can be rung. */
export type ChannelName = 'push' | 'call';

/**
 * One way to ring a member: the channel, and its address as it rests in the store, which that channel alone reads
 * (channels/).
 */
export type Way = { id: string; channel: ChannelName; address: string };

/** A member with every way to ring them that was proved once. */
export type Reachable = { id: string; ways: readonly Way[] };

/**
 * Whom the bell rings now, as the table of duty says. `everyone`: every member who can be rung, the two on duty among them;
 * nobody who is suspended. A member without any way stands in none of them.
 */
export type OnDuty = { first: Reachable | null; backup: Reachable | null; everyone: readonly Reachable[] };

/** Asks the store whom the bell rings at a moment (Unix seconds). */
export type AskDuty = (db: D1Database, at: number) => Promise<OnDuty>;

/**
 * What became of a ring: the channel took it, the way is no more and is to be forgotten, or it did not go out. None of them
 * says that anybody heard it: only a member who answers does.
 */
export type Rung = 'rang' | 'gone' | 'failed';
