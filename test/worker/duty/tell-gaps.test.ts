import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { tellGaps } from '../../../functions/duty/tell-gaps.ts';
import { insertShift } from '../../../functions/store/duty.ts';
import { RANKS } from '../../../src/protocol/wire/api/duty.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { joinedMember } from '../support/member.ts';
import { emptyStore } from '../support/rows.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Noon of a day. */
const noon = 20_500 * DAY + 12 * HOUR;

let sent: unknown[];
let broken: boolean;
const bindings = () => ({
  ...env,
  MAIL_FROM: 'desk@pag-asa.test',
  MAIL_TO: 'coordinator@pag-asa.test',
  MAIL: {
    async send(message: unknown) {
      if (broken) throw new Error('not now');
      sent.push(message);
      return { messageId: '1' };
    },
  },
});

beforeEach(async () => {
  await emptyStore();
  await env.DB.prepare('UPDATE duty_told SET day = 0').run();
  sent = [];
  broken = false;
});

async function plan(until: number): Promise<void> {
  for (const rank of RANKS) {
    const { id: member } = (await joinedMember()).body;
    const shift = { id: randomId(), rank, member, from: noon - HOUR, until, saidBy: member, saidAt: noon };
    expect(await insertShift(env.DB, shift)).toBe('stored');
  }
}

describe('a gap in duty', () => {
  it('within three days is told once a day', async () => {
    await plan(noon + 71 * HOUR);
    for (const later of [0, 60, 5 * HOUR]) await tellGaps(bindings(), noon + later);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: 'coordinator@pag-asa.test', subject: 'Desk' });
    await tellGaps(bindings(), noon + DAY);
    expect(sent).toHaveLength(2);
  });

  it('further away is not told yet', async () => {
    await plan(noon + 73 * HOUR);
    await tellGaps(bindings(), noon);
    expect(sent).toEqual([]);
    await tellGaps(bindings(), noon + 2 * HOUR);
    expect(sent).toHaveLength(1);
  });

  it('is told with the next sweep where the mail did not go', async () => {
    broken = true;
    await tellGaps(bindings(), noon);
    broken = false;
    await tellGaps(bindings(), noon + 60);
    expect(sent).toHaveLength(1);
  });

  it('is one where who is planned was suspended', async () => {
    await plan(noon + 10 * DAY);
    await tellGaps(bindings(), noon);
    expect(sent).toEqual([]);
    await env.DB.prepare('UPDATE members SET suspended_at = 1').run();
    await tellGaps(bindings(), noon);
    expect(sent).toHaveLength(1);
  });
});
