import { beforeEach, expect, it } from 'vitest';
import { PAGE_BYTES } from '../../../../src/protocol/wire/api/fields.ts';
import { ThreadBody } from '../../../../src/protocol/wire/api/threads.ts';
import { LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { ask } from '../../support/ask.ts';
import { storeEntries } from '../../support/entries.ts';
import { memberOnDuty } from '../../support/member.ts';
import { sentReferral } from '../../support/referral.ts';
import { emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

async function threadOf({ headers }: OnDuty, id: string, query = ''): Promise<ThreadBody> {
  return ThreadBody.parse(await (await ask(`/api/desk/threads/${id}${query}`, { headers })).json());
}

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
