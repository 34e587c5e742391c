import { expect, it } from 'vitest';
import { remarksIn } from '../../../../src/desk/shift/send.ts';
import type { Handover } from '../../../../src/protocol/items/kinds/handover.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';

/** A handover that says this of the shift as a whole. */
function handover(remark?: string): Handover {
  const [thread, id] = [randomId(), randomId()];
  const from = { id: randomId(), name: 'Lotte' };
  const said = { situation: 'Waits', ...(remark !== undefined && { remark }) };
  return { v: 2, kind: 'handover', thread, id, at: 900, from, ...said };
}

it('gives all that a colleague says of the shift as a whole, each thing once', () => {
  const read = [handover('Two are ill'), handover('Two are ill'), handover(), handover('The lift is broken')];
  const broken = { ok: false, code: 'box_broken' } as const;
  const all = [...read.map((item) => ({ ok: true, item }) as const), broken];
  expect(remarksIn(new Map(all.map((one, at) => [String(at), one])))).toEqual([
    'Two are ill',
    'The lift is broken',
  ]);
});
