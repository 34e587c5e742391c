import { REFERRAL_QUESTIONS, type ReferralAnswers } from '../../src/questions/referral.ts';
import { noAnswers } from './no-answers.ts';

/** A form in which nothing is chosen or typed. */
export const NOTHING = noAnswers(REFERRAL_QUESTIONS);

/** The least that can be sent. */
export const LEAST: ReferralAnswers = { ...NOTHING, who: 'me', danger: 'no' };
