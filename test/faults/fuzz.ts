import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import fc from 'fast-check';
import { expect } from 'vitest';
import { CONTRACT } from '../../src/protocol/wire/api/contract.ts';
import { ErrorBody } from '../../src/protocol/wire/api/errors.ts';
import type { Route, Way } from '../../src/protocol/wire/api/route.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';
import { deskOrigin } from '../../tools/build/desk-host.ts';
import { anyAddress, type FaultyHouse, inLanes } from './served.ts';

/** Something that anybody can send. */
type Sent = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
};

/** Every way of every route that asks for no session. */
const WAYS: readonly Way[] = Object.values<Route>({ ...CONTRACT.public, ...CONTRACT.door }).flatMap(
  (route) => (route.otherwise ? [route, route.otherwise] : [route]),
);

const text = fc.string({ unit: fc.constantFrom(...'abcXYZ019 /;,="\'%<>{}[]*~-_.'), maxLength: 60 });
const id = fc.oneof(
  fc.constant(null).map(randomId),
  text.map(encodeURIComponent),
  fc.constantFrom('%', '%ff', '%00', '%2e%2e', '*', ':id', '__proto__', 'a?b=c', 'a#b', 'A'.repeat(5000)),
);
const path = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(fc.constantFrom(...WAYS), id).map(([way, name]) => way.path.replace(':id', name)),
  },
  fc
    .array(
      fc.constantFrom('desk', 'mailbox', 'referrals', 'session', 'x', '..', '%00', 'health', 'faults '),
      { maxLength: 5 },
    )
    .map((parts) => `/api/${parts.join('/')}`),
);
const method = fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'PROPFIND');

const NAMES = [
  'envelope',
  'mailbox',
  'salt',
  'proof',
  'id',
  'seq',
  'prev',
  'mac',
  'token',
  'name',
  'kdf',
  'vault',
  'challenge',
  'signature',
  'publicKey',
];
const base64url = fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
const field = fc.oneof(
  base64url,
  fc.constant('A'.repeat(43)),
  fc.constant('A'.repeat(22)),
  fc.anything(),
  text,
);
const body = fc.oneof(
  fc
    .dictionary(fc.constantFrom(...NAMES), field)
    .map((value) => JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}` : one)) ?? ''),
  fc.json(),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.uint8Array({ maxLength: 2000 }).map((bytes) => new Uint8Array(bytes)),
  fc.constantFrom('['.repeat(40_000), '{"a":'.repeat(9000), 'x'.repeat(200_000), ''),
);

const value = fc.oneof(
  fc.constantFrom(
    'application/json',
    'application/json;',
    'text/html',
    '*/*',
    'gzip',
    'null',
    'Bearer ',
    `Bearer ${'A'.repeat(43)}`,
    'bytes=0-',
    '-1',
    '99999999999',
  ),
  text.map((one) => one.trim()),
);
const headers = fc.dictionary(
  fc.constantFrom(
    'Content-Type',
    'Content-Encoding',
    'Authorization',
    'Cookie',
    'Origin',
    'Desk-Session',
    'X-Forwarded-For',
    'X-HTTP-Method-Override',
    'Accept',
    'Range',
    'If-None-Match',
    'User-Agent',
  ),
  value,
);
const anything: fc.Arbitrary<Sent> = fc.record({ method, path, headers, body });

/** Sends something just as it is, to the host that has the path: a path of no spelling that a browser would send, too. */
function ask(
  origin: string,
  { method, path, headers, body }: Sent,
): Promise<{ status: number; said: string }> {
  const own = new URL(path.startsWith('/api/desk') ? deskOrigin(origin) : origin).host;
  const bytes = method === 'GET' || method === 'HEAD' || body === null ? Buffer.of() : Buffer.from(body);
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
  const all = fc.sample(anything, { numRuns: count, seed });
  const statuses = new Map<number, number>();
  const stored = await house.held();
  await inLanes(all, 8, async (sent) => {
    const { method, path, headers, body } = sent;
    const { status, said } = await ask(house.origin, sent);
    const what = `${method} ${path} ${JSON.stringify(headers)} ${String(body).slice(0, 200)}`;
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
