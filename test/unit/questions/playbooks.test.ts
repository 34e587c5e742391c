import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KNOWN_PLAYBOOKS, playbooksFor } from '../../../src/questions/playbooks.ts';
import { sampleReferral } from '../../samples/referral.ts';
import { anyReferral } from '../protocol/arbitrary.ts';

it('shows the playbook of a child wherever somebody may be one, whatever else was answered', () => {
  fc.assert(
    fc.property(anyReferral, fc.constantFrom('minor', 'unsure'), (referral, age) => {
      expect(playbooksFor({ ...referral, age })).toContain('minor');
    }),
  );
});

it('shows the playbook of a child wherever somebody is one in what was merged into it, whatever was answered', () => {
  fc.assert(
    fc.property(anyReferral, (referral) => {
      expect(playbooksFor(referral, { minor: true })).toContain('minor');
    }),
  );
  expect(playbooksFor(sampleReferral(), { minor: false })).toEqual([]);
});

it('shows the playbook of danger first wherever there may be danger, whatever else was answered', () => {
  fc.assert(
    fc.property(anyReferral, fc.constantFrom('yes', 'unsure'), (referral, danger) => {
      expect(playbooksFor({ ...referral, danger })[0]).toBe('danger');
    }),
  );
});

it('shows the playbook of danger first wherever a member says that it is urgent now, whatever was answered', () => {
  fc.assert(
    fc.property(anyReferral, (referral) => {
      expect(playbooksFor(referral, { byHand: 'now' })[0]).toBe('danger');
    }),
  );
  expect(playbooksFor(sampleReferral(), { byHand: 'today' })).toEqual([]);
});

it('shows each playbook once, in one order', () => {
  fc.assert(
    fc.property(anyReferral, (referral) => {
      const shown = playbooksFor(referral);
      expect(shown).toEqual(KNOWN_PLAYBOOKS.filter((id) => shown.includes(id)));
    }),
  );
});

it('shows none where nothing calls for one', () => {
  expect(playbooksFor(sampleReferral({ age: 'adult', speaks: 'nl', happening: ['pay'] }))).toEqual([]);
  // What nobody said is no child and no foreign language.
  expect(playbooksFor(sampleReferral())).toEqual([]);
});

it.each([
  ['no bed is safe tonight', { who: 'work', when: 'today' }, ['bed']],
  ['somebody is kept in', { happening: ['watched'] }, ['bed']],
  ['a language is not shared', { speaks: 'ar' }, ['language']],
  ['it is another language', { speaks: 'other' }, ['language']],
  ['a call is asked for', { answer: { way: 'call', number: '0488 12 34 56' } }, ['unreachable']],
] as const)('shows what fits when %s', (_, fields, expected) => {
  const referral = sampleReferral();
  expect(playbooksFor({ ...referral, ...structuredClone<object>(fields) })).toEqual(expected);
});
