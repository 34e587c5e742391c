import * as z from 'zod/mini';
import type { Routes } from './route.ts';

/** What an outside watcher asks. */
export const healthRoutes = {
  /** Whether what people write can be stored and read; else 503 `unavailable`, `keys_missing` or `secret_missing`. */
  health: {
    method: 'GET',
    path: '/api/health',
    who: 'anyone',
    counts: null,
    body: null,
    answer: z.object({}),
    again: true,
  },
} as const satisfies Routes;
