import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { type DraftRow, DraftsBody, MOST_DRAFTS } from '../../../../src/protocol/wire/api/drafts.ts';
import { PAGE_BYTES } from '../../../../src/protocol/wire/api/fields.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { memberOnDuty } from '../../support/member.ts';
import { noise, sentReferral } from '../../support/referral.ts';
import { countRows, dumpStore, emptyStore } from '../../support/rows.ts';
import { close, take } from '../../support/standing.ts';

beforeEach(emptyStore);

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

const draftOf = (thread: string, bucket = 1024): DraftRow => ({
  thread,
  id: randomId(),
  envelope: noise(AUTHENTICATED_BOX, bucket),
});
const put = ({ headers }: OnDuty, { thread, ...json }: DraftRow) =>
  ask(`/api/desk/drafts/${thread}`, { json, headers });
const remove = ({ headers }: OnDuty, thread: string) =>
  ask(`/api/desk/drafts/${thread}/remove`, { json: {}, headers });

async function draftsOf({ headers }: OnDuty): Promise<DraftRow[]> {
  const all: DraftRow[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const answer = await ask('/api/desk/drafts', { json: after === undefined ? {} : { after }, headers });
    const text = await answer.text();
    expect(text.length).toBeLessThan(PAGE_BYTES);
    const { drafts, next } = DraftsBody.parse(JSON.parse(text));
    all.push(...drafts);
    after = next;
  }
  return all;
}

it('gives a member their own draft on any device, the last of each thread, and nobody else', async () => {
  const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
  const { id: thread } = await sentReferral();
  const [first, second, other] = [draftOf(thread), draftOf(thread), draftOf(thread)];
  for (const draft of [first, second, second]) {
    const answer = await put(ana, draft);
    expect(await answer.json()).toEqual({ ok: true, id: thread });
  }
  await put(bo, other);
  expect(await draftsOf(ana)).toEqual([second]);
  expect(await draftsOf(bo)).toEqual([other]);
  expect((await dumpStore())['drafts']).toContainEqual({
    ...{ member_id: ana.id, thread_id: thread },
    ...{ id: second.id, sealed: second.envelope },
  });
});

it('forgets it when it was sent or discarded, and nothing of anybody else’s', async () => {
  const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
  const { id: thread } = await sentReferral();
  await put(ana, draftOf(thread));
  await put(bo, draftOf(thread));
  for (let again = 0; again < 2; again++) {
    const answer = await remove(ana, thread);
    expect(await answer.json()).toEqual({ ok: true, id: thread });
  }
  expect(await draftsOf(ana)).toEqual([]);
  expect(await draftsOf(bo)).toHaveLength(1);
});

it('goes with its thread: when the person deletes it, and when it is purged', async () => {
  const member = await memberOnDuty();
  const [theirs, closed] = [await sentReferral(), await sentReferral()];
  for (const { id } of [theirs, closed]) await put(member, draftOf(id));
  await ask('/api/mailbox/delete', { json: { id: theirs.id }, headers: theirs.headers });
  expect(await refusal(await put(member, draftOf(theirs.id)))).toEqual([410, 'deleted']);
  await ask('/api/desk/threads/read', { json: { ids: [closed.id] }, headers: member.headers });
  await take(member, closed.id, 0);
  await close(member, closed.id, 1);
  await ask(`/api/desk/threads/${closed.id}/purge`, { json: { rev: 2 }, headers: member.headers });
  expect(await countRows('drafts')).toBe(0);
  expect(await refusal(await put(member, draftOf(closed.id)))).toEqual([404, 'not_found']);
});

it('goes with its member', async () => {
  const member = await memberOnDuty();
  const { id } = await sentReferral();
  await put(member, draftOf(id));
  await env.DB.prepare('UPDATE members SET suspended_at = 1, left_at = 1 WHERE id = ?').bind(member.id).run();
  expect(await countRows('drafts')).toBe(0);
});

it('gives many in pages, however long they are', async () => {
  const member = await memberOnDuty();
  const drafts: DraftRow[] = [];
  for (let count = 0; count < 9; count++) {
    const { id } = await sentReferral();
    drafts.push(draftOf(id, LARGEST_BUCKET.entries));
  }
  for (const draft of drafts) await put(member, draft);
  const byThread = (one: DraftRow, other: DraftRow) => (one.thread < other.thread ? -1 : 1);
  expect(await draftsOf(member)).toEqual(drafts.sort(byThread));
});

it('takes no more than may be, nothing that anybody could seal, and nothing that is larger', async () => {
  const member = await memberOnDuty();
  const [{ id: first }, { id: second }] = await Promise.all([sentReferral(), sentReferral()]);
  const wrong = (envelope: string) => put(member, { ...draftOf(first), envelope });
  expect(await refusal(await wrong(noise(SEALED_BOX, 1024)))).toEqual([400, 'envelope_version']);
  expect(await refusal(await wrong(noise(AUTHENTICATED_BOX, 65_536)))).toEqual([413, 'too_large']);
  await put(member, draftOf(first));
  await env.DB.batch([
    env.DB.prepare('PRAGMA defer_foreign_keys = on'),
    env.DB.prepare(
      `WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ?2 - 1)
       INSERT INTO threads (id, key_id, mailbox_hash, salt, received_at, changed, bytes, digest, sealed)
       SELECT printf('%021dA', i), zeroblob(8), randomblob(32), randomblob(44), 1, 1000 + i, 1, randomblob(32), x'01' FROM number
       WHERE ?1 <> ''`,
    ).bind(member.id, MOST_DRAFTS),
    env.DB.prepare(`INSERT INTO drafts SELECT ?, id, id, x'01' FROM threads WHERE id LIKE '0000%'`).bind(
      member.id,
    ),
  ]);
  expect(await countRows('drafts')).toBe(MOST_DRAFTS);
  expect(await refusal(await put(member, draftOf(second)))).toEqual([409, 'conflict']);
  expect((await put(member, draftOf(first))).ok).toBe(true);
});
