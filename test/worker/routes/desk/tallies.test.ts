import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { PAGE_BYTES } from '../../../../src/protocol/wire/api/fields.ts';
import { type AskTallies, TalliesBody, type TallyRow } from '../../../../src/protocol/wire/api/tallies.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { sweepNow } from '../../support/faulty.ts';
import { memberOnDuty } from '../../support/member.ts';
import { noise } from '../../support/referral.ts';
import { countRows, dumpStore, emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

const thisYear = new Date().getUTCFullYear();
const tallyOf = (month: string): TallyRow => ({
  id: randomId(),
  month,
  envelope: noise(AUTHENTICATED_BOX, LARGEST_BUCKET.tallies),
});

const put = ({ headers }: OnDuty, { id, ...json }: TallyRow) =>
  ask(`/api/desk/tallies/${id}`, { json, headers });

async function page({ headers }: OnDuty, json: AskTallies): Promise<TalliesBody> {
  const answer = await ask('/api/desk/tallies', { json, headers });
  const text = await answer.text();
  expect(text.length).toBeLessThan(PAGE_BYTES);
  return TalliesBody.parse(JSON.parse(text));
}

async function ofYear(member: OnDuty, year: number): Promise<TallyRow[]> {
  const all: TallyRow[] = [];
  for (let after: AskTallies['after'], more = true; more; ) {
    const { tallies, next } = await page(member, { year, ...(after && { after }) });
    all.push(...tallies);
    after = next;
    more = next !== undefined;
  }
  return all;
}

const byId = (one: TallyRow, other: TallyRow) => one.id.localeCompare(other.id);

it('keeps a tally, once, whoever of the team asks', async () => {
  const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
  const tally = tallyOf(`${thisYear}-01`);
  for (let again = 0; again < 2; again++) {
    const answer = await put(ana, tally);
    expect(await answer.json()).toEqual({ ok: true, id: tally.id });
  }
  expect(await ofYear(bo, thisYear)).toEqual([tally]);
});

it('lets another take the place of a tally, also in another month', async () => {
  const member = await memberOnDuty();
  const before = tallyOf(`${thisYear - 1}-12`);
  const after = { ...tallyOf(`${thisYear}-01`), id: before.id };
  await put(member, before);
  await put(member, after);
  expect(await ofYear(member, thisYear - 1)).toEqual([]);
  expect(await ofYear(member, thisYear)).toEqual([after]);
});

it('gives a year whole, in pages, and nothing of another year', async () => {
  const member = await memberOnDuty();
  const edges = [tallyOf(`${thisYear - 1}-12`), tallyOf(`${thisYear}-01`)];
  for (const edge of edges) await put(member, edge);
  await env.DB.prepare(
    `WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 700)
     INSERT INTO tallies SELECT substr(hex(randomblob(11)), 1, 21) || 'A', printf('%d-%02d', ?, 1 + i % 12), randomblob(1137)
     FROM number`,
  )
    .bind(thisYear)
    .run();
  const all = await ofYear(member, thisYear);
  expect(all).toHaveLength(701);
  expect(new Set(all.map(({ id }) => id)).size).toBe(701);
  expect(all.every(({ month }) => month.startsWith(`${thisYear}-`))).toBe(true);
  expect(all.map(({ month }) => month)).toEqual(all.map(({ month }) => month).sort());
  expect(await ofYear(member, thisYear - 1)).toEqual([edges[0]]);
});

it('ends a page that is just full with nothing', async () => {
  const member = await memberOnDuty();
  const tallies = Array.from({ length: 150 }, () => tallyOf(`${thisYear}-01`)).sort(byId);
  for (const tally of tallies) await put(member, tally);
  const { tallies: first, next } = await page(member, { year: thisYear });
  expect([...first].sort(byId)).toEqual(tallies);
  expect(await page(member, { year: thisYear, ...(next && { after: next }) })).toEqual({ tallies: [] });
});

it('takes none of a month whose figures are made, or that is still to come', async () => {
  const member = await memberOnDuty();
  for (const month of [`${thisYear - 2}-12`, `${thisYear + 1}-02`, `${thisYear}-13`]) {
    expect(await refusal(await put(member, tallyOf(month)))).toEqual([400, 'malformed']);
  }
  expect(await countRows('tallies')).toBe(0);
});

it('takes only what the centre sealed, of the one size that tallies have', async () => {
  const member = await memberOnDuty();
  const wrong = (envelope: string) => put(member, { ...tallyOf(`${thisYear}-01`), envelope });
  expect(await refusal(await wrong(noise(SEALED_BOX, 1024)))).toEqual([400, 'envelope_version']);
  expect(await refusal(await wrong(noise(AUTHENTICATED_BOX, 2048)))).toEqual([400, 'envelope_size']);
});

it('keeps nothing of a tally but its month: no thread, no member, no time', async () => {
  const member = await memberOnDuty();
  const tally = tallyOf(`${thisYear}-01`);
  await put(member, tally);
  const { id, month, envelope } = tally;
  expect((await dumpStore()).tallies).toEqual([{ id, month, sealed: envelope }]);
});

it('forgets a year when the one behind it has ended', async () => {
  const member = await memberOnDuty();
  await put(member, tallyOf(`${thisYear - 1}-12`));
  await put(member, tallyOf(`${thisYear}-01`));
  const nextYear = Date.UTC(thisYear + 1, 0, 1) / 1000 - Math.floor(Date.now() / 1000);
  await sweepNow(nextYear - 60);
  expect(await countRows('tallies')).toBe(2);
  await sweepNow(nextYear + 60);
  expect(await ofYear(member, thisYear - 1)).toEqual([]);
  expect(await ofYear(member, thisYear)).toHaveLength(1);
});
