import { type Call, type Reply, request } from './request.ts';

/** Milliseconds that one try may take. */
export const TRY_TIMEOUT = 15_000;

/** Milliseconds after which no further try begins. A person who waits longer needs the telephone number. */
export const DELIVERY_TIME = 90_000;

/** Milliseconds that must be left for a last try to be worth it. */
const LAST_TRY = 5000;

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 16_000;

/** An answer of the worker, as `request` gives it. */
export type Answer = Extract<Reply, { answered: true }>;

/** Why a request was not done: nobody answered in time (trying again is right), the worker said no, or we left. */
export type DeliveryFault =
  | { ok: false; code: 'unanswered' | 'stopped' }
  | { ok: false; code: 'refused'; answer: Answer };

/** What a delivery came to. */
export type Delivery = { ok: true; answer: Answer } | DeliveryFault;

/** What a delivery is doing, for people to read. */
export type DeliveryStage = 'trying' | 'waiting' | 'offline';

/**
 * Asks until there is an answer: the same call, byte for byte, on every try, so that the worker can tell a repeat.
 * Silence, 408, 425, 429 and 5xx are tried again after a pause that doubles (half of it random, so that many
 * browsers don't come back in step), or after the `Retry-After` of the answer. While the browser is offline the
 * pause is longest, and ends when it is online again. Any other answer ends the delivery: 2xx well, the rest refused.
 */
export async function deliver(
  call: Call,
  signal: AbortSignal,
  onStage: (stage: DeliveryStage) => void = () => {},
  time = DELIVERY_TIME,
): Promise<Delivery> {
  const end = performance.now() + time;
  for (let failures = 0; ; failures++) {
    onStage(failures === 0 ? 'trying' : 'waiting');
    const reply = await request(call, Math.min(TRY_TIMEOUT, end - performance.now()), signal);
    if (signal.aborted) return { ok: false, code: 'stopped' };
    if (reply.answered && !isPassing(reply.status)) {
      const done = reply.status >= 200 && reply.status < 300;
      return done ? { ok: true, answer: reply } : { ok: false, code: 'refused', answer: reply };
    }
    const asked = reply.answered ? reply.retryAfter : null;
    const offline = navigator.onLine === false;
    if (offline) onStage('offline');
    const wait = Math.max(asked ?? 0, offline ? LONGEST_PAUSE : pauseAfter(failures));
    const longest = end - LAST_TRY - performance.now();
    if (longest <= 0 || (asked !== null && asked > longest)) return { ok: false, code: 'unanswered' };
    await pause(Math.min(wait, longest), asked === null, signal);
    if (signal.aborted) return { ok: false, code: 'stopped' };
  }
}

/** Whether an answer may be another one in a moment. */
function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

function pauseAfter(failures: number): number {
  const full = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures);
  return full / 2 + (Math.random() * full) / 2;
}

/** Waits so many milliseconds; shorter when the signal aborts or, where that is allowed, the network comes back. */
function pause(time: number, endsOnline: boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, time);
    if (endsOnline) addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
