import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ErrorBody } from '../../../../src/protocol/wire/api/errors.ts';
import { SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask } from '../../support/ask.ts';
import { noise } from '../../support/referral.ts';
import { countRows } from '../../support/rows.ts';

const whole = noise(SEALED_BOX, 1024);
const mailbox = 'A'.repeat(43);
const salt = 'A'.repeat(22);

/** An envelope with some characters in the place of one: nearly right. */
const mangled = fc
  .tuple(fc.nat(whole.length - 1), fc.string({ minLength: 2, maxLength: 40 }))
  .map(([at, text]) => whole.slice(0, at) + text + whole.slice(at + 1));

const bodies = fc.oneof(
  fc.json(),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.uint8Array({ maxLength: 2000 }).map((bytes) => new Uint8Array(bytes)),
  mangled.map((envelope) => JSON.stringify({ envelope, mailbox, salt })),
  fc.record({ envelope: fc.anything(), mailbox: fc.anything(), salt: fc.anything() }).map((value) => {
    try {
      return JSON.stringify(value) ?? '';
    } catch {
      return '';
    }
  }),
);

const headers = fc.dictionary(
  fc.constantFrom(
    'Content-Type',
    'Content-Encoding',
    'Authorization',
    'Cookie',
    'Origin',
    'X-Forwarded-For',
    'Accept',
  ),
  fc.oneof(
    fc.constantFrom('application/json', 'application/json;', 'text/html', '*/*', 'gzip', 'null', 'Bearer '),
    fc.string({ unit: fc.constantFrom(...'abcXYZ019 /;,="\'%<>{}*~') }),
  ),
);

const ids = fc.oneof(
  fc.constant(randomId()),
  fc.string({ minLength: 1, maxLength: 60 }).map(encodeURIComponent),
  fc.constantFrom('%', '%ff', '%2e%2e', '*', ':id', '__proto__', 'a?b=c', 'a#b'),
);

it('never fails and never stores anything of some hundreds of random requests', async () => {
  await fc.assert(
    fc.asyncProperty(ids, bodies, headers, async (id, body, extra) => {
      const answer = await ask(`/api/referrals/${id}`, { method: 'PUT', body, headers: extra });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(ErrorBody.safeParse(await answer.json()).success).toBe(true);
    }),
    { numRuns: 400 },
  );
  expect(await countRows('threads')).toBe(0);
});

it('answers random routes and methods with 4xx and no stack', async () => {
  const path = fc.array(fc.constantFrom('desk', 'mailbox', 'referrals', 'session', 'x', '..', '%00', 'a'), {
    maxLength: 5,
  });
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS');
  await fc.assert(
    fc.asyncProperty(path, method, bodies, async (parts, verb, body) => {
      const content = verb === 'GET' ? {} : { body };
      const answer = await ask(`/api/${parts.join('/')}`, { method: verb, ...content });
      expect(answer.status).toBeLessThan(500);
      expect(await answer.text()).not.toMatch(/Error:|\bat \w+|SQLITE/);
    }),
    { numRuns: 200 },
  );
});
