import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/protocol/wire/api/answer.ts';
import { ERROR_STATUS } from '../../../src/protocol/wire/api/errors.ts';
import { sampleChallenge } from '../../samples/challenge.ts';
import { FOREIGN_ANSWERS, FOREIGN_ERRORS, toResponse } from '../../support/foreign-answers.ts';

const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

/** The two foreign answers that only a route can tell from its own: they say `ok: true`, but not what was done. */
const ROUTES_TELL = ['ok: true and nothing of ours', 'ok: true for something else'];

describe('reading an answer', () => {
  it.each([200, 201])("takes %i of the worker's own", async (status) => {
    for (const type of ['application/json', 'application/json; charset=UTF-8', 'Application/JSON']) {
      expect(await readAnswer(json({ ok: true, id: 'x' }, status, type))).toEqual({
        ok: true,
        body: { ok: true, id: 'x' },
      });
    }
  });

  it.each(Object.entries(ERROR_STATUS))('takes the refusal %s with its status', async (code, status) => {
    expect(await readAnswer(json({ error: { code } }, status))).toEqual({
      ok: false,
      code,
      retryAfter: null,
      challenge: null,
    });
    for (const other of [200, 201, 400, 403, 404, 418, 500, 503].filter((one) => one !== status)) {
      expect(await readAnswer(json({ error: { code } }, other))).toBeNull();
    }
  });

  it('takes a challenge, and nothing else beside a code', async () => {
    const wanted = { code: 'proof_wanted', challenge: sampleChallenge };
    expect(await readAnswer(json({ error: wanted }, 429))).toMatchObject(wanted);
    const parameters = { ...sampleChallenge.parameters, cost: 1e9 };
    for (const more of [{ challenge: 1 }, { challenge: { ...sampleChallenge, parameters } }, { proof: '' }]) {
      expect(await readAnswer(json({ error: { code: 'proof_wanted', ...more } }, 429))).toBeNull();
    }
  });

  it('takes the seconds to wait, and no date: the clock here may be wrong', async () => {
    const limited = (value: string) =>
      new Response('{"error":{"code":"limited"}}', {
        status: 429,
        headers: { 'content-type': 'application/json', 'retry-after': value },
      });
    expect(await readAnswer(limited('60'))).toMatchObject({ retryAfter: 60 });
    for (const value of [new Date(Date.now() + 60_000).toUTCString(), '-1', '1e9', '99999999', 'soon']) {
      expect(await readAnswer(limited(value))).toMatchObject({ code: 'limited', retryAfter: null });
    }
  });

  it.each(Object.entries(FOREIGN_ANSWERS).filter(([name]) => !ROUTES_TELL.includes(name)))(
    'knows what is not ours: %s',
    async (_name, foreign) => {
      expect(await readAnswer(toResponse(foreign))).toBeNull();
    },
  );

  it('knows every error without our body as not ours', async () => {
    for (const foreign of FOREIGN_ERRORS) expect(await readAnswer(toResponse(foreign))).toBeNull();
  });

  it('takes nothing else that JSON can say for ours', async () => {
    const status = fc.integer({ min: 200, max: 599 }).filter((one) => ![204, 205, 304].includes(one));
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), status, async (body, code) => {
        const answer = await readAnswer(json(body, code));
        const saysOk = typeof body === 'object' && body !== null && 'ok' in body && body.ok === true;
        expect(answer?.ok ?? false).toBe(saysOk && (code === 200 || code === 201));
      }),
    );
  });
});
