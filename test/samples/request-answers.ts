import { REQUEST_QUESTIONS, type RequestAnswers } from '../../src/questions/request.ts';
import { noAnswers } from './no-answers.ts';

/** A request form in which nothing is ticked or typed. */
export const NO_REQUEST = noAnswers(REQUEST_QUESTIONS);

/** The least that can be sent. */
export const LEAST_REQUEST: RequestAnswers = {
  ...NO_REQUEST,
  about: ['copies'],
  text: '50 affiches A3',
  organisation: 'CPAS de Namur',
  name: 'Luc',
};
