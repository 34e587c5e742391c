import { env } from 'cloudflare:workers';
import { sweep } from '../../../functions/sweep.ts';
import { type Fault, faultyBucket, faultyStore } from '../../faults/stores.ts';
import { type Asked, askWith } from './ask.ts';
import { newReferral, type TestReferral } from './referral.ts';
import { dumpStore } from './rows.ts';

/** Milliseconds for which a store hangs here: longer than anybody waits for it. */
export const HANGS = 6000;

/** Asks a worker whose stores stand so. */
export function askAt(DB: Fault, SECOND: Fault, path: string, asked: Asked = {}): Promise<Response> {
  const bindings = {
    DB: faultyStore(env.DB, () => ({ fault: DB, hangs: HANGS })),
    SECOND: faultyBucket(env.SECOND, () => ({ fault: SECOND, hangs: HANGS })),
  };
  return askWith(bindings, path, asked, 'at once');
}

/** Sends a referral to a worker whose stores stand so. */
export function putAt(
  DB: Fault,
  SECOND: Fault,
  { id, body }: Pick<TestReferral, 'id' | 'body'>,
): Promise<Response> {
  return askAt(DB, SECOND, `/api/referrals/${id}`, { method: 'PUT', json: body });
}

/** A referral that waits in the second store. */
export async function waitingReferral(): Promise<TestReferral> {
  const referral = await newReferral();
  const { status } = await putAt('down', 'well', referral);
  if (status !== 201) throw new Error(`The referral was refused: ${status}`);
  return referral;
}

/** The rows of a referral: what another test left hanging may have come late beside them. */
export async function rowsOf({ id }: TestReferral): Promise<Record<string, unknown>[]> {
  return ((await dumpStore())['threads'] ?? []).filter((row) => row['id'] === id);
}

/** Does the scheduled work, as at this moment or so many seconds later. */
export const sweepNow = (later = 0) => sweep(env, Math.floor(Date.now() / 1000) + later);
