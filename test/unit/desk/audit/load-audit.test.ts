import { expect, it } from 'vitest';
import { NO_TRAIL } from '../../../../src/desk/audit/done.ts';
import { loadAudit, loadLines } from '../../../../src/desk/audit/load-audit.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { writtenTrail } from '../../../support/trail.ts';
import { fakeApi, unlockedVault } from '../surroundings.ts';

const centre = drawPair();

/** Three acts of a member, of which the worker gives the links and what it still has of them. */
async function three() {
  const trail = writtenTrail(randomId(), centre);
  const made = (['took', 'answered', 'closed'] as const).map((did) => trail.next(did));
  const links = made.map(({ act: { link } }, at) => ({ n: at + 1, link }));
  const acts = made.map(({ act: { id, envelope } }, at) => ({ n: at + 1, id, envelope })).reverse();
  const end = trail.end();
  return { links, acts, seen: end ? [end] : [], vault: await unlockedVault(centre) };
}
type Three = Awaited<ReturnType<typeof three>>;

async function shown({ links, acts, seen, vault }: Three) {
  const api = {
    ...fakeApi({
      links: async () => ({ ok: true, value: { links } }),
      acts: async () => ({ ok: true, value: { acts } }),
    }),
    trail: { ...NO_TRAIL, seen: () => seen },
  };
  const loaded = await loadAudit(api, vault);
  if (!loaded.ok) throw new Error(loaded.fault.code);
  const lines = await loadLines(api, vault, loaded.audit);
  if (!lines.ok) throw new Error(lines.fault.code);
  return {
    faults: [...loaded.audit.faults, ...lines.faults].map(({ kind, seq }) => [kind, seq]),
    told: lines.lines.map((line) => (line.told === 'act' ? line.act.did : line.told)),
  };
}

it('tells what was done, newest first', async () => {
  expect(await shown(await three())).toEqual({ faults: [], told: ['closed', 'answered', 'took'] });
});

it('says of what went with its case that there was something', async () => {
  const all = await three();
  expect(await shown({ ...all, acts: all.acts.slice(0, 1) })).toEqual({
    faults: [],
    told: ['closed', 'gone', 'gone'],
  });
});

it('misses what was seen since the desk was opened', async () => {
  const all = await three();
  const { faults } = await shown({ ...all, links: all.links.slice(0, 2), acts: all.acts.slice(1) });
  expect(faults).toEqual([['cut', 3]]);
});

it('believes no act that is not the one of its link', async () => {
  const all = await three();
  const [newest, ...rest] = all.acts;
  const other = writtenTrail(randomId(), centre).next('purged', newest ? { id: newest.id } : {}).act;
  const acts = [{ n: 3, id: other.id, envelope: other.envelope }, ...rest];
  expect(await shown({ ...all, acts })).toEqual({
    faults: [['other', 3]],
    told: ['broken', 'answered', 'took'],
  });
});
