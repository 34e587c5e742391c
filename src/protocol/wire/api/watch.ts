import * as z from 'zod/mini';
import { base64urlBytes } from '../fields.ts';
import { Time } from './fields.ts';
import type { Routes } from './route.ts';

/** Seconds after which the last drill that went well is too old: one comes each day, within the same hour and a half. */
export const DRILL_LASTS = 26 * 3600;

/**
 * Of a drill that the watcher began at a moment: whether somebody has answered. With the token of its mailbox (`end`) it is
 * over: its thread is deleted, and nothing of it rings any more.
 */
export const DrillAsked = z.object({ since: Time, end: z.optional(base64urlBytes(32)) });

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
  /** How the watcher's drill goes, and its end, for who shows `PULSE_TOKEN`; else 404. One ends within a quarter of an hour. */
  drill: {
    method: 'POST',
    path: '/api/pulse/drill',
    who: 'anyone',
    counts: null,
    body: DrillAsked,
    answer: z.object({ answered: z.boolean() }),
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
