import { expect, it } from 'vitest';
import { drawDrillId, drillToken } from '../../../src/protocol/keys/drill.ts';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { Id } from '../../../src/protocol/wire/fields.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';

const [newest, older, other] = [drawPair(), drawPair(), drawPair()];

it('gives an id as any other, by which the centre finds the token of its drill, also after its key was replaced', () => {
  const id = drawDrillId(older);
  expect(Id.safeParse(id).success).toBe(true);
  expect(drawDrillId(older)).not.toBe(id);
  const token = drillToken([older], id);
  expect(token).toHaveLength(32);
  expect(drillToken([newest, older], id)).toEqual(token);
  expect(drillToken([older], drawDrillId(older))).not.toEqual(token);
});

it('takes no id for a drill’s that another key drew, or nobody, or that was changed', () => {
  const id = drawDrillId(newest);
  expect(drillToken([other], id)).toBeNull();
  for (const wrong of [randomId(), '', 'A', `${id}A`, (id[0] === 'A' ? 'B' : 'A') + id.slice(1)]) {
    expect(drillToken([newest], wrong)).toBeNull();
  }
});
