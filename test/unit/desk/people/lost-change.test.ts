import { expect, it } from 'vitest';
import { isDone } from '../../../../src/desk/people/lost-change.ts';
import type { MemberAct } from '../../../../src/desk/people/member-act.ts';
import type { Person } from '../../../../src/protocol/wire/api/people.ts';

const person: Person = {
  ...{ id: 'A'.repeat(22), name: 'Bo', role: 'member', standing: 'active', since: 1 },
  ...{ boxKey: 'B'.repeat(43), ways: 2, sessions: 1, rev: 3 },
};
const suspend: MemberAct = { act: 'change', person, role: 'member', standing: 'suspended' };
const suspended: Person = { ...person, standing: 'suspended', rev: 4 };

it('knows a change whose answer was lost as made, and one that was not made as failed', () => {
  expect(isDone(suspend, 'offline', null, [suspended])).toBe(true);
  expect(isDone(suspend, 'timeout', null, [person])).toBe(false);
  expect(isDone(suspend, 'timeout', null, [])).toBe(false);
  // Changed more than once since: what stands there is somebody else's word.
  expect(isDone(suspend, 'timeout', null, [{ ...suspended, rev: 5 }])).toBe(false);
  expect(isDone(suspend, 'offline', null, [{ ...suspended, standing: 'left' }])).toBe(false);
  expect(isDone({ act: 'end-sessions', person }, 'offline', null, [suspended])).toBe(false);
});

it('takes a colleague’s change for theirs, unless the same was sent from here before and no answer came', () => {
  expect(isDone(suspend, 'changed', null, [suspended])).toBe(false);
  expect(isDone(suspend, 'changed', suspend, [suspended])).toBe(true);
  expect(isDone(suspend, 'changed', { ...suspend, standing: 'left' }, [suspended])).toBe(false);
  expect(isDone(suspend, 'changed', { ...suspend, person: { ...person, rev: 2 } }, [suspended])).toBe(false);
});
