import type { Bindings } from '../../env.ts';
import type { Rung, Way } from '../on-duty.ts';

/** What a ring carries: the id under which it can be answered, and nothing of what waits. */
export type Ring = { id: string };

/**
 * Rings a member by one of their ways. Answers within `RING_TIME`, and never rejects: what goes wrong is `failed`. What it
 * sends is of one size and the same for everything that can wait.
 */
export type Channel = (bindings: Bindings, way: Way, ring: Ring) => Promise<Rung>;

/** Milliseconds that a channel may take. */
export const RING_TIME = 8000;
