import type { Answers } from '../../../src/reporter/referral-form/answers.ts';

/** A form in which nothing is chosen or typed. */
export const NOTHING: Answers = {
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
export const LEAST: Answers = { ...NOTHING, who: 'me', danger: 'no' };
