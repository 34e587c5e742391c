import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  APART,
  APART_IN_FLOOD,
  after,
  type BellState,
  type Event,
  FLOOD,
  isDue,
  isFlood,
  isLost,
  LOOK_WITHIN,
  nextTime,
  SILENT,
  STEP_TIME,
  type Told,
  type Waiting,
} from '../../../functions/bell/ladder.ts';
import { LAST, readTimes, stepsBetween, stepTime } from '../../../functions/bell/steps.ts';

const TIMES = readTimes(undefined);
const RANG: Told = { person: true, webhook: true, anybody: true };
const FAILED: Told = { person: false, webhook: false, anybody: true };
const WEBHOOK_ALONE: Told = { person: false, webhook: true, anybody: false };
const NOTHING: Told = { person: false, webhook: false, anybody: false };

/** A step that was rung, when, and whether the webhook was rung with it. */
type Rung = { at: number; step: number; webhook: boolean };

/** A desk of which nothing is asked but time: what has come, what a member has looked at, and what was rung. */
function createDesk(told: (rung: Rung) => Told = () => RANG) {
  let bell: BellState = SILENT;
  let at = 1000;
  let newest = 0;
  let looked = 0;
  const rung: Rung[] = [];
  const waiting = (): Waiting => (newest > looked ? { newest } : null);
  const happen = (event: Event) => {
    bell = after(bell, event, at, TIMES);
  };
  return {
    rung,
    bell: () => bell,
    waits: () => waiting() !== null,
    at: () => at - 1000,
    arrive() {
      newest += 1;
      happen({ kind: 'arrived', count: 1 });
    },
    look(upTo = newest) {
      looked = Math.max(looked, upTo);
      happen({ kind: 'looked', upTo, waiting: waiting() });
    },
    answer: (by = 'ana') => happen({ kind: 'answered', by }),
    find: () => happen({ kind: 'found', waiting: waiting() }),
    /** Lets so many seconds pass, with everything that comes due in them. */
    pass(seconds: number) {
      const end = at + seconds;
      for (let next = nextTime(bell); next !== null && next <= end; next = nextTime(bell)) {
        at = Math.max(at, next);
        if (isLost(bell, at)) happen({ kind: 'told', told: FAILED });
        if (!isDue(bell, at)) continue;
        const { step = 0, hurried = false } = bell.ringing ?? {};
        happen({ kind: 'begun', waiting: waiting() });
        if (!bell.ringing) continue;
        const one = { at: at - 1000, step, webhook: !hurried };
        rung.push(one);
        happen({ kind: 'told', told: told(one) });
      }
      at = end;
    },
  };
}

const times = (rung: readonly Rung[]) => rung.map(({ at }) => at);

describe('the ladder', () => {
  it('goes from one step to the next by its times, and then again and again until somebody looks', () => {
    const desk = createDesk();
    desk.arrive();
    desk.pass(2400);
    expect(times(desk.rung)).toEqual([0, 120, 240, 420, 720, 1200, 1800, 2400]);
    desk.look();
    desk.pass(86_400);
    expect(desk.rung).toHaveLength(8);
  });

  it('takes the next step at once where one reaches nobody, and tells the webhook once', () => {
    const desk = createDesk(({ step }) => (step === 2 ? RANG : FAILED));
    desk.arrive();
    desk.pass(419);
    expect(desk.rung).toEqual([
      { at: 0, step: 0, webhook: true },
      { at: 0, step: 1, webhook: false },
      { at: 0, step: 2, webhook: false },
    ]);
    desk.pass(1);
    expect(desk.rung.slice(3)).toMatchObject([
      { at: 420, step: 3 },
      { at: 420, step: 4 },
      { at: 420, step: 5 },
    ]);
    expect(desk.bell().nobody).toBe(true);
  });

  it('goes by its times where there is nobody to ring but the webhook', () => {
    const desk = createDesk(() => WEBHOOK_ALONE);
    desk.arrive();
    desk.pass(300);
    expect(desk.rung).toEqual([
      { at: 0, step: 0, webhook: true },
      { at: 120, step: 1, webhook: true },
      { at: 240, step: 2, webhook: true },
    ]);
    expect(desk.bell().nobody).toBe(false);
  });

  it('says at once that nobody was reached where nobody can be, and tries again every ten minutes', () => {
    const desk = createDesk(() => NOTHING);
    desk.arrive();
    desk.pass(0);
    expect(desk.bell().nobody).toBe(true);
    desk.pass(1200);
    expect(times(desk.rung)).toEqual([0, 600, 1200]);
    desk.look();
    expect(desk.bell().nobody).toBe(false);
  });

  it('says that nobody was reached once everybody was rung and nobody has answered', () => {
    const desk = createDesk();
    desk.arrive();
    desk.pass(1799);
    expect(desk.bell().nobody).toBe(false);
    desk.pass(1);
    expect(desk.bell().nobody).toBe(true);
    desk.answer();
    expect(desk.bell().nobody).toBe(false);
  });

  it('goes on where nothing was heard of a step', () => {
    const begun = after(
      after(SILENT, { kind: 'arrived', count: 1 }, 0, TIMES),
      { kind: 'begun', waiting: { newest: 1 } },
      0,
      TIMES,
    );
    expect(nextTime(begun)).toBe(STEP_TIME);
    const lost = after(begun, { kind: 'told', told: FAILED }, STEP_TIME, TIMES);
    expect(isDue(lost, STEP_TIME)).toBe(true);
  });
});

