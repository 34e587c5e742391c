import { describe, expect, it } from 'vitest';
import { isForgotten, stageOf } from '../../../../src/desk/pass-on/handed.ts';
import type { ThreadRow } from '../../../../src/protocol/wire/api/threads.ts';

const MADE = 1_800_000_000;
const made = { madeAt: MADE, expiresAt: MADE + 72 * 3600 };

describe('how far a handoff has come', () => {
  it.each([
    ['waiting', {}, 0],
    ['opened', { openedAt: 5 }, 0],
    ['accepted', { openedAt: 5, acceptedAt: 6 }, 0],
    ['revoked', { openedAt: 5, revokedAt: 6 }, 0],
    ['expired', { openedAt: 5 }, 72 * 3600],
    ['accepted', { openedAt: 5, acceptedAt: 6 }, 73 * 3600],
    ['revoked', { revokedAt: 6 }, 73 * 3600],
  ])('is %s', (stage, times, later) => {
    expect(stageOf({ ...made, ...times }, MADE + later)).toBe(stage);
  });
});

describe('what was passed on and is still ours', () => {
  const row = (handed: ThreadRow['handed'], state: ThreadRow['state'] = 'taken') =>
    ({ handed, state }) as ThreadRow;

  it('is called to mind after half an hour in danger, after two hours else', () => {
    const forgotten = (danger: boolean, minutes: number) =>
      isForgotten(row(made), danger, MADE + minutes * 60);
    expect([forgotten(true, 29), forgotten(true, 30)]).toEqual([false, true]);
    expect([forgotten(false, 119), forgotten(false, 120)]).toEqual([false, true]);
  });

  it('is not once they have it, or the case is closed, or nothing was passed on', () => {
    const late = MADE + 9 * 3600;
    expect(isForgotten(row({ ...made, openedAt: 1, acceptedAt: 2 }), true, late)).toBe(false);
    expect(isForgotten(row(made, 'closed'), true, late)).toBe(false);
    expect(isForgotten(row(undefined), true, late)).toBe(false);
    expect(isForgotten(row({ ...made, openedAt: 1 }), true, MADE + 80 * 3600)).toBe(true);
  });
});
