import fc from 'fast-check';
import { CONTRACT } from '../../src/protocol/wire/api/contract.ts';
import type { Route } from '../../src/protocol/wire/api/route.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';

/** Something that anybody can send. */
export type Sent = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
};

const text = fc.string({ unit: fc.constantFrom(...'abcXYZ019 /;,="\'%<>{}[]*~-_.'), maxLength: 60 });

const id = fc.oneof(
  fc.constant(null).map(randomId),
  text.map(encodeURIComponent),
  fc.constantFrom('%', '%ff', '%00', '%2e%2e', '*', ':id', '__proto__', 'a?b=c', 'a#b', 'A'.repeat(5000)),
);

const methods = fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'PROPFIND');

const headers = fc.dictionary(
  fc.constantFrom(
    ...['Content-Type', 'Content-Encoding', 'Authorization', 'Cookie', 'Origin', 'Desk-Session', 'Accept'],
    ...['X-Forwarded-For', 'X-HTTP-Method-Override', 'Range', 'If-None-Match', 'User-Agent'],
  ),
  fc.oneof(
    fc.constantFrom('application/json', 'application/json;', 'text/html', '*/*', 'gzip', 'null', 'Bearer '),
    fc.constantFrom(`Bearer ${'A'.repeat(43)}`, 'bytes=0-', '-1', '99999999999'),
    text.map((one) => one.trim()),
  ),
  { maxKeys: 4 },
);

/** A value of a field: of the shape of many that are right, of none, or anything. */
const field = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  fc.constantFrom('A'.repeat(22), 'A'.repeat(43), 'A'.repeat(59)),
  fc.anything(),
  text,
);

const json = (value: unknown) =>
  JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}` : one)) ?? '';

/** The names of the fields that the body of a route has. */
function namesOf({ body }: Route): string[] {
  const shape = body && 'shape' in body ? body.shape : {};
  return Object.keys(Object(shape));
}

/** A body for a route: with its fields or some of them, in JSON of any shape, or nothing of the kind. */
const bodyFor = (names: readonly string[], nearly: string) =>
  fc.oneof(
    fc.dictionary(fc.constantFrom('more', ...names), field).map(json),
    fc.record(Object.fromEntries(names.map((name) => [name, field]))).map(json),
    mangled(nearly),
    fc.json(),
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.uint8Array({ maxLength: 2000 }).map((bytes) => new Uint8Array(bytes)),
    fc.constantFrom('['.repeat(40_000), '{"a":'.repeat(9000), 'x'.repeat(200_000), ''),
  );

/** What could be sent, with several characters in the place of one: of no size that an envelope has. */
const mangled = (nearly: string) =>
  fc
    .tuple(fc.nat(nearly.length - 1), fc.string({ minLength: 3, maxLength: 40 }))
    .map(([at, more]) => nearly.slice(0, at) + more + nearly.slice(at + 1));

/** Requests to one of the ways of a route that asks for no session, most of them by its own method. */
function toRoute(route: Route, nearly: string): fc.Arbitrary<Sent> {
  const ways = route.otherwise ? [route, route.otherwise] : [route];
  return fc.constantFrom(...ways).chain((way) =>
    fc.record({
      method: fc.oneof({ weight: 5, arbitrary: fc.constant(way.method) }, methods),
      path: id.map((name) => way.path.replace(':id', name)),
      headers,
      body: bodyFor(namesOf(route), nearly),
    }),
  );
}

/** Requests to addresses that are none, or are written in no way that a browser would. */
const elsewhere = (nearly: string): fc.Arbitrary<Sent> =>
  fc.record({
    method: methods,
    path: fc
      .array(fc.constantFrom('desk', 'mailbox', 'referrals', 'session', 'x', '..', '%00', 'health', 'a b'), {
        maxLength: 5,
      })
      .map((parts) => `/api/${parts.join('/')}`),
    headers,
    body: bodyFor([], nearly),
  });

/** Requests that nobody would send, drawn from the contract. `nearly`: a body that would be taken. */
export function senseless(nearly: string): fc.Arbitrary<Sent> {
  const routes: Route[] = Object.values({ ...CONTRACT.public, ...CONTRACT.door });
  return fc.oneof(...routes.map((route) => toRoute(route, nearly)), elsewhere(nearly));
}
