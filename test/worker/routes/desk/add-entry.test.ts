import { beforeEach, describe, expect, it } from 'vitest';
import { EntriesBody, type SentEntry } from '../../../../src/protocol/wire/api/entries.ts';
import { PAGE_BYTES } from '../../../../src/protocol/wire/api/fields.ts';
import { ThreadBody, ThreadListBody } from '../../../../src/protocol/wire/api/threads.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { storeEntries } from '../../support/entries.ts';
import { memberOnDuty } from '../../support/member.ts';
import { noise, sentReferral } from '../../support/referral.ts';
import { countRows, emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

/** An entry as a desk sends it. The worker opens none: any bytes will do. */
const entryOf = (seq: number, bytes = 1024): SentEntry => ({
  id: randomId(),
  seq,
  envelope: noise(AUTHENTICATED_BOX, bytes),
});

const add = ({ headers }: OnDuty, thread: string, entry: SentEntry) =>
  ask(`/api/desk/threads/${thread}/entries`, { json: { entry }, headers });

async function threadOf({ headers }: OnDuty, id: string): Promise<ThreadBody> {
  return ThreadBody.parse(await (await ask(`/api/desk/threads/${id}`, { headers })).json());
}

async function before(
  { headers }: OnDuty,
  id: string,
  seq: number,
): Promise<{ text: string; seqs: number[] }> {
  const text = await (await ask(`/api/desk/threads/${id}/entries?before=${seq}`, { headers })).text();
  return { text, seqs: EntriesBody.parse(JSON.parse(text)).entries.map((entry) => entry.seq) };
}

describe('what a member adds to a thread', () => {
  it('is kept once, given with the thread under its member, and changes nothing that another must have seen', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const { id } = await sentReferral();
    const [note, call] = [entryOf(1), entryOf(2)];
    const first = await add(ana, id, note);
    expect([first.status, await first.json()]).toEqual([201, { ok: true, id: note.id }]);
    expect((await add(ana, id, note)).status).toBe(200);
    expect((await add(bo, id, call)).status).toBe(201);
    const { thread, entries } = await threadOf(ana, id);
    expect(thread).toMatchObject({ state: 'new', rev: 0, entries: 2 });
    expect(thread).not.toHaveProperty('entry');
    expect(entries).toEqual([
      { ...note, at: expect.any(Number), member: { id: ana.id, name: ana.name } },
      { ...call, at: expect.any(Number), member: { id: bo.id, name: bo.name } },
    ]);
  });

  it('is seen by an open desk, once', async () => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    const changes = async (since: number) => {
      const answer = await ask(`/api/desk/threads?since=${since}`, { headers: member.headers });
      return ThreadListBody.parse(await answer.json());
    };
    const { cursor } = await changes(0);
    const note = entryOf(1);
    await add(member, id, note);
    const seen = await changes(cursor);
    expect(seen.threads).toMatchObject([{ id, rev: 0, entries: 1 }]);
    await add(member, id, note);
    expect((await changes(seen.cursor)).threads).toEqual([]);
  });

  it('is one of two that are written at once; the other comes after it', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const { id } = await sentReferral();
    const answers = await Promise.all([add(ana, id, entryOf(1)), add(bo, id, entryOf(1))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await countRows('entries')).toBe(1);
    expect((await add(bo, id, entryOf(2))).status).toBe(201);
  });

  it.each([1, 3, 7])('must be the next: number %i is not the second', async (seq) => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    await add(member, id, entryOf(1));
    expect(await refusal(await add(member, id, entryOf(seq)))).toEqual([409, 'changed']);
    expect(await countRows('entries')).toBe(1);
  });

  it('is no other under its id, in the same thread or in another one', async () => {
    const member = await memberOnDuty();
    const [one, two] = [await sentReferral(), await sentReferral()];
    const note = entryOf(1);
    await add(member, one.id, note);
    const other = { ...entryOf(2), id: note.id };
    expect(await refusal(await add(member, one.id, other))).toEqual([409, 'conflict']);
    expect(await refusal(await add(member, two.id, note))).toEqual([409, 'conflict']);
    expect(await countRows('entries')).toBe(1);
  });

  it('belongs to no thread that is not there, or that the person deleted', async () => {
    const member = await memberOnDuty();
    expect(await refusal(await add(member, randomId(), entryOf(1)))).toEqual([404, 'not_found']);
    const { id, headers } = await sentReferral();
    await add(member, id, entryOf(1));
    await ask('/api/mailbox', { method: 'DELETE', headers });
    expect(await countRows('entries')).toBe(0);
    expect(await refusal(await add(member, id, entryOf(1)))).toEqual([410, 'deleted']);
    const older = await ask(`/api/desk/threads/${id}/entries`, { headers: member.headers });
    expect(await refusal(older)).toEqual([410, 'deleted']);
  });

  it('is an envelope that only the desk could make, and no larger than an entry may be', async () => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    const open = { ...entryOf(1), envelope: noise(SEALED_BOX, 1024) };
    expect(await refusal(await add(member, id, open))).toEqual([400, 'envelope_version']);
    const large = entryOf(1, LARGEST_BUCKET.entries * 2);
    expect(await refusal(await add(member, id, large))).toEqual([413, 'too_large']);
    expect((await add(member, id, entryOf(1, LARGEST_BUCKET.entries))).status).toBe(201);
  });
});

describe('older entries than those that come with a thread', () => {
  it.each([100, 1137, 8305, LARGEST_BUCKET.entries])(
    'come in pages without a gap, each as large as a page may be: %i bytes',
    async (bytes) => {
      const member = await memberOnDuty();
      const { id } = await sentReferral();
      await storeEntries(id, member.id, 300, bytes);
      const { thread, entries = [] } = await threadOf(member, id);
      expect(thread.entries).toBe(300);
      let seqs = entries.map(({ seq }) => seq);
      for (let pages = 0; (seqs[0] ?? 0) > 1 && pages < 300; pages++) {
        const page = await before(member, id, seqs[0] ?? 0);
        expect(page.text.length).toBeLessThan(PAGE_BYTES);
        expect(page.seqs.length).toBeGreaterThan(0);
        seqs = [...page.seqs, ...seqs];
      }
      expect(seqs).toEqual(Array.from({ length: 300 }, (_, at) => at + 1));
    },
  );

  it('are none before the first, and asked for by a number', async () => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    await storeEntries(id, member.id, 3, 100);
    expect((await before(member, id, 1)).seqs).toEqual([]);
    const wrong = await ask(`/api/desk/threads/${id}/entries?before=x`, { headers: member.headers });
    expect(await refusal(wrong)).toEqual([400, 'malformed']);
  });
});
