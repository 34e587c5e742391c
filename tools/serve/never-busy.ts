/** For a worker that is tried with more than anybody sends, so that this is not taken for a flood: see limits/level.ts. */
export const NEVER_BUSY = { BUSY_AT: '1000000', FLOOD_AT: '1000000' } as const;
