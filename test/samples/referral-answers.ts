import type { ReferralAnswers } from '../../src/questions/referral.ts';

/** A form in which nothing is chosen or typed. */
export const NOTHING: ReferralAnswers = {
  who: null,
  danger: null,
  when: null,
  reach: null,
  age: null,
  speaks: null,
  speaksOther: '',
  way: null,
  number: '',
  times: [],
  otherVoice: null,
  voicemail: false,
  happening: [],
  place: '',
  story: '',
  callName: '',
};

/** The least that can be sent. */
export const LEAST: ReferralAnswers = { ...NOTHING, who: 'me', danger: 'no' };