describe('who answers', () => {
  it('has silence for ten minutes, and is rung again when they have not looked', () => {
    const desk = createDesk();
    desk.arrive();
    desk.pass(130);
    desk.answer('ana');
    desk.answer('bo');
    expect(desk.bell().ringing?.answered?.by).toBe('ana');
    desk.pass(LOOK_WITHIN - 1);
    expect(times(desk.rung)).toEqual([0, 120]);
    desk.pass(1 + 120);
    expect(times(desk.rung).slice(2)).toEqual([730, 850]);
    expect(desk.rung[2]?.step).toBe(0);
  });

  it('and has looked is left alone', () => {
    const desk = createDesk();
    desk.arrive();
    desk.pass(10);
    desk.answer();
    desk.pass(60);
    desk.look();
    desk.pass(7 * 86_400);
    expect(desk.rung).toHaveLength(1);
  });

  it('before anything rang has answered nothing', () => {
    const desk = createDesk();
    desk.answer();
    desk.arrive();
    desk.answer();
    desk.pass(0);
    expect(desk.rung).toHaveLength(1);
  });
});

describe('more that comes', () => {
  it('while it rings is the same ring', () => {
    const desk = createDesk();
    desk.arrive();
    desk.pass(60);
    desk.arrive();
    desk.pass(59);
    expect(desk.rung).toHaveLength(1);
  });

  it('within ten minutes after somebody has looked is put off until then, and never dropped', () => {
    const desk = createDesk();
    desk.arrive();
    desk.pass(30);
    desk.look();
    desk.pass(60);
    desk.arrive();
    desk.pass(APART - 91);
    expect(desk.rung).toHaveLength(1);
    desk.pass(1);
    expect(times(desk.rung)).toEqual([0, APART]);
  });

  it('and was looked at before that is rung for no more', () => {
    const desk = createDesk();
    desk.arrive();
    desk.pass(30);
    desk.look();
    desk.arrive();
    desk.pass(100);
    desk.look();
    desk.pass(86_400);
    expect(desk.rung).toHaveLength(1);
  });

  it('than who looked had before them is rung for anew', () => {
    const desk = createDesk();
    desk.arrive();
    desk.pass(10);
    desk.arrive();
    desk.look(1);
    desk.pass(APART - 11);
    expect(desk.rung).toHaveLength(1);
    desk.pass(1);
    expect(times(desk.rung)).toEqual([0, APART]);
  });

  it('and is not yet in what somebody looked at is rung for without a pause', () => {
    const desk = createDesk();
    desk.arrive();
    desk.arrive();
    desk.pass(60);
    desk.look(1);
    desk.pass(180);
    expect(times(desk.rung)).toEqual([0, 120, 240]);
  });

  it('as a flood rings once, and then once in half an hour', () => {
    const desk = createDesk();
    for (let count = 0; count < 200; count++) {
      desk.arrive();
      desk.pass(count % 10 === 0 ? 3 : 0);
    }
    expect(desk.rung).toHaveLength(1);
    desk.look();
    desk.arrive();
    desk.pass(APART_IN_FLOOD - 61);
    expect(desk.rung).toHaveLength(1);
    desk.pass(1);
    expect(times(desk.rung)).toEqual([0, APART_IN_FLOOD]);
  });
});

