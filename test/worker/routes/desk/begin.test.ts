import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { readArrivals } from '../../../../functions/store/arrivals.ts';
import { type BeginCase, ThreadBody, ThreadRow } from '../../../../src/protocol/wire/api/threads.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { memberOnDuty } from '../../support/member.ts';
import { noise, sentReferral } from '../../support/referral.ts';
import { countRows, emptyStore } from '../../support/rows.ts';
import { type OnDuty, release, stand, standingOf, take } from '../../support/standing.ts';

beforeEach(emptyStore);

const beginning = (): BeginCase => ({
  envelope: noise(SEALED_BOX, 1024),
  entry: { id: randomId(), seq: 1, envelope: noise(AUTHENTICATED_BOX, 1024) },
});

const begin = ({ headers }: OnDuty, id: string, json: unknown) =>
  ask(`/api/desk/threads/${id}/begin`, { json, headers });

const rowOf = async (answer: Response) => ThreadRow.parse(await answer.json());

it('begins a thread that is the member’s at once, under its first entry, and that rings for nobody', async () => {
  const ana = await memberOnDuty();
  const id = randomId();
  const json = beginning();
  const answer = await begin(ana, id, json);
  expect(answer.status).toBe(200);
  const row = await rowOf(answer);
  expect(row).toMatchObject({
    ...{ id, state: 'taken', rev: 1, entry: json.entry.id, entries: 1 },
    takenBy: { id: ana.id, name: ana.name },
  });
  const thread = await ask(`/api/desk/threads/${id}`, { headers: ana.headers });
  expect(ThreadBody.parse(await thread.json())).toMatchObject({ thread: row, messages: [] });
  expect(await readArrivals(env.DB)).toBeNull();
  // It goes on like any other.
  expect((await release(ana, id, 1)).status).toBe(200);
  expect((await take(ana, id, 2, 3)).status).toBe(200);
});

it('still rings for what came from outside meanwhile', async () => {
  await sentReferral();
  const before = await readArrivals(env.DB);
  await begin(await memberOnDuty(), randomId(), beginning());
  expect(await readArrivals(env.DB)).toEqual(before);
});

it('stores the same once, and answers as it stands now', async () => {
  const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
  const id = randomId();
  const json = beginning();
  const first = await rowOf(await begin(ana, id, json));
  expect(await rowOf(await begin(ana, id, json))).toEqual(first);
  const given = await rowOf(await stand(ana, id, standingOf(1, bo.id, 2)));
  expect(await rowOf(await begin(ana, id, json))).toEqual(given);
  expect([await countRows('threads'), await countRows('entries')]).toEqual([1, 2]);
});

it('takes nothing that lies under the id already: another’s words, other bytes, another first entry', async () => {
  const ana = await memberOnDuty();
  const { id } = await sentReferral();
  expect(await refusal(await begin(ana, id, beginning()))).toEqual([409, 'conflict']);
  const own = randomId();
  const json = beginning();
  await begin(ana, own, json);
  expect(await refusal(await begin(ana, own, { ...json, envelope: beginning().envelope }))).toEqual([
    ...[409, 'conflict'],
  ]);
  expect(await refusal(await begin(ana, own, { ...json, entry: beginning().entry }))).toEqual([
    ...[409, 'conflict'],
  ]);
  const thread = ThreadBody.parse(
    await (await ask(`/api/desk/threads/${id}`, { headers: ana.headers })).json(),
  );
  expect(thread.thread).toMatchObject({ state: 'new', rev: 0 });
});

it('leaves nothing where it can’t be the member’s from its first entry on', async () => {
  const ana = await memberOnDuty();
  const json = beginning();
  const second = { ...json, entry: { ...json.entry, seq: 2 } };
  expect(await refusal(await begin(ana, randomId(), second))).toEqual([409, 'conflict']);
  // Its entry lies in another thread already.
  await begin(ana, randomId(), json);
  expect(await refusal(await begin(ana, randomId(), { ...beginning(), entry: json.entry }))).toEqual([
    ...[409, 'conflict'],
  ]);
  expect([await countRows('threads'), await countRows('arrivals')]).toEqual([1, 0]);
});

it('refuses what is no id, what is sealed by the wrong side, and what is too large for its place', async () => {
  const ana = await memberOnDuty();
  const json = beginning();
  const large = noise(SEALED_BOX, 2 * LARGEST_BUCKET.threads);
  const refused = [
    [await begin(ana, 'short', json), 400, 'malformed'],
    [await begin(ana, randomId(), { ...json, envelope: json.entry.envelope }), 400, 'envelope_version'],
    [
      await begin(ana, randomId(), { ...json, entry: { ...json.entry, envelope: json.envelope } }),
      ...[400, 'envelope_version'],
    ],
    [await begin(ana, randomId(), { ...json, envelope: large }), 400, 'envelope_size'],
  ] as const;
  for (const [answer, status, code] of refused) expect(await refusal(answer)).toEqual([status, code]);
  expect(await countRows('threads')).toBe(0);
});
