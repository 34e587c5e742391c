import { describe, expect, it } from 'vitest';
import { isOver, trialNow } from '../../../../src/desk/ringing/trial.ts';
import type { BellWay } from '../../../../src/protocol/wire/api/bell-ways.ts';

const way = 'A'.repeat(22);
const rung: BellWay = { id: way, channel: 'push', madeAt: 500, rungAt: 1000 };
const other: BellWay = { id: 'B'.repeat(22), channel: 'call', madeAt: 500, rungAt: 1000, provedAt: 1001 };

describe('a trial', () => {
  it('goes from sent to arrived to answered, by what its own way says', () => {
    expect(trialNow(way, [other, rung], false)).toEqual({ way, stage: 'sent' });
    const arrived = { ...rung, arrivedAt: 1003 };
    expect(trialNow(way, [other, arrived], false)).toEqual({ way, stage: 'arrived', after: 3 });
    expect(trialNow(way, [{ ...arrived, provedAt: 1010 }, other], false)).toEqual({ way, stage: 'proved' });
  });

  it('is not answered by what answered an earlier one', () => {
    expect(trialNow(way, [{ ...rung, provedAt: 999 }], false)).toEqual({ way, stage: 'sent' });
  });

  it('finds its way gone only where the ways are known', () => {
    expect(trialNow(way, [other], false)).toEqual({ way, stage: 'vanished' });
    expect(trialNow(way, null, false)).toBeNull();
  });

  it('was heard by nobody where its time passes before it is answered, whether anything is known or not', () => {
    const silent = { way, stage: 'silent' };
    expect(trialNow(way, [rung], true)).toEqual(silent);
    expect(trialNow(way, [{ ...rung, arrivedAt: 1003 }], true)).toEqual(silent);
    expect(trialNow(way, null, true)).toEqual(silent);
    expect(trialNow(way, [{ ...rung, provedAt: 1100 }], true)).toEqual({ way, stage: 'proved' });
  });

  it('goes on for as long as something may come of it', () => {
    const going = [trialNow(way, [rung], false), trialNow(way, [{ ...rung, arrivedAt: 1003 }], false)];
    const over = [
      trialNow(way, [], false),
      trialNow(way, null, true),
      trialNow(way, [{ ...rung, provedAt: 1000 }], false),
    ];
    expect(going.map((one) => one && isOver(one))).toEqual([false, false]);
    expect(over.map((one) => one && isOver(one))).toEqual([true, true, true]);
  });
});
