import { expect, it } from 'vitest';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { auditOf, seenBefore } from '../../../tools/store/audit-of.ts';
import { writtenTrail } from '../../support/trail.ts';

const centre = drawPair();
const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();

/** Two acts of Ana as a store has them: the second is of a case that is gone. */
function stored() {
  const trail = writtenTrail(randomId(), centre);
  const [kept, gone] = [trail.next('retention', { count: 60 }), trail.next('closed')];
  return [
    { link: kept.link, name: 'Ana', id: kept.act.id, thread: null, sealed: bytes(kept.act.envelope) },
    { link: gone.link, name: 'Ana', id: null, thread: null, sealed: null },
  ];
}

it('prints what was done as far as it is kept, and where each trail has come to', () => {
  const { lines, heads, faults } = auditOf(stored(), [centre], []);
  expect(faults).toEqual([]);
  expect(lines).toMatchObject([
    { name: 'Ana', seq: 1, day: '2024-10-04', act: { did: 'retention', count: 60 } },
    { name: 'Ana', seq: 2, act: null },
  ]);
  expect(heads).toMatchObject([{ name: 'Ana', seq: 2 }]);
});

it('misses what an earlier print has and the store has no more', () => {
  const rows = stored();
  const { lines, heads } = auditOf(rows, [centre], []);
  const print = [...lines, ...heads].map((line) => JSON.stringify(line)).join('\n');
  const seen = seenBefore(print) ?? [];
  expect(auditOf(rows, [centre], seen).faults).toEqual([]);
  expect(auditOf(rows.slice(0, 1), [centre], seen).faults).toMatchObject([
    { kind: 'cut', seq: 2, name: 'Ana' },
  ]);
});

it('says which act is not what its link names', () => {
  const [one, two] = stored();
  const other = writtenTrail(randomId(), centre).next('purged', { id: one?.id ?? '' }).act;
  const rows = one && two ? [{ ...one, sealed: bytes(other.envelope) }, two] : [];
  expect(auditOf(rows, [centre], []).faults).toMatchObject([{ kind: 'other', seq: 1, name: 'Ana' }]);
});

it.each(['{', '[]', '{"member":"x"}', 'Not whole: cut'])('takes %s for no print', (text) => {
  expect(seenBefore(text)).toBeNull();
});
