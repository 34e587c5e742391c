<<<<<<<< HEAD:test/samples/referral-answers.ts

import type { ReferralAnswers } from '../../src/questions/referral.ts';

========

import type { ReferralAnswers } from '../../../../src/questions/referral.ts';

>>>>>>>> f0ad514 (Let no folder hold more than a dozen loose files: tests of desk and reporter, the builder's hooks, pictograms):test/unit/reporter/referral-form/answers.ts

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
