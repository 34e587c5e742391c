import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { sweep } from '../../../functions/sweep.ts';
import { MailboxBody } from '../../../src/protocol/wire/api/mailbox.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { faultyStore } from '../../faults/stores.ts';
import { type Asked, askWith, refusal } from '../support/ask.ts';
import { newReferral, reporterMessage, type TestReferral } from '../support/referral.ts';
import { countRows, dumpStore, emptyStore } from '../support/rows.ts';

beforeEach(emptyStore);

const secret = () => toBase64url(crypto.getRandomValues(new Uint8Array(32)));
const [first, second, third] = [secret(), secret(), secret()];

/** Asks a worker that has these secrets, newest first. */
const askUnder = (secrets: string[], path: string, asked: Asked = {}, more = {}) =>
  askWith({ MAILBOX_SECRET: secrets.join(','), ...more }, path, asked);

const putUnder = (secrets: string[], { id, body }: Pick<TestReferral, 'id' | 'body'>, more = {}) =>
  askUnder(secrets, `/api/referrals/${id}`, { method: 'PUT', json: body }, more);

const readUnder = (secrets: string[], { headers }: TestReferral) =>
  askUnder(secrets, '/api/mailbox', { headers });

/** A referral that was received under a secret. */
async function receivedUnder(one: string): Promise<TestReferral> {
  const referral = await newReferral();
  expect((await putUnder([one], referral)).status).toBe(201);
  return referral;
}

const D1_DOWN = { DB: faultyStore(env.DB, () => ({ fault: 'down' })) };

it('a mailbox whose salt was changed in the store is said to be damaged, and can still be deleted', async () => {
  const referral = await receivedUnder(first);
  await env.DB.prepare('UPDATE threads SET salt = zeroblob(length(salt))').run();
  expect(await refusal(await readUnder([second, first], referral))).toEqual([500, 'mailbox_damaged']);
  const erased = { method: 'DELETE', headers: referral.headers };
  expect((await askUnder([first], '/api/mailbox', erased)).status).toBe(200);
});

describe('while a secret is being replaced', () => {
  it('mailboxes of both open, with their salts; new ones are stored under the newest', async () => {
    const [before, after] = [await receivedUnder(first), await newReferral()];
    expect((await putUnder([second, first], after)).status).toBe(201);
    for (const referral of [before, after]) {
      const body = MailboxBody.parse(await (await readUnder([second, first], referral)).json());
      expect(body).toMatchObject({ thread: referral.id, salt: referral.body.salt });
    }
    expect((await readUnder([second], after)).status).toBe(200);
    expect(await refusal(await readUnder([second], before))).toEqual([401, 'unauthorized']);
    expect(await refusal(await readUnder([first], after))).toEqual([401, 'unauthorized']);
  });

  it('the same is stored once, and nothing else under its id or for its mailbox', async () => {
    const referral = await receivedUnder(first);
    const other = await newReferral();
    const put = (id: string, body: TestReferral['body']) => putUnder([second, first], { id, body });
    expect((await put(referral.id, referral.body)).status).toBe(200);
    expect(await refusal(await put(referral.id, { ...referral.body, salt: other.body.salt }))).toEqual([
      409,
      'conflict',
    ]);
    expect(await refusal(await put(other.id, { ...other.body, mailbox: referral.body.mailbox }))).toEqual([
      409,
      'conflict',
    ]);
    expect(await countRows('threads')).toBe(1);
  });

  it('who was received before can write, and delete everything', async () => {
    const { headers, ...referral } = await receivedUnder(first);
    const json = reporterMessage({ headers, ...referral }, 'I moved.');
    expect((await askUnder([second, first], '/api/mailbox', { json, headers })).status).toBe(201);
    expect((await askUnder([second, first], '/api/mailbox', { json, headers })).status).toBe(200);
    const answer = await askUnder([second, first], '/api/mailbox', { method: 'DELETE', headers });
    expect(await answer.json()).toEqual({ ok: true, deleted: referral.id });
    expect(await countRows('threads')).toBe(0);
  });

  it('what waits in the second store is found, repeated and moved as well', async () => {
    const referral = await newReferral();
    expect((await putUnder([first], referral, D1_DOWN)).status).toBe(201);
    expect((await putUnder([second, first], referral, D1_DOWN)).status).toBe(200);
    const other = await newReferral();
    const stolen = { id: other.id, body: { ...other.body, mailbox: referral.body.mailbox } };
    expect(await refusal(await putUnder([second, first], stolen, D1_DOWN))).toEqual([409, 'conflict']);
    const read = async () => MailboxBody.parse(await (await readUnder([second, first], referral)).json());
    expect(await read()).toMatchObject({ thread: referral.id, salt: referral.body.salt });
    await sweep(env, 0);
    expect(await countRows('threads')).toBe(1);
    expect(await read()).toMatchObject({ thread: referral.id, salt: referral.body.salt });
  });
});

