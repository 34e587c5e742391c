import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { PAGE_BYTES } from '../../../../src/protocol/wire/api/fields.ts';
import { MOST_SAVED, SavedBody, type SavedRow } from '../../../../src/protocol/wire/api/saved.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { memberOnDuty } from '../../support/member.ts';
import { noise } from '../../support/referral.ts';
import { countRows, dumpStore, emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

const sealed = (bucket = 1024) => noise(AUTHENTICATED_BOX, bucket);
const put = ({ headers }: OnDuty, id: string, rev: number, envelope = sealed()) =>
  ask(`/api/desk/saved-answers/${id}`, { json: { rev, envelope }, headers });
const remove = ({ headers }: OnDuty, id: string, rev: number) =>
  ask(`/api/desk/saved-answers/${id}/remove`, { json: { rev }, headers });

/** What changed behind a number, page by page. */
async function changed({ headers }: OnDuty, since?: number): Promise<SavedRow[]> {
  const rows: SavedRow[] = [];
  for (let more = true, at = since; more; at = rows.at(-1)?.changed) {
    const answer = await ask(`/api/desk/saved-answers${at === undefined ? '' : `?since=${at}`}`, { headers });
    const text = await answer.text();
    expect(text.length).toBeLessThan(PAGE_BYTES);
    const body = SavedBody.parse(JSON.parse(text));
    rows.push(...body.saved);
    more = body.more;
  }
  return rows;
}

it('keeps an answer, once, for whoever of the team asks', async () => {
  const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
  const [id, envelope] = [randomId(), sealed()];
  expect((await put(ana, id, 0, envelope)).status).toBe(201);
  const again = await put(ana, id, 0, envelope);
  expect([again.status, await again.json()]).toEqual([200, { ok: true, id }]);
  expect(await changed(bo)).toEqual([{ id, rev: 1, changed: 1, envelope }]);
});

it('lets the first of two members change it, and the second hear of that', async () => {
  const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
  const [id, first, second] = [randomId(), sealed(), sealed()];
  await put(ana, id, 0);
  expect((await put(ana, id, 1, first)).ok).toBe(true);
  expect(await refusal(await put(bo, id, 1, second))).toEqual([409, 'changed']);
  expect(await refusal(await remove(bo, id, 1))).toEqual([409, 'changed']);
  expect(await changed(bo)).toMatchObject([{ id, rev: 2, envelope: first }]);
  // Who has seen it may.
  expect((await put(bo, id, 2, second)).ok).toBe(true);
  expect(await changed(ana)).toMatchObject([{ id, rev: 3, envelope: second }]);
});

it('takes no other words under an id that is used, and none for one that is gone', async () => {
  const member = await memberOnDuty();
  const id = randomId();
  await put(member, id, 0);
  expect(await refusal(await put(member, id, 0))).toEqual([409, 'changed']);
  expect((await remove(member, id, 1)).ok).toBe(true);
  for (const rev of [0, 1, 2]) expect(await refusal(await put(member, id, rev))).toEqual([409, 'changed']);
  expect(await refusal(await put(member, randomId(), 1))).toEqual([409, 'changed']);
  expect(await countRows('saved_answers')).toBe(1);
});

it('tells what changed behind a number, also that something is gone, and keeps no word of it', async () => {
  const member = await memberOnDuty();
  const [kept, gone] = [randomId(), randomId()];
  await put(member, kept, 0);
  await put(member, gone, 0);
  const [newest] = (await changed(member)).slice(-1);
  expect(await changed(member, newest?.changed)).toEqual([]);
  for (let again = 0; again < 2; again++) expect((await remove(member, gone, 1)).ok).toBe(true);
  expect(await changed(member, newest?.changed)).toEqual([{ id: gone, rev: 2, changed: 3 }]);
  expect((await dumpStore())['saved_answers']).toContainEqual({
    ...{ id: gone, rev: 2, changed: 3 },
    ...{ digest: null, sealed: null },
  });
});

it('keeps nothing of an answer but its envelope and its numbers: no member, no time', async () => {
  const member = await memberOnDuty();
  const [id, envelope] = [randomId(), sealed()];
  await put(member, id, 0, envelope);
  expect((await dumpStore())['saved_answers']).toEqual([
    { id, rev: 1, changed: 1, digest: expect.stringMatching(/^.{43}$/), sealed: envelope },
  ]);
});

it('gives all of them whole, in pages, however large they are', async () => {
  const member = await memberOnDuty();
  const envelopes = Array.from({ length: 11 }, () => sealed(LARGEST_BUCKET.saved));
  for (const envelope of envelopes) await put(member, randomId(), 0, envelope);
  for (let small = 0; small < 20; small++) await put(member, randomId(), 0);
  const rows = await changed(member);
  expect(rows).toHaveLength(31);
  expect(rows.slice(0, 11).map(({ envelope }) => envelope)).toEqual(envelopes);
});

it('takes no more than may be, until one is deleted', async () => {
  const member = await memberOnDuty();
  await env.DB.prepare(
    `WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ?)
     INSERT INTO saved_answers SELECT printf('%021dA', i), 1, i, randomblob(32), randomblob(1137) FROM number`,
  )
    .bind(MOST_SAVED)
    .run();
  const id = randomId();
  expect(await refusal(await put(member, id, 0))).toEqual([409, 'conflict']);
  const [first] = await changed(member);
  await remove(member, first?.id ?? '', 1);
  expect((await put(member, id, 0)).status).toBe(201);
});

it('takes only what the centre sealed, of the sizes that notes and calls have too', async () => {
  const member = await memberOnDuty();
  const wrong = (envelope: string) => put(member, randomId(), 0, envelope);
  expect(await refusal(await wrong(noise(SEALED_BOX, 1024)))).toEqual([400, 'envelope_version']);
  expect(await refusal(await wrong(sealed(65_536)))).toEqual([413, 'too_large']);
  expect(LARGEST_BUCKET.saved).toBe(LARGEST_BUCKET.entries);
  const answer = await ask('/api/desk/saved-answers?since=x', { headers: member.headers });
  expect(await refusal(answer)).toEqual([400, 'malformed']);
});
