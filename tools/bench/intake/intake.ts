import { readAnswer } from '../../../src/protocol/wire/api/answer.ts';
import type { CentreKey } from '../../../src/protocol/wire/centre-key.ts';
import { RIVALS } from '../rivals.ts';
import { compare, perSecond } from '../rounds.ts';
import { type Bucket, type SealedReferral, sealReferral } from '../sealed-referral.ts';
import { type Row, ratioRow } from '../table.ts';
import { anyAddress } from './any-address.ts';

/** The least part of what a bare worker takes that ours is to take. */
const GOAL = 0.8;

const BUCKETS: readonly Bucket[] = [1024, 16_384];
const IN_FLIGHT = [1, 4, 16, 64];
const ROUNDS = 5;

/** Referrals in a round: so many at least, and so many times as many as are on their way at once. */
const LEAST = 100;
const TIMES = 6;

/** Sends one referral to a site, and throws when it is not accepted. */
type Send = (origin: string, sealed: SealedReferral) => Promise<void>;

/** As a browser does. */
export const sendReferral: Send = async (origin, { path, body }) => {
  const headers = { 'Content-Type': 'application/json', Origin: origin, 'CF-Connecting-IP': anyAddress() };
  const response = await fetch(origin + path, { method: 'PUT', headers, body });
  if ((await readAnswer(response))?.ok !== true)
    throw new Error(`A referral was answered with ${response.status}.`);
};

/** Its envelope alone, as it is. */
const sendBytes: Send = async (origin, { path, envelope }) => {
  const headers = { 'CF-Connecting-IP': anyAddress() };
  const response = await fetch(origin + path, { method: 'PUT', headers, body: envelope });
  await response.arrayBuffer();
  if (response.status !== 201) throw new Error(`The bare worker answered with ${response.status}.`);
};

/** Sends referrals sealed to `key` to our worker, and as many bytes to the bare one, in turn. Takes two origins. */
export async function benchIntake(ours: string, bare: string, key: CentreKey): Promise<Row[]> {
  const rows: Row[] = [];
  for (const bucket of BUCKETS) {
    for (const atOnce of IN_FLIGHT) {
      const rate = (origin: string, send: Send) => () => {
        const length = Math.max(LEAST, TIMES * atOnce);
        // Sealed before the clock runs: it is reporters' browsers that seal.
        const sealed = Array.from({ length }, () => sealReferral(key, bucket));
        return perSecond(sealed, atOnce, (each) => send(origin, each));
      };
      const found = await compare(ROUNDS, rate(ours, sendReferral), rate(bare, sendBytes));
      const what = `referrals of ${bucket / 1024} KiB accepted a second, ${atOnce} in flight`;
      rows.push(ratioRow(what, found, 'a bare worker', GOAL));
    }
  }
  const rival = `GlobaLeaks ${RIVALS.oneAtATime.GlobaLeaks}`;
  return [...rows, { what: 'the same elsewhere, 1 in flight', ours: '', theirs: rival }];
}
