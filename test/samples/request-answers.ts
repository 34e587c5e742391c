import type { RequestAnswers } from '../../src/questions/request.ts';

/** A request form in which nothing is ticked or typed. */
export const NO_REQUEST: RequestAnswers = { about: [], text: '', organisation: '', name: '', reply: '' };

/** The least that can be sent. */
export const LEAST_REQUEST: RequestAnswers = {
  about: ['copies'],
  text: '50 affiches A3',
  organisation: 'CPAS de Namur',
  name: 'Luc',
  reply: '',
};
