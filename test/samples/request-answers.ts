<<<<<<<< HEAD:test/samples/request-answers.ts

import type { RequestAnswers } from '../../src/questions/request.ts';

========

import type { RequestAnswers } from '../../../../src/questions/request.ts';

>>>>>>>> f0ad514 (Let no folder hold more than a dozen loose files: tests of desk and reporter, the builder's hooks, pictograms):test/unit/reporter/request-form/request-answers.ts

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
