import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import fc from 'fast-check';
import { expect } from 'vitest';
import { ErrorBody } from '../../src/protocol/wire/api/errors.ts';
import { inLanes } from '../../tools/bench/in-lanes.ts';
import { anyAddress } from '../../tools/bench/intake/any-address.ts';
import { deskOrigin } from '../../tools/build/desk-host.ts';
import { type Sent, senseless } from './senseless.ts';
import { askAgainIfShut, type FaultyHouse } from './served.ts';

/**
 * Whether the worker is asked for a path, once it is read as an address. What lies beside is a page or none: wrangler's own
 * server answers for it, before it has read a body, and sometimes says 500 where the rest of the body still comes.
 */
const isWorkers = (origin: string, path: string) =>
  URL.canParse(path, origin) && /^\/(api|x)(\/|$)/.test(new URL(path, origin).pathname);

/** Sends something just as it is, to the host that has the path: a path of no spelling that a browser would send, too. */
function ask(
  origin: string,
  { method, path, headers, body }: Sent,
): Promise<{ status: number; said: string }> {
  const own = new URL(path.startsWith('/api/desk') ? deskOrigin(origin) : origin).host;
  const bodiless = method === 'GET' || method === 'HEAD' || !isWorkers(origin, path);
  const bytes = bodiless || body === null ? Buffer.of() : Buffer.from(body);
  return new Promise((resolve, reject) => {
    const sending = request(
      origin,
      {
        method,
        path: path.replaceAll(' ', '%20'),
        headers: {
          Host: own,
          'CF-Connecting-IP': anyAddress(),
          'Content-Type': 'application/json',
          Origin: `http://${own}`,
          ...headers,
          'Content-Length': bytes.length,
        },
      },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('error', reject);
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, said: Buffer.concat(pieces).toString() });
        });
      },
    );
    sending.on('error', reject);
    sending.end(bytes);
  });
}

/** What nobody may see of the worker's inside. */
const INSIDE = /Error:|\bat \w+ \(|SQLITE|D1_|node_modules|functions\//;

/**
 * Sends a house so many requests that nobody would send, of every public route and method, drawn from a seed, and holds
 * that each gets an answer below 500 that says nothing of the inside, that nothing is stored, and nothing logged.
 */
export async function fuzz(house: FaultyHouse, count: number, seed: number): Promise<Map<number, number>> {
  const log = () => readFileSync(house.log, 'utf8');
  const before = log();
  const all = fc.sample(senseless(house.seal().body), { numRuns: count, seed });
  const statuses = new Map<number, number>();
  const stored = await house.held();
  await inLanes(all, 8, async (sent) => {
    const { method, path, headers, body } = sent;
    const what = `${method} ${path} ${JSON.stringify(headers)} ${String(body).slice(0, 200)}`;
    // A server that refuses before it has read all may shut the connection before its answer is read.
    const { status, said } = await askAgainIfShut(() => ask(house.origin, sent));
    expect(status, what).toBeLessThan(500);
    expect(said, what).not.toMatch(INSIDE);
    if (status >= 400 && said.startsWith('{')) {
      expect(ErrorBody.safeParse(JSON.parse(said)).success, what).toBe(true);
    }
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  });
  expect(await house.held()).toEqual(stored);
  expect(log().slice(before.length)).toBe('');
  return statuses;
}
