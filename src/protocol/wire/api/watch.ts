import * as z from 'zod/mini';
import type { Routes } from './route.ts';

/** What a machine asks that watches the bell or calls for it. Each shows a secret; without it there is no such route. */
export const watchRoutes = {
  /** Whether the bell is well, for who shows `PULSE_TOKEN` as bearer; else 404. Not well is 503 `unavailable`. */
  pulse: {
    method: 'GET',
    path: '/api/pulse',
    who: 'anyone',
    counts: null,
    body: null,
    answer: z.object({}),
    again: true,
  },
  /**
   * What a telephone provider asks about a call that it made for the bell, signed by it; else 404. Takes a form and answers
   * TwiML.
   */
  voice: {
    method: 'POST',
    path: '/api/voice/:id',
    who: 'anyone',
    counts: null,
    body: null,
    answer: z.object({}),
    again: false,
  },
} as const satisfies Routes;
