import { describe, expect, it } from 'vitest';
import { deedOf } from '../../../../src/desk/acts/deed-of.ts';
import type { ApiResult } from '../../../../src/desk/api/result.ts';
import { auditedApi } from '../../../../src/desk/audit/audited-api.ts';
import { createTrail } from '../../../../src/desk/audit/trail.ts';
import {
  closedAs,
  givenBack,
  givenTo,
  linkedTo,
  reopened,
  UNTOUCHED,
} from '../../../../src/desk/state/stand.ts';
import { followTrails } from '../../../../src/protocol/audit/follow-trails.ts';
import type { Act } from '../../../../src/protocol/items/kinds/act.ts';
import { openOwn } from '../../../../src/protocol/keys/open-own-box.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import type { SentAct } from '../../../../src/protocol/wire/api/audit.ts';
import { readLink } from '../../../../src/protocol/wire/audit-link.ts';
import { fromBase64url, toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { writtenTrail } from '../../../support/trail.ts';
import { fakeApi, unlockedVault } from '../surroundings.ts';

const centre = drawPair();
const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();

/** A worker that keeps links as the real one does: only the next of a trail. */
function keeper() {
  const stored: SentAct[] = [];
  const linkOf = (act: SentAct) => readLink(bytes(act.link));
  const newest = (member: string) =>
    stored
      .map(linkOf)
      .filter((link) => link?.member === member)
      .at(-1) ?? null;
  const members = () => new Set(stored.map((act) => linkOf(act)?.member ?? ''));
  return {
    stored,
    links: () => stored.map(({ link }) => bytes(link)),
    heads: async () => ({
      ok: true as const,
      value: {
        heads: [...members()].flatMap(
          (member) => stored.findLast((act) => linkOf(act)?.member === member)?.link ?? [],
        ),
      },
    }),
    take: async (act: SentAct | undefined): Promise<ApiResult<object>> => {
      const link = act && linkOf(act);
      if (!act || !link) return { ok: false, code: 'malformed' };
      if (link.prev !== (newest(link.member)?.digest ?? null)) return { ok: false, code: 'behind' };
      stored.push(act);
      return { ok: true, value: {} };
    },
  };
}

const opened = ({ id, envelope }: SentAct, thread = id) => openOwn(bytes(envelope), [centre], { thread, id });

describe('the trail of a member', () => {
  it('goes on behind what the worker has, in one session and the next', async () => {
    const worker = keeper();
    const vault = await unlockedVault(centre);
    const me = randomId();
    for (let session = 0; session < 2; session++) {
      const trail = createTrail(worker, vault, me);
      for (const did of ['took', 'closed'] as const) {
        expect((await trail.with({ did }, worker.take)).ok).toBe(true);
      }
    }
    expect(worker.stored).toHaveLength(4);
    expect(followTrails(worker.links(), [centre]).faults).toEqual([]);
  });

  it('is one trail on two devices: who comes second seals again behind the first', async () => {
    const worker = keeper();
    const vault = await unlockedVault(centre);
    const me = randomId();
    const [one, two] = [createTrail(worker, vault, me), createTrail(worker, vault, me)];
    const done = await Promise.all(
      [one, two, one, two].map((trail) => trail.with({ did: 'noted' }, worker.take)),
    );
    expect(done.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(followTrails(worker.links(), [centre]).faults).toEqual([]);
  });

  it('names what was seen of others, so that what is cut off of theirs is missed by who looks later', async () => {
    const worker = keeper();
    const vault = await unlockedVault(centre);
    const other = writtenTrail(randomId(), centre);
    await worker.take(other.next('took').act);
    await worker.take(other.next('closed').act);
    const trail = createTrail(worker, vault, randomId());
    await trail.with({ did: 'took' }, worker.take);
    expect(trail.seen()).toContainEqual(other.end());
    worker.stored.splice(1, 1);
    expect(followTrails(worker.links(), [centre]).faults.map(({ kind }) => kind)).toEqual(['cut']);
  });

  it('remembers what was cut off while it was open, also of its own', async () => {
    const worker = keeper();
    const vault = await unlockedVault(centre);
    const trail = createTrail(worker, vault, randomId());
    await trail.with({ did: 'took' }, worker.take);
    await trail.with({ did: 'closed' }, worker.take);
    await expect.poll(() => trail.seen()[0]?.seq).toBe(2);
    worker.stored.pop();
    await trail.with({ did: 'noted' }, worker.take);
    const { faults } = followTrails(worker.links(), [centre]);
    expect(faults.map(({ kind }) => kind)).toEqual(['forked']);
  });

  it('takes no link for a colleague’s that the centre did not sign', async () => {
    const worker = keeper();
    const vault = await unlockedVault(centre);
    await worker.take(writtenTrail(randomId(), drawPair()).next().act);
    const trail = createTrail(worker, vault, randomId());
    await trail.with({ did: 'took' }, worker.take);
    expect(readLink(bytes(worker.stored[1]?.link ?? ''))?.seen).toEqual([]);
  });

  it('loses no act and tells none twice when the answer of one gets lost', async () => {
    const worker = keeper();
    const vault = await unlockedVault(centre);
    const trail = createTrail(worker, vault, randomId());
    const lost = await trail.with({ did: 'took' }, async (act) => {
      await worker.take(act);
      return { ok: false, code: 'timeout' };
    });
    expect(lost).toEqual({ ok: false, code: 'timeout' });
    expect((await trail.with({ did: 'closed' }, worker.take)).ok).toBe(true);
    expect(worker.stored).toHaveLength(2);
    expect(followTrails(worker.links(), [centre]).faults).toEqual([]);
  });
});

describe('what goes along with what a member does', () => {
  /** The act that a call of the audited API sends. */
  async function actOf(call: (api: ReturnType<typeof auditedApi>) => Promise<unknown>, thread?: string) {
    const vault = await unlockedVault(centre);
    const sent: SentAct[] = [];
    const hear = async (...given: unknown[]) => {
      const body = given.at(-1) as { act?: SentAct };
      if (body.act) sent.push(body.act);
      return { ok: false, code: 'changed' } as const;
    };
    const fetch = async () => ({ ok: true as const, value: { heads: [] } });
    const routes = [
      'changeState',
      'addEntry',
      'answer',
      'purge',
      'revoke',
      'withdrawHandover',
      'putRetention',
      'throwAway',
    ];
    const api = fakeApi({ heads: fetch, ...Object.fromEntries(routes.map((route) => [route, hear])) });
    await call(auditedApi(api, createTrail(api, vault, 'A'.repeat(22)), 'A'.repeat(22)));
    const [act] = sent;
    if (!act) throw new Error('Nothing went along.');
    const read = opened(act, thread);
    if (!read.ok) throw new Error(read.code);
    return read.item as Act;
  }
  const thread = toBase64url(new Uint8Array(16).fill(7));
  const entry = { id: randomId(), seq: 1, envelope: 'AAAA' };

  it('says that somebody took a case, gave it away, or opened a number', async () => {
    const change = { rev: 0, owner: null, closed: false, entry };
    const me = 'A'.repeat(22);
    expect(
      await actOf((api) => api.changeState(thread, change, { did: 'gave', to: me }), thread),
    ).toMatchObject({
      did: 'took',
      thread,
      id: entry.id,
    });
    const to = randomId();
    expect(await actOf((api) => api.changeState(thread, change, { did: 'gave', to }), thread)).toMatchObject({
      did: 'gave',
      to,
    });
    expect((await actOf((api) => api.addEntry(thread, { entry }, 'number-shown'), thread)).did).toBe(
      'number-shown',
    );
  });

  it('names the case of what was revoked or taken back', async () => {
    for (const act of [
      await actOf((api) => api.revoke(randomId(), thread), thread),
      await actOf((api) => api.withdrawHandover(randomId(), thread), thread),
    ])
      expect(act.thread).toBe(thread);
  });

  it('names no thread where one is deleted', async () => {
    const act = await actOf((api) => api.purge(thread, { rev: 3 }));
    expect(act.did).toBe('purged');
    expect(JSON.stringify(act)).not.toContain(thread);
  });

  it('says for how long things are kept, and how many were thrown away', async () => {
    expect(await actOf((api) => api.putRetention({ days: 60, rev: 1 }))).toMatchObject({ count: 60 });
    const threads = [1, 2].map(() => ({ id: randomId(), rev: 0 }));
    expect(await actOf((api) => api.throwAway({ id: randomId(), threads }))).toMatchObject({ count: 2 });
  });
});

it('calls what became of a case by its name', () => {
  const [me, bo] = [
    { id: randomId(), name: 'Ana' },
    { id: randomId(), name: 'Bo' },
  ];
  const other = randomId();
  const mine = givenTo(UNTOUCHED, me);
  const closed = closedAs(mine, me, { outcome: 'advice' });
  const deeds = [
    deedOf(UNTOUCHED, mine),
    deedOf(mine, givenTo(mine, bo)),
    deedOf(mine, givenBack(mine)),
    deedOf(mine, closed),
    deedOf(mine, linkedTo(closedAs(mine, me, { outcome: 'duplicate' }), { id: other, as: 'into' })),
    deedOf(mine, linkedTo(mine, { id: other, as: 'group' })),
    deedOf(linkedTo(mine, { id: other, as: 'group' }), mine),
    deedOf(closed, reopened(closed, me)),
    deedOf(mine, { ...mine, urgency: 'now', reason: 'x' }),
    deedOf(mine, { ...mine, waitingFor: 'x' }),
  ].map(({ did }) => did);
  expect(deeds).toEqual([
    ...[
      'gave',
      'gave',
      'gave-back',
      'closed',
      'merged',
      'linked',
      'unlinked',
      'reopened',
      'urgency',
      'planned',
    ],
  ]);
});
