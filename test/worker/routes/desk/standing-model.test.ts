import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { type ChangeState, ThreadBody } from '../../../../src/protocol/wire/api/threads.ts';
import { ask } from '../../support/ask.ts';
import { memberOnDuty } from '../../support/member.ts';
import { reporterMessage, sentReferral, type TestReferral } from '../../support/referral.ts';
import { emptyStore } from '../../support/rows.ts';
import { type OnDuty, stand, standingOf } from '../../support/standing.ts';

beforeEach(emptyStore);

/** How a thread must stand, and what each member saw of it last. */
type Model = { rev: number; owner: string | null; closed: boolean; entries: string[]; seen: Seen[] };
type Seen = { rev: number; entries: number; last?: { change: ChangeState; taken: boolean } };
type Real = { referral: TestReferral; members: readonly OnDuty[] };
type Step = fc.AsyncCommand<Model, Real>;

const who = fc.constantFrom(0, 1);
const seenBy = (model: Model, at: number): Seen => model.seen[at] ?? { rev: 0, entries: 0 };
const member = ({ members }: Real, at: number): OnDuty => {
  const found = members[at];
  if (!found) throw new Error('There are two members.');
  return found;
};

async function read({ referral, members }: Real): Promise<ThreadBody> {
  const answer = await ask(`/api/desk/threads/${referral.id}`, { headers: members[0]?.headers ?? {} });
  return ThreadBody.parse(await answer.json());
}

const step = (name: string, run: Step['run']): Step => ({ check: () => true, run, toString: () => name });

/** A member reads the thread anew. */
const look = who.map((at) =>
  step(`look ${at}`, async (model) => {
    model.seen[at] = { ...seenBy(model, at), rev: model.rev, entries: model.entries.length };
  }),
);

/** A member says how it stands, by what they saw last. */
const act = fc.tuple(who, fc.constantFrom(0, 1, null), fc.boolean()).map(([at, to, closed]) =>
  step(`act ${at} ${to} ${closed}`, async (model, real) => {
    const { rev, entries } = seenBy(model, at);
    const owner = to === null ? null : member(real, to).id;
    const change = standingOf(rev, owner, entries + 1, closed);
    const { status } = await stand(member(real, at), real.referral.id, change);
    const taken = rev === model.rev && entries === model.entries.length;
    expect(status).toBe(taken ? 200 : 409);
    model.seen[at] = { rev, entries, last: { change, taken } };
    if (taken)
      Object.assign(model, { rev: rev + 1, owner, closed, entries: [...model.entries, change.entry.id] });
  }),
);

/** A member sends the same again, because the answer got lost. */
const again = who.map((at) =>
  step(`again ${at}`, async (model, real) => {
    const { last } = seenBy(model, at);
    if (!last) return;
    const { status } = await stand(member(real, at), real.referral.id, last.change);
    expect(status).toBe(last.taken ? 200 : 409);
  }),
);

/** A member adds a note, which changes nothing of how it stands. */
const note = who.map((at) =>
  step(`note ${at}`, async (model, real) => {
    const { entries } = seenBy(model, at);
    const { entry } = standingOf(0, null, entries + 1);
    const path = `/api/desk/threads/${real.referral.id}/entries`;
    const { status } = await ask(path, { json: { entry }, headers: member(real, at).headers });
    const taken = entries === model.entries.length;
    expect(status).toBe(taken ? 201 : 409);
    if (taken) model.entries = [...model.entries, entry.id];
  }),
);

/** The person writes, which opens what was closed. */
const write = fc.constant(
  step('write', async (model, real) => {
    const { headers } = real.referral;
    const json = reporterMessage(real.referral, 'Hurry');
    expect((await ask('/api/mailbox', { json, headers })).status).toBe(201);
    Object.assign(model, { rev: model.rev + 1, closed: false });
  }),
);

it('loses and overwrites nothing of what two members and the person do, in whatever order', async () => {
  const members = [await memberOnDuty(), await memberOnDuty()] as const;
  const steps = fc.commands([look, act, act, again, note, write], { size: '+1' });
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      const real = { referral: await sentReferral(), members };
      const model: Model = { rev: 0, owner: null, closed: false, entries: [], seen: [] };
      await fc.asyncModelRun(() => ({ model, real }), commands);
      const { thread, entries = [] } = await read(real);
      expect([thread.rev, thread.takenBy?.id ?? null, thread.state === 'closed']).toEqual([
        model.rev,
        model.owner,
        model.closed,
      ]);
      // Every act and note that was answered as done is there, in its order, and nothing else.
      expect(entries.map(({ id }) => id)).toEqual(
        model.entries.slice(-entries.length || model.entries.length),
      );
      expect(thread.entries ?? 0).toBe(model.entries.length);
    }),
    { numRuns: 15 },
  );
});