/** What may happen to a desk, and how many seconds then pass. */
const happenings = fc.array(
  fc.record({
    what: fc.constantFrom('arrive', 'arrive', 'look', 'look a little', 'answer', 'find', 'nothing'),
    pause: fc.oneof(fc.nat(200), fc.nat(3000)),
  }),
  { maxLength: 60 },
);
const luck = fc.infiniteStream(fc.constantFrom(RANG, RANG, FAILED, WEBHOOK_ALONE, NOTHING));

/** The longest time for which something can wait without a ring: until a flood may ring again, with what was just put off. */
const LONGEST = APART_IN_FLOOD;

describe('whatever happens', () => {
  const lived = (
    told: Iterable<Told>,
    events: readonly { what: string; pause: number }[],
    check: (desk: ReturnType<typeof createDesk>) => void,
  ) => {
    const next = told[Symbol.iterator]();
    const desk = createDesk(() => next.next().value ?? RANG);
    for (const { what, pause } of events) {
      if (what === 'arrive') desk.arrive();
      if (what === 'look') desk.look();
      if (what === 'look a little') desk.look(1);
      if (what === 'answer') desk.answer();
      if (what === 'find') desk.find();
      desk.pass(pause);
      check(desk);
    }
    return desk;
  };

  it('what waits is rung for, soon, and what does not wait is silent', () => {
    fc.assert(
      fc.property(luck, happenings, (told, events) => {
        lived(told, events, (desk) => {
          const next = nextTime(desk.bell());
          if (!desk.waits()) return expect(next).toBe(null);
          expect(next).not.toBe(null);
          expect((next ?? 0) - 1000 - desk.at()).toBeLessThanOrEqual(LONGEST);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a ladder begins at most once in ten minutes', () => {
    fc.assert(
      fc.property(luck, happenings, (told, events) => {
        const begun = lived(told, events, () => {}).rung.filter(({ step }) => step === 0);
        for (const [index, { at }] of begun.slice(1).entries()) {
          expect(at - (begun[index]?.at ?? 0)).toBeGreaterThanOrEqual(Math.min(APART, LOOK_WITHIN));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('nothing rings for what was looked at, also after months', () => {
    fc.assert(
      fc.property(luck, happenings, (told, events) => {
        const desk = lived(told, events, () => {});
        desk.look();
        const before = desk.rung.length;
        desk.pass(120 * 86_400);
        expect(desk.rung).toHaveLength(before);
      }),
    );
  });

  it('nobody rings on and on where nothing can be rung', () => {
    fc.assert(
      fc.property(happenings, (events) => {
        const desk = lived(fc.sample(fc.constant(NOTHING), 1000), events, () => {});
        expect(desk.rung.length).toBeLessThanOrEqual(1 + events.length + desk.at() / TIMES.again);
      }),
    );
  });
});

describe('the times of the ladder', () => {
  it('are those that are set, within bounds', () => {
    expect(readTimes('15,30,45,60,75,90')).toEqual({ after: [0, 15, 30, 45, 60, 75], again: 90 });
    expect(readTimes(' 120, 240, 420, 720, 1200, 600')).toEqual(TIMES);
  });

  it.each([
    '',
    '120',
    'soon',
    '120,240,420,720,1200',
    '120,240,420,720,1200,600,600',
    '14,30,45,60,75,90',
    '15,30,45,60,75,14',
    '15,30,45,60,75,1801',
    '240,120,420,720,1200,600',
    '-15,30,45,60,75,90',
    '1e2,240,420,720,1200,600',
  ])('are the usual ones where %j is set', (text) => expect(readTimes(text)).toEqual(TIMES));

  it('give whoever looks each minute every step once', () => {
    const seen: number[] = [];
    for (let at = 17; at <= 3617; at += 60) seen.push(...stepsBetween(TIMES, at - 60, at));
    expect(seen).toEqual([...Array(LAST + 5).keys()]);
    expect(stepTime(TIMES, LAST + 4)).toBe(1200 + 4 * 600);
  });

  it('counts what came together as it would one by one', () => {
    const together = after(SILENT, { kind: 'arrived', count: FLOOD + 1 }, 0, TIMES);
    expect(isFlood(together, 0)).toBe(true);
    expect(isFlood(after(SILENT, { kind: 'arrived', count: FLOOD }, 0, TIMES), 0)).toBe(false);
    expect(after(SILENT, { kind: 'arrived', count: 1_000_000 }, 0, TIMES)).toEqual(together);
  });
});
