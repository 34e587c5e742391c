import { pauseAfter } from '../../browser/back-off.ts';
import type { Tried } from '../../browser/try-once.ts';
import type { ErrorCode } from '../../protocol/wire/api/errors.ts';
import type { Challenge } from '../../protocol/wire/api/proof.ts';
import { type Call, tryCall, type Way } from './call.ts';
import { pause } from './pause.ts';

/** Milliseconds that one try may take. */
export const TRY_TIMEOUT = 15_000;

/**
 * How long a delivery goes on, in milliseconds. No try begins after `time`, or after `told` where it is not the connection
 * that is slow: something else on the way answers for the worker, or the worker says that it can't store anything now.
 * Whoever waits then needs the telephone number. Pauses double from 1 s up to `longestPause`; `before` counts the tries
 * that were made already.
 */
export type Patience = { time: number; told: number; longestPause: number; before: number };

/** While somebody looks on. A person who waits longer needs the telephone number. */
export const WATCHED: Patience = { time: 90_000, told: 10_000, longestPause: 16_000, before: 0 };

/** While the telephone number is shown and the page is open: without end. */
export const ENDLESS: Patience = { time: Infinity, told: Infinity, longestPause: 120_000, before: 4 };

/** Milliseconds that must be left for a last try to be worth it. */
const LAST_TRY = 5000;

const SECOND = 1000;

/** Milliseconds beyond which no answer makes us wait. */
const LONGEST_ASKED = 600_000;

/** Why a call was not done: no answer of the worker in time (trying again is right), a no of the worker, or we left. */
export type DeliveryFault =
  /** `crowded`: the worker said that it takes smaller ones only. */
  | { ok: false; code: 'unanswered'; crowded: boolean }
  | { ok: false; code: 'stopped' }
  | { ok: false; code: 'refused'; reason: ErrorCode };

/** What a delivery came to. */
export type Delivery<Value> = { ok: true; value: Value } | DeliveryFault;

/** What a delivery is doing, for people to read. */
export type DeliveryStage = 'trying' | 'waiting' | 'offline';

/** What the worker says while it can't do its work. */
const UNABLE: readonly ErrorCode[] = ['internal', 'unavailable', 'keys_missing', 'secret_missing'];

/** What the worker says that it may not say again in a moment. */
const PASSING: readonly ErrorCode[] = ['limited', 'crowded', 'proof_wanted', ...UNABLE];

/**
 * Asks until the worker itself answers: the same call, byte for byte, on every try, so that the worker can tell a
 * repeat; beside them goes a proof, once the worker asks for one. Only the worker's own answer ends it. Whatever else comes back, or nothing, is tried again after a pause that
 * doubles (half of it random, so that many browsers don't come back in step) or that the worker asks for; and by the
 * call's other way, since a network may let one method through and not the other. While the browser is offline the
 * pause is longest. It ends when the browser is online again or the page is looked at.
 */
export async function deliver<Value>(
  call: Call<Value>,
  signal: AbortSignal,
  onStage: (stage: DeliveryStage) => void = () => {},
  patience: Patience = WATCHED,
): Promise<Delivery<Value>> {
  const start = performance.now();
  const ways: readonly Way[] = call.otherwise ? [call, call.otherwise] : [call];
  let way = 0;
  let last: Tried<Value>['kind'] | null = null;
  let now = call;
  const prove = async (challenge: Challenge): Promise<boolean> => {
    const body = await call.prove?.(challenge, signal);
    if (body) now = { ...call, body };
    return Boolean(body);
  };
  for (let failures = patience.before; ; failures++) {
    onStage(last === null || last === 'foreign' ? 'trying' : 'waiting');
    let asked: number | null = null;
    let crowded = false;
    let proved = false;
    let again = false;
    let told = false;
    do {
      const timeout = Math.min(TRY_TIMEOUT, start + patience.time - performance.now());
      const tried = await tryCall(now, ways[way] ?? call, timeout, signal);
      if (signal.aborted) return { ok: false, code: 'stopped' };
      if (tried.kind === 'done') return { ok: true, value: tried.value };
      // What is not the answer to this call is not the worker's.
      last = tried.kind === 'unreadable' ? 'foreign' : tried.kind;
      again = false;
      if (tried.kind === 'refused') {
        if (!PASSING.includes(tried.code)) return { ok: false, code: 'refused', reason: tried.code };
        asked = tried.retryAfter === null ? null : tried.retryAfter * SECOND;
        told = UNABLE.includes(tried.code);
        crowded = tried.code === 'crowded';
        // One proof a round: a worker that is never content must not keep a telephone busy.
        const wanted: Challenge | null = proved ? null : tried.challenge;
        again = wanted !== null && (await prove(wanted));
        proved ||= again;
        if (signal.aborted) return { ok: false, code: 'stopped' };
        // A telephone that can't find a proof finds none in the next round: whoever waits needs the number now.
        if (wanted && call.prove && !again && patience.time !== Infinity)
          return { ok: false, code: 'unanswered', crowded };
      } else {
        way = (way + 1) % ways.length;
      }
      // Something else said no to this method: it may let the other one through, at once.
    } while (again || (last === 'foreign' && way !== 0));
    told ||= last === 'foreign';
    const offline = navigator.onLine === false;
    if (offline) onStage('offline');
    const end = start + (told && !offline ? patience.told : patience.time);
    const longest = end - LAST_TRY - performance.now();
    if (longest <= 0 || (asked !== null && asked > longest))
      return { ok: false, code: 'unanswered', crowded };
    const wait = offline ? patience.longestPause : pauseAfter(failures, patience.longestPause);
    const time = Math.max(wait, Math.min(asked ?? 0, LONGEST_ASKED));
    await pause(Math.min(time, longest), asked === null, signal);
    if (signal.aborted) return { ok: false, code: 'stopped' };
  }
}
