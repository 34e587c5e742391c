import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RELEASE_TIME, ThreadRow } from '../../../../src/protocol/wire/api/threads.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { memberOnDuty } from '../../support/member.ts';
import { deskMessage, reporterMessage, sentReferral } from '../../support/referral.ts';
import { emptyStore } from '../../support/rows.ts';
import { changeOf, release, take } from '../../support/taking.ts';

beforeEach(emptyStore);
afterEach(() => vi.useRealTimers());

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

/** A referral that a member has just taken. */
async function taken(member: OnDuty) {
  const referral = await sentReferral();
  expect((await take(member, referral.id, 0)).status).toBe(200);
  return referral;
}

describe('POST /api/desk/threads/:id/release', () => {
  it('gives back what the same member has just taken: its clock runs on, and anybody may take it', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const { id } = await taken(ana);
    const answer = await release(ana, id, 1);
    expect(answer.status).toBe(200);
    const row = ThreadRow.parse(await answer.json());
    expect(row).toMatchObject({ id, state: 'new', rev: 2 });
    expect([row.takenBy, row.takenAt]).toEqual([undefined, undefined]);
    expect((await take(bo, id, 2, 3)).status).toBe(200);
  });

  it('answers the same when it is asked twice, because an answer may get lost', async () => {
    const ana = await memberOnDuty();
    const { id } = await taken(ana);
    const first = await (await release(ana, id, 1)).json();
    const again = await release(ana, id, 1);
    expect([again.status, await again.json()]).toEqual([200, first]);
  });

  it('is too late when its time, and what a slow network may need, are over', async () => {
    const ana = await memberOnDuty();
    const [intime, late] = [await taken(ana), await taken(ana)];
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + RELEASE_TIME * 1000);
    expect((await release(ana, intime.id, 1)).status).toBe(200);
    vi.setSystemTime(Date.now() + 15_000);
    expect(await refusal(await release(ana, late.id, 1))).toEqual([409, 'changed']);
  });

  it('is for the one who took it alone', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const { id } = await taken(ana);
    expect(await refusal(await release(bo, id, 1))).toEqual([409, 'changed']);
    expect((await take(ana, id, 1)).status).toBe(200);
  });

  it('undoes nothing once either side has written', async () => {
    const ana = await memberOnDuty();
    const [answered, written] = [await taken(ana), await taken(ana)];
    const json = { ...deskMessage(answered, 'We are coming.'), rev: 1 };
    await ask(`/api/desk/threads/${answered.id}/messages`, { json, headers: ana.headers });
    await ask('/api/mailbox', { json: reporterMessage(written, 'Hurry'), headers: written.headers });
    for (const { id } of [answered, written]) {
      expect(await refusal(await release(ana, id, 1))).toEqual([409, 'changed']);
    }
    // Who has read what came may still give it back: nothing was done with it.
    expect((await release(ana, written.id, 2)).status).toBe(200);
    expect(await refusal(await release(ana, answered.id, 2))).toEqual([409, 'changed']);
  });

  it('of giving back and another taking it, at once, lets one thing happen', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    for (let turn = 0; turn < 6; turn++) {
      const { id } = await taken(ana);
      const [given, second] = await Promise.all([release(ana, id, 1), take(bo, id, 2, 3)]);
      expect(given.status).toBe(200);
      expect([200, 409]).toContain(second.status);
    }
  });

  it('needs a session and a referral', async () => {
    const ana = await memberOnDuty();
    const answer = await ask(`/api/desk/threads/${randomId()}/release`, { json: changeOf(1) });
    expect(await refusal(answer)).toEqual([401, 'unauthorized']);
    expect(await refusal(await release(ana, randomId(), 1))).toEqual([404, 'not_found']);
  });
});