describe('without a secret that is long enough', () => {
  const calls: [string, string, Asked][] = [
    ['a health check', '/api/health', {}],
    ['reading', '/api/mailbox', {}],
    ['deleting', '/api/mailbox', { method: 'DELETE' }],
  ];
  it.each(['', 'x', 'A'.repeat(40), `${'A'.repeat(43)},`])(
    'nothing is taken or found (“%s”)',
    async (none) => {
      const referral = await newReferral();
      const answer = await putUnder([none], referral);
      expect(answer.headers.get('Retry-After')).toBe('60');
      expect(await refusal(answer)).toEqual([503, 'secret_missing']);
      const { headers } = referral;
      for (const [, path, asked] of calls)
        expect(await refusal(await askUnder([none], path, { ...asked, headers }))).toEqual([
          503,
          'secret_missing',
        ]);
      const json = reporterMessage(referral, 'Hello');
      expect(await refusal(await askUnder([none], '/api/mailbox', { json, headers }))).toEqual([
        503,
        'secret_missing',
      ]);
      expect(await countRows('threads')).toBe(0);
    },
  );
});

it('a stored salt that was changed, or laid into another row, opens no mailbox, which can still be deleted', async () => {
  const [one, other] = [await receivedUnder(first), await receivedUnder(first)];
  await env.DB.prepare('UPDATE threads SET salt = (SELECT salt FROM threads WHERE id = ?) WHERE id = ?')
    .bind(other.id, one.id)
    .run();
  expect(await refusal(await readUnder([first], one))).toEqual([500, 'mailbox_damaged']);
  expect((await readUnder([first], other)).status).toBe(200);
  const erased = { method: 'DELETE', headers: one.headers };
  expect((await askUnder([first], '/api/mailbox', erased)).status).toBe(200);
});

describe('a copy of both stores', () => {
  /** All that is in the stores, as bytes of each value. */
  async function copy(): Promise<string[]> {
    const rows = Object.values(await dumpStore()).flat();
    const { objects } = await env.SECOND.list({ include: ['customMetadata'] });
    const values = rows.flatMap((row) => Object.values(row));
    return [
      ...values,
      ...objects.flatMap(({ key, customMetadata }) => [key, ...Object.values(customMetadata ?? {})]),
    ]
      .filter((value) => value !== null)
      .map(String);
  }

  it('holds nothing on which a receipt code could be tried without the secret', async () => {
    const inBoth = await newReferral();
    expect((await putUnder([first], inBoth)).status).toBe(201);
    const waiting = await newReferral();
    expect((await putUnder([first], waiting, D1_DOWN)).status).toBe(201);
    const values = await copy();
    for (const { headers, body, mailbox, id } of [inBoth, waiting]) {
      // All that somebody with the right code can make by themselves: token, mailbox, keys; and hashes of them.
      const token = headers.Authorization.replace('Bearer ', '');
      const made = [token, body.mailbox, body.salt, mailbox.publicKey, mailbox.secretKey].map((value) =>
        typeof value === 'string' ? value : toBase64url(value),
      );
      for (const value of made) expect(values.filter((each) => each.includes(value))).toEqual([]);
      expect(values.some((value) => value.includes(id))).toBe(true);
    }
    // Nor does a worker with another secret, or whoever guesses one, tell a right code from a wrong one.
    const guess = await newReferral();
    for (const referral of [inBoth, waiting, guess])
      expect(await refusal(await readUnder([third], referral))).toEqual([401, 'unauthorized']);
    expect((await readUnder([first], waiting)).status).toBe(200);
  });

  it('holds a different hash and salt for the same mailbox under each secret', async () => {
    const { body } = await newReferral();
    const rows: Record<string, unknown>[] = [];
    for (const one of [first, second]) {
      await emptyStore();
      await putUnder([one], { id: randomId(), body });
      rows.push(...((await dumpStore())['threads'] ?? []));
    }
    const [one, two] = rows.map(({ mailbox_hash, salt }) => [mailbox_hash, salt]);
    expect(one?.some((value) => two?.includes(value))).toBe(false);
  });
});
