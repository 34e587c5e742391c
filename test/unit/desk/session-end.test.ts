import { expect, it } from 'vitest';
import { sessionState } from '../../../src/desk/alarm/session-end.ts';

it('warns of the end of a session for its last ten minutes', () => {
  expect(sessionState(1000, 399)).toBe('open');
  expect(sessionState(1000, 400)).toBe('ending');
  expect(sessionState(1000, 999)).toBe('ending');
  expect(sessionState(1000, 1000)).toBe('over');
});
