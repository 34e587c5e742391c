import * as z from 'zod/mini';
import { largestEnvelope } from '../envelope.ts';
import { Id } from '../fields.ts';

/**
 * Most characters of an envelope in base64url: those of the largest that is sent, and room for what is a little larger,
 * so that its size is named as what is wrong with it.
 */
const LONGEST_TEXT = Math.ceil((largestEnvelope('messages') * 4) / 3) + 2048;

/** An envelope as it stands in JSON: base64url. Its size and version are checked apart, to name what is wrong. */
export const EnvelopeText = z.string().check(z.maxLength(LONGEST_TEXT), z.regex(/^[A-Za-z0-9_-]+$/));

/** Largest body of a request in bytes: the largest envelope that is sent in base64url, and room for the rest. */
export const LARGEST_BODY = LONGEST_TEXT + 4096;

/** Most bytes of an answer that has several envelopes or rows in it; what is more comes when it is asked for. */
export const PAGE_BYTES = 256 * 1024;

/** Unix seconds. */
export const Time = z.int().check(z.nonnegative());

/** The states of a thread, in their order. */
export const STATES = ['new', 'taken', 'open', 'closed'] as const;
export const State = z.enum(STATES);
export type State = z.infer<typeof State>;

/** What was stored under an id of the sender's choice. The id comes back, so that no other answer passes for this one. */
export const StoredBody = z.object({ id: Id });
export type StoredBody = z.infer<typeof StoredBody>;

/** The answer that says that just this id is stored. */
export const storedAs = (id: string) => z.object({ id: z.literal(id) });
