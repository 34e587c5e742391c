import { expect, it } from 'vitest';
import { drillToken } from '../../../src/protocol/keys/drill.ts';
import { drawerOf, drawOwnId } from '../../../src/protocol/keys/own-id.ts';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { Id } from '../../../src/protocol/wire/fields.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';

const [newest, older, other] = [drawPair(), drawPair(), drawPair()];

it('gives an id as any other, by which the centre finds the token of its drill, also after its key was replaced', () => {
  const id = drawOwnId('drill', older);
  expect(Id.safeParse(id).success).toBe(true);
  expect(drawOwnId('drill', older)).not.toBe(id);
  const token = drillToken([older], id);
  expect(token).toHaveLength(32);
  expect(drillToken([newest, older], id)).toEqual(token);
  expect(drillToken([older], drawOwnId('drill', older))).not.toEqual(token);
});

it('takes no id for a drill’s that another key drew, or nobody, or that was changed', () => {
  const id = drawOwnId('drill', newest);
  expect(drillToken([other], id)).toBeNull();
  for (const wrong of [randomId(), '', 'A', `${id}A`, (id[0] === 'A' ? 'B' : 'A') + id.slice(1)]) {
    expect(drillToken([newest], wrong)).toBeNull();
  }
});

it('takes what was drawn for one thing for no other', () => {
  const begun = drawOwnId('begun', newest);
  expect(drillToken([newest], begun)).toBeNull();
  expect(drawerOf('begun', [older, newest], begun)?.pair).toBe(newest);
  expect(drawerOf('begun', [newest], drawOwnId('drill', newest))).toBeNull();
  expect(drawerOf('begun', [other], begun)).toBeNull();
});
