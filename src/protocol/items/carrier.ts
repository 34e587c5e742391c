import type * as z from 'zod/mini';
import type { Kind, Way } from './kinds.ts';

/** What every item has. */
export type Any = { kind: Kind; thread: string; id: string };

/**
 * A way and what it carries: a file each in `ways/`, so that a browser gets no schema of what it neither writes nor reads. A
 * kind that `KINDS` does not name for a way is no item there, and the other way round.
 */
export type Carrier<One extends Any = Any> = { way: Way; carries: z.ZodMiniType<One> };
