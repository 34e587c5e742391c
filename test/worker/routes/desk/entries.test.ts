import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE_BYTES } from '../../../../src/protocol/wire/api/fields.ts';
import { EnvelopesBody, ThreadBody, ThreadListBody } from '../../../../src/protocol/wire/api/threads.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { ask, refusal } from '../../support/ask.ts';
import { storeEntries } from '../../support/entries.ts';
import { memberOnDuty } from '../../support/member.ts';
import { noise, sentReferral } from '../../support/referral.ts';
import { countRows, emptyStore } from '../../support/rows.ts';
import { changeOf, release, take } from '../../support/taking.ts';

beforeEach(emptyStore);

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

const post = ({ headers }: OnDuty, path: string, json: unknown) =>
  ask(`/api/desk/${path}`, { json, headers });

async function threadOf({ headers }: OnDuty, id: string, query = ''): Promise<ThreadBody> {
  return ThreadBody.parse(await (await ask(`/api/desk/threads/${id}${query}`, { headers })).json());
}

describe('what a member says with taking a thread and giving it back', () => {
  it('is kept once, named by the row, and given with the thread and by its id', async () => {
    const member = await memberOnDuty();
    const { id, body } = await sentReferral();
    const [taken, given] = [changeOf(0), changeOf(1, 2)];
    for (let again = 0; again < 2; again++) {
      expect((await post(member, `threads/${id}/take`, taken)).status).toBe(200);
    }
    expect((await post(member, `threads/${id}/release`, given)).status).toBe(200);
    const { thread, entries } = await threadOf(member, id);
    expect(thread).toMatchObject({ state: 'new', rev: 2, entry: given.entry.id });
    const by = { at: expect.any(Number), member: { id: member.id, name: member.name } };
    expect(entries).toEqual([
      { ...taken.entry, ...by },
      { ...given.entry, ...by },
    ]);
    const list = await ask('/api/desk/threads', { headers: member.headers });
    expect(ThreadListBody.parse(await list.json()).threads).toMatchObject([{ id, entry: given.entry.id }]);
    const ids = [given.entry.id, id, taken.entry.id];
    const { envelopes } = EnvelopesBody.parse(await (await post(member, 'envelopes', { ids })).json());
    expect(envelopes.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))).toEqual([
      { id: given.entry.id, envelope: given.entry.envelope },
      { id, envelope: body.envelope },
      { id: taken.entry.id, envelope: taken.entry.envelope },
    ]);
  });

  it('is kept by nobody who came second', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const { id } = await sentReferral();
    const answers = await Promise.all([take(ana, id, 0), take(bo, id, 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await countRows('entries')).toBe(1);
    const { thread, entries } = await threadOf(ana, id);
    expect(entries).toMatchObject([{ id: thread.entry, member: { id: thread.takenBy?.id } }]);
  });

  it.each([2, 7])('must be the next: number %i is not the first', async (seq) => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    expect(await refusal(await take(member, id, 0, seq))).toEqual([409, 'changed']);
    await take(member, id, 0);
    for (const number of [1, 3]) {
      expect(await refusal(await release(member, id, 1, number))).toEqual([409, 'changed']);
    }
    expect(await countRows('entries')).toBe(1);
    expect((await release(member, id, 1, 2)).status).toBe(200);
  });

  it('is under no id that is there', async () => {
    const member = await memberOnDuty();
    const [one, two] = [await sentReferral(), await sentReferral()];
    const json = changeOf(0);
    await post(member, `threads/${one.id}/take`, json);
    expect(await refusal(await post(member, `threads/${two.id}/take`, json))).toEqual([409, 'changed']);
    const same = { ...changeOf(1, 2), entry: { ...json.entry, seq: 2 } };
    expect(await refusal(await post(member, `threads/${one.id}/release`, same))).toEqual([409, 'changed']);
    expect(await countRows('entries')).toBe(1);
  });

  it('is an envelope that only the desk could make, and no larger than an entry may be', async () => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    const asked = (envelope: string) =>
      post(member, `threads/${id}/take`, { rev: 0, entry: { ...changeOf(0).entry, envelope } });
    expect(await refusal(await asked(noise(SEALED_BOX, 1024)))).toEqual([400, 'envelope_version']);
    const large = noise(AUTHENTICATED_BOX, LARGEST_BUCKET.entries * 2);
    expect(await refusal(await asked(large))).toEqual([413, 'too_large']);
    expect(await countRows('entries')).toBe(0);
    expect((await asked(noise(AUTHENTICATED_BOX, LARGEST_BUCKET.entries))).status).toBe(200);
  });

  it('goes with its thread', async () => {
    const member = await memberOnDuty();
    const { id, headers } = await sentReferral();
    await take(member, id, 0);
    await ask('/api/mailbox', { method: 'DELETE', headers });
    expect(await countRows('entries')).toBe(0);
  });
});

it('of many and large entries gives the newest, with the first page alone, and never more than a page takes', async () => {
  const member = await memberOnDuty();
  const { id } = await sentReferral();
  const numbers = async () => (await threadOf(member, id)).entries?.map(({ seq }) => seq);
  await storeEntries(id, member.id, 40, 1000);
  expect(await numbers()).toEqual(Array.from({ length: 32 }, (_, at) => at + 9));
  await storeEntries(id, member.id, 40, LARGEST_BUCKET.entries, 40);
  expect(await numbers()).toEqual([79, 80]);
  const whole = JSON.stringify(await threadOf(member, id));
  expect(whole.length).toBeLessThan(PAGE_BYTES);
  expect((await threadOf(member, id, '?after=0')).entries).toBeUndefined();
});
