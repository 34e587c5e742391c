import { describe, expect, it } from 'vitest';
import { WHO } from '../../../src/protocol/items/kinds/referral.ts';
import { REFERRAL_QUESTIONS } from '../../../src/questions/referral.ts';
import { askedOn, screensAsked } from '../../../src/questions/steps.ts';

const asked = (answers: object) => screensAsked(REFERRAL_QUESTIONS, { ...answers });

describe('the screens of the referral form', () => {
  it('begin with who needs help and whether somebody is in danger, whoever writes', () => {
    for (const who of [null, ...WHO]) expect(asked({ who }).slice(0, 2)).toEqual(['who', 'danger']);
  });

  it('leave out what is not asked with the answers so far', () => {
    expect(asked({ who: 'me' })).not.toContain('when');
    expect(asked({ who: 'me' })).not.toContain('reach');
    expect(asked({ who: 'known' })).toContain('when');
    expect(asked({ who: 'known' })).toContain('reach');
  });

  it('ask together what goes with a question, and only while it does', () => {
    expect(askedOn(REFERRAL_QUESTIONS, 'way', { way: 'mailbox' })).toEqual(['way']);
    expect(askedOn(REFERRAL_QUESTIONS, 'way', { way: 'call' })).toEqual([
      'way',
      'number',
      'times',
      'otherVoice',
      'voicemail',
    ]);
    expect(askedOn(REFERRAL_QUESTIONS, 'start', {})).toEqual([]);
  });
});
