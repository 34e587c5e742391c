import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { DutyBody, PLAN_AHEAD, type PutShift } from '../../../../src/protocol/wire/api/duty.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { sweepNow } from '../../support/faulty.ts';
import { memberOnDuty } from '../../support/member.ts';
import { countRows, emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);

type Member = Awaited<ReturnType<typeof memberOnDuty>>;
const HOUR = 3600;
const minuteNow = () => Math.floor(Date.now() / 60_000) * 60;

const give = (by: Member, shift: PutShift, id = randomId()) =>
  ask(`/api/desk/duty/${id}`, { json: shift, headers: by.headers });
const known = async ({ headers }: Member) =>
  DutyBody.parse(await (await ask('/api/desk/duty', { headers })).json());
const proved = (member: Member, at: number) =>
  env.DB.prepare(
    `INSERT INTO bell_ways (id, member_id, channel, made_at, proved_at, address) VALUES (?, ?, 'push', 1, ?, x'00')`,
  )
    .bind(randomId(), member.id, at)
    .run();

it('begins with nobody: one gap of a fortnight', async () => {
  const ana = await memberOnDuty('Ana');
  const { first, backup, spans } = await known(ana);
  expect([first, backup]).toEqual([{}, {}]);
  expect(spans).toMatchObject([{ first: null, backup: null }]);
  expect((spans[0]?.until ?? 0) - (spans[0]?.from ?? 0)).toBe(PLAN_AHEAD);
});

it('is taken by whoever has shown that their telephone rings, and taken over by anybody at once', async () => {
  const [ana, bo] = [await memberOnDuty('Ana'), await memberOnDuty('Bo')];
  const at = minuteNow();
  await proved(ana, at);
  await proved(bo, at);
  expect((await give(ana, { rank: 'first', member: ana.id, from: at, until: at + 12 * HOUR })).status).toBe(
    201,
  );
  expect((await known(bo)).first).toEqual({
    held: { member: { id: ana.id, name: 'Ana' }, since: at, until: at + 12 * HOUR, provedAt: at },
  });
  const before = minuteNow();
  await give(bo, { rank: 'first', member: bo.id, from: at - 600, until: at + 6 * HOUR });
  const taken = await known(ana);
  expect(taken.first.held?.member.name).toBe('Bo');
  // What was, nobody changes any more: it begins now.
  expect(taken.first.held?.since).toBeGreaterThanOrEqual(before);
  expect(taken.spans.map((span) => span.first?.name ?? null).slice(-3)).toEqual(['Bo', 'Ana', null]);
});

it('stays with who has it while the next has not shown that theirs rings', async () => {
  const [ana, bo] = [await memberOnDuty('Ana'), await memberOnDuty('Bo')];
  const at = minuteNow();
  await proved(ana, at);
  await give(ana, { rank: 'first', member: ana.id, from: at, until: at + HOUR });
  await give(ana, { rank: 'first', member: bo.id, from: at, until: at + HOUR });
  // Ana's shift has no minute left of its own, so that nobody is there to stay.
  expect((await known(bo)).first).toMatchObject({ awaited: { member: { name: 'Bo' } } });
  await env.DB.prepare('UPDATE duty SET from_at = from_at - 7200').run();
  await env.DB.prepare('UPDATE duty SET until_at = ?1 - 3600 WHERE member_id = ?2').bind(at, ana.id).run();
  await env.DB.prepare('UPDATE duty SET from_at = ?1 - 3600 WHERE member_id = ?2').bind(at, bo.id).run();
  const waiting = (await known(bo)).first;
  expect([waiting.held?.member.name, waiting.awaited?.member.name]).toEqual(['Ana', 'Bo']);
  await proved(bo, at);
  expect((await known(bo)).first).toMatchObject({ held: { member: { name: 'Bo' } } });
});

it('is stored once under its id', async () => {
  const ana = await memberOnDuty();
  const at = minuteNow() + HOUR;
  const shift = { rank: 'backup', member: ana.id, from: at, until: at + HOUR } as const;
  const id = randomId();
  expect((await give(ana, shift, id)).status).toBe(201);
  expect((await give(ana, shift, id)).status).toBe(200);
  expect(await refusal(await give(ana, { ...shift, rank: 'first' }, id))).toEqual([409, 'conflict']);
  expect(await countRows('duty')).toBe(1);
});

describe('is refused', () => {
  it.each([
    ['backwards', { from: 2 * HOUR, until: HOUR }],
    ['for more than a month at once', { from: 0, until: 32 * 24 * HOUR }],
    ['further ahead than anybody plans', { from: 400 * 24 * HOUR, until: 401 * 24 * HOUR }],
    ['for a time that is over', { from: -2 * HOUR, until: -HOUR }],
  ])('%s', async (_, { from, until }) => {
    const ana = await memberOnDuty();
    const at = minuteNow();
    const wrong = give(ana, { rank: 'first', member: ana.id, from: at + from, until: at + until });
    expect(await refusal(await wrong)).toEqual([400, 'malformed']);
  });

  it('to whoever is no member', async () => {
    const ana = await memberOnDuty();
    const at = minuteNow();
    const wrong = give(ana, { rank: 'first', member: randomId(), from: at, until: at + HOUR });
    expect(await refusal(await wrong)).toEqual([404, 'not_found']);
  });
});

it('is forgotten after five weeks', async () => {
  const ana = await memberOnDuty();
  const at = minuteNow();
  await give(ana, { rank: 'first', member: ana.id, from: at, until: at + HOUR });
  await sweepNow(34 * 24 * HOUR);
  expect(await countRows('duty')).toBe(1);
  await sweepNow(36 * 24 * HOUR);
  expect(await countRows('duty')).toBe(0);
});
