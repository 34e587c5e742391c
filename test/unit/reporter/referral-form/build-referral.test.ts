import { describe, expect, it } from 'vitest';

import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { buildReferral } from '../../../../src/reporter/referral-form/build-referral.ts';
import type { ThreadStart } from '../../../../src/reporter/sealed-form/draft.ts';
import { LEAST, NOTHING } from '../../../samples/referral-answers.ts';

const place: ThreadStart = {
  id: randomId(),
  at: 1_794_999_600,
  mailbox: 'A'.repeat(43),
  formLanguage: 'fr',
};

describe('buildReferral', () => {
  it('leaves out what nobody answered, and answers in the mailbox', () => {
    expect(JSON.parse(JSON.stringify(buildReferral(LEAST, place)))).toEqual({
      v: 2,
      kind: 'referral',
      thread: place.id,
      ...place,
      who: 'me',
      danger: 'no',
      answer: { way: 'mailbox' },
      happening: [],
    });
  });

  it('drops the number and all that goes with it when the call is taken back', () => {
    const call = {
      ...LEAST,
      number: '0488 12 34 56',
      times: ['morning' as const],
      otherVoice: 'hang-up' as const,
      voicemail: true,
    };
    expect(buildReferral({ ...call, way: 'call' }, place)?.answer).toEqual({
      way: 'call',
      number: '0488 12 34 56',
      times: ['morning'],
      otherVoice: 'hang-up',
      voicemail: true,
    });
    expect(buildReferral({ ...call, way: 'mailbox' }, place)?.answer).toEqual({ way: 'mailbox' });
    expect(JSON.stringify(buildReferral({ ...call, way: null }, place))).not.toContain('0488');
  });

  it('never says that a voicemail is allowed when nobody said so', () => {
    const answer = buildReferral({ ...LEAST, way: 'call', number: '112' }, place)?.answer;
    expect(answer?.voicemail).toBeUndefined();
  });

  it('keeps what was typed as it was typed', () => {
    const story = '  Line one\n\nعربي 👩‍👧 <b>&amp;  ';
    expect(buildReferral({ ...LEAST, story }, place)?.story).toBe(story);
  });

  it('says when and whom to contact only where somebody writes for another person', () => {
    const asked = { ...LEAST, when: 'today', reach: 'no' } as const;
    const others = buildReferral({ ...asked, who: 'known' }, place);
    expect(others).toMatchObject({ who: 'known', when: 'today', reach: 'no' });
    // Answered first, and then “Me”: what no longer shows is not sent either.
    const mine = buildReferral({ ...asked, who: 'me' }, place);
    expect(mine?.when).toBeUndefined();
    expect(mine?.reach).toBeUndefined();
  });

  it('says how somebody knows the person, and what the person knows, only for whom the writer knows', () => {
    const asked = { ...LEAST, relation: 'family', aware: 'no' } as const;
    expect(buildReferral({ ...asked, who: 'known' }, place)).toMatchObject({
      relation: 'family',
      aware: 'no',
    });
    const mine = buildReferral({ ...asked, who: 'me' }, place);
    expect([mine?.relation, mine?.aware]).toEqual([undefined, undefined]);
  });

  it('gives nothing for answers that lack something required', () => {
    expect(buildReferral(NOTHING, place)).toBeNull();
    expect(buildReferral({ ...LEAST, story: 'x'.repeat(2001) }, place)).toBeNull();
  });
});
