import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { CentreKey, CentrePublicKey } from '../../../src/protocol/wire/centre-key.ts';
import { sendReferral } from '../intake/intake.ts';
import { sealReferral } from '../sealed-referral.ts';
import { limitRow, type Row } from '../table.ts';

/** For how long, in seconds, and how often a second. */
const SECONDS = 300;
const A_SECOND = 20;

/** Seconds of which the slowest is looked for one by one: none of them may hide behind the others. */
const WINDOW = 30;

/** Milliseconds within which 99 of 100 are to be received in each window. */
const GOAL = 50;

/** What was sent: when, in seconds from the start, and the milliseconds that it took. */
type Sent = { at: number; took: number };

const Seen = z.object({ cases: z.number(), slowest: z.number() });

/**
 * Sends at a steady pace, whatever becomes of it, while a desk is open to which `code` invites. Throws when one is not
 * accepted, or the desk does not show them all.
 */
export async function benchSoak(
  origin: string,
  desk: { origin: string; code: string; centreKeys: CentrePublicKey[] },
  key: CentreKey,
): Promise<Row[]> {
  const worker = new Worker(new URL('./poll.worker.ts', import.meta.url), { workerData: desk });
  try {
    await once(worker, 'message');
    const sealed = Array.from({ length: SECONDS * A_SECOND }, () => sealReferral(key));
    const start = performance.now();
    const sent: Promise<Sent>[] = [];
    for (const [number, each] of sealed.entries()) {
      const due = start + (number * 1000) / A_SECOND;
      if (due > performance.now()) await wait(due - performance.now());
      const at = (due - start) / 1000;
      sent.push(sendReferral(origin, each).then(() => ({ at, took: performance.now() - due })));
    }
    const all = await Promise.all(sent);
    worker.postMessage('stop');
    const [said] = await once(worker, 'message');
    const { cases, slowest } = Seen.parse(said);
    if (cases < all.length) throw new Error(`The desk shows ${cases} of ${all.length} referrals.`);
    const windows = Array.from({ length: SECONDS / WINDOW }, (_, index) =>
      percentile99(all.filter(({ at }) => Math.floor(at / WINDOW) === index).map(({ took }) => took)),
    );
    const what = `99 of 100 sends, ${A_SECOND} a second for ${SECONDS / 60} minutes, a desk open, slowest ${WINDOW} s`;
    return [
      limitRow(what, Math.round(Math.max(...windows)), GOAL, 'ms'),
      { what: 'the slowest of that desk’s polls', ours: `${Math.round(slowest)} ms` },
    ];
  } finally {
    await worker.terminate();
  }
}

const percentile99 = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN;
