import { describe, expect, it } from 'vitest';
import en from '../../../../content/en/ui/desk.json' with { type: 'json' };
import { reachRule, urgencyText } from '../../../../src/desk/case/referral-words.ts';
import { codeIn } from '../../../../src/desk/door/invitation-link.ts';
import type { Case } from '../../../../src/desk/inbox/cases.ts';
import { dueAt, URGENCIES, urgencyOf } from '../../../../src/desk/inbox/urgency.ts';
import { themeByItself } from '../../../../src/desk/theme/theme.ts';
import { createText } from '../../../../src/desk/words/text.ts';
import {
  AGE,
  DANGER,
  REACH,
  type Referral,
  WHEN,
  WHO,
} from '../../../../src/protocol/items/kinds/referral.ts';
import { referral, request } from '../surroundings.ts';

describe('urgency', () => {
  it('puts danger first and never lets a minor wait longer than today', () => {
    expect(urgencyOf(referral({ danger: 'yes', age: 'adult' }))).toBe('now');
    expect(urgencyOf(referral({ age: 'minor', who: 'work' }))).toBe('today');
    expect(urgencyOf(referral({ danger: 'unsure' }))).toBe('today');
    expect(urgencyOf(referral({ who: 'work' }))).toBe('advice');
    expect(urgencyOf(referral({ who: 'me' }))).toBe('week');
  });

  it('lets a request wait as advice, whatever is in it', () => {
    expect(urgencyOf(request())).toBe('advice');
    expect(urgencyOf(request({ about: ['training'], text: 'Danger! Minor! Now!' }))).toBe('advice');
  });

  const NUMBER = { way: 'call', number: '0488 12 34 56' } as const;

  it.each([
    // A bed for two tonight, safe for now in an office: said as `now`, left unsaid, or with nothing but a number.
    [{ who: 'work', when: 'now', happening: ['pay', 'watched'], story: 'Bed tonight for 2.' }, 'now'],
    [{ who: 'work', happening: ['pay', 'watched'], story: 'Bed tonight for 2.' }, 'today'],
    [{ who: 'work', answer: NUMBER }, 'today'],
    [{ who: 'known', when: 'advice', answer: NUMBER }, 'today'],
    [{ who: 'me', answer: NUMBER }, 'today'],
    [{ who: 'known', when: 'now' }, 'now'],
    [{ who: 'work', when: 'today' }, 'today'],
    [{ who: 'work', when: 'week', story: 'Wages unpaid' }, 'week'],
    [{ who: 'work', when: 'week' }, 'week'],
    [{ who: 'work', when: 'advice' }, 'advice'],
    [{ who: 'work', when: 'advice', age: 'unsure' }, 'week'],
    [{ who: 'known', when: 'advice', happening: ['hurt'] }, 'week'],
    [{ who: 'known', when: 'advice', age: 'minor' }, 'today'],
    [{ who: 'work', when: 'advice', danger: 'yes' }, 'now'],
    [{ who: 'known', when: 'week', danger: 'unsure' }, 'today'],
    // Who writes for themselves is not asked when; nothing that came along all the same may lower or raise it.
    [{ who: 'me', when: 'now' }, 'week'],
    [{ who: 'me', when: 'advice' }, 'week'],
  ] as const)('%j is %s', (fields, urgency) => {
    const { happening = [], ...rest } = fields as { happening?: readonly ['pay'] };
    expect(urgencyOf(referral({ ...rest, happening: [...happening] }))).toBe(urgency);
  });

  it.each([
    [{}, 'today'],
    [{ danger: 'yes', when: 'advice' }, 'now'],
    [{ danger: 'unsure', when: 'advice' }, 'today'],
    [{ when: 'now' }, 'now'],
    [{ when: 'tonight' }, 'today'],
    [{ when: 'today' }, 'today'],
    [{ when: 'week' }, 'week'],
    [{ when: 'week', work: { bed: 'yes' } }, 'today'],
    [{ when: 'week', work: { bed: 'no', left: 'yes', minors: 0 } }, 'week'],
    [{ when: 'week', work: { minors: 3 } }, 'today'],
    [{ when: 'week', work: { left: 'no' } }, 'today'],
    [{ when: 'week', age: 'minor' }, 'today'],
    [{ when: 'advice' }, 'advice'],
    [{ when: 'advice', story: 'May we keep them here?' }, 'advice'],
    [{ when: 'advice', age: 'unsure' }, 'week'],
    [{ when: 'advice', work: { bed: 'yes' } }, 'today'],
  ] as const)('of a professional, whose number is always there, %j is %s', (fields, urgency) => {
    const { work = {}, ...rest } = fields as Partial<Referral>;
    const item = referral({
      who: 'work',
      answer: { way: 'call', number: '02 000 00 00', times: ['any'] },
      ...rest,
      work: { service: 'CPAS', consent: 'unasked', ...work },
    });
    expect(urgencyOf(item)).toBe(urgency);
  });

  it('never sinks below what any one answer asks for', () => {
    const rank = (urgency: (typeof URGENCIES)[number]) => URGENCIES.indexOf(urgency);
    for (const who of WHO)
      for (const danger of DANGER)
        for (const when of [undefined, ...WHEN])
          for (const age of [undefined, ...AGE])
            for (const number of [undefined, '02 000 00 00'])
              for (const story of [undefined, 'Help']) {
                const way = number ? 'call' : 'mailbox';
                const item = referral({
                  who,
                  danger,
                  answer: { way, ...(number && { number }) },
                  ...(when && { when }),
                  ...(age && { age }),
                  ...(story && { story }),
                });
                const urgency = urgencyOf(item);
                const asked = who === 'me' ? undefined : when;
                const today =
                  danger === 'unsure' ||
                  age === 'minor' ||
                  number ||
                  asked === 'today' ||
                  asked === 'tonight';
                if (danger === 'yes' || asked === 'now') expect(urgency).toBe('now');
                else if (today) expect(urgency).toBe('today');
                else expect(urgency).not.toBe('now');
                if (who === 'me' || age === 'unsure' || asked === 'week')
                  expect(rank(urgency)).toBeLessThanOrEqual(rank('week'));
                if (story && !asked && who !== 'me') expect(rank(urgency)).toBeLessThanOrEqual(rank('today'));
                if (urgency === 'advice') expect(story).toBeUndefined();
              }
  });

  it('speaks of danger only where somebody said so', () => {
    const text = createText(en, 'en');
    const row: Case['row'] = {
      ...{
        id: 'A'.repeat(22),
        changed: 1,
        state: 'new',
        receivedAt: 1,
        rev: 1,
        bytes: 1,
        digest: 'A'.repeat(43),
      },
    };
    const said = (item: Referral) =>
      urgencyText({ row, opened: { ok: true, item, key: 0, digest: row.digest } }, text);
    expect(said(referral({ danger: 'yes' }))).toBe(en.urgency.now);
    expect(said(referral({ who: 'work', when: 'now' }))).toBe(en.urgency.asked);
    expect(said(referral({ who: 'work', when: 'now' }))).not.toMatch(/danger/i);
    expect(said(referral({ danger: 'unsure' }))).toBe(en.urgency.today);
  });

  it('lets nobody contact the person for whom somebody wrote, unless that was called safe', () => {
    const text = createText(en, 'en');
    expect(reachRule(referral({ who: 'me', reach: 'yes' }), text)).toBeNull();
    for (const who of ['known', 'work'] as const) {
      expect(reachRule(referral({ who, reach: 'yes' }), text)).toBe(en.reach.yes);
      for (const reach of [undefined, ...REACH.filter((one) => one !== 'yes')]) {
        expect(reachRule(referral({ who, ...(reach && { reach }) }), text)).toBe(en.reach[reach ?? 'unsaid']);
      }
    }
  });

  it('counts three working days over a weekend and a public holiday', () => {
    // Friday 6 November 2026, 10:00; Wednesday the 11th is a holiday.
    const friday = Date.UTC(2026, 10, 6, 9) / 1000;
    expect(dueAt('advice', friday)).toBe(Date.UTC(2026, 10, 12, 9) / 1000);
  });
});

it('is dark at night in Brussels whatever the system says', () => {
  expect(themeByItself(Date.UTC(2026, 6, 1, 19) / 1000, false)).toBe('dark');
  expect(themeByItself(Date.UTC(2026, 6, 1, 18, 59) / 1000, false)).toBe('light');
  expect(themeByItself(Date.UTC(2026, 6, 1, 10) / 1000, true)).toBe('dark');
});

it('takes an invitation from the fragment, and nothing else for one', () => {
  expect(codeIn('#4817209355610284')).toBe('4817209355610284');
  expect(codeIn('#48172093556102840')).toBeNull();
  expect(codeIn('#list-title')).toBeNull();
  expect(codeIn('')).toBeNull();
});
