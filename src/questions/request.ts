import {
  ABOUT,
  COPIES,
  type Copy,
  MOST_COPIES,
  REQUEST_LIMITS,
  type Request,
  type RequestField,
} from '../protocol/items/kinds/request.ts';
import type { AnswersOf, QuestionFor } from './question.ts';

/** The lines of the desk's list of answers, in the order in which they are read. */
export const REQUEST_LINES = ['address', 'organisation', 'name', 'reply'] as const;
export type RequestLine = (typeof REQUEST_LINES)[number];

type Place = 'title' | 'counts' | RequestLine | 'text';

/** The answers on which the page shows something: what is asked for, and that a way to reply is given. */
export type RequestCase = `about:${(typeof ABOUT)[number]}` | 'reply:*';

/** A row for every answer that a request can hold, and for the copies one for each material. The desk calls it by what is asked for. */
export type RequestRows = {
  [Field in Exclude<RequestField, 'copies'>]-?: QuestionFor<NonNullable<Request[Field]>, Place, RequestCase>;
} & { [Each in Copy]: QuestionFor<number, 'counts', RequestCase> & { within: 'copies' } };

/** Copies are asked for, and nothing but a training is. */
const COPIES_ASKED = ['about:copies'] as const;

const copy = {
  screen: 'copies',
  control: 'number',
  least: 1,
  most: MOST_COPIES,
  shownFor: COPIES_ASKED,
  within: 'copies',
  desk: 'counts',
} as const;

/** The row of each material. */
const copies = Object.fromEntries(COPIES.map((each) => [each, copy])) as Record<Copy, typeof copy>;

/**
 * The questions of the request form, one row each, in its order (see src/questions/referral.ts). Their words stand in
 * content/<language>/ui/request.json; materials are called as the downloads page does.
 */
export const REQUEST_QUESTIONS = {
  about: { screen: 'about', control: 'checks', options: ABOUT, required: true, desk: 'title' },
  ...copies,
  street: {
    screen: 'address',
    control: 'line',
    limit: REQUEST_LIMITS.street,
    shownFor: COPIES_ASKED,
    autocomplete: 'address-line1',
    desk: 'address',
  },
  postcode: {
    screen: 'address',
    control: 'line',
    limit: REQUEST_LIMITS.postcode,
    shownFor: COPIES_ASKED,
    autocomplete: 'postal-code',
    desk: 'address',
  },
  town: {
    screen: 'address',
    control: 'line',
    limit: REQUEST_LIMITS.town,
    shownFor: COPIES_ASKED,
    autocomplete: 'address-level2',
    desk: 'address',
  },
  text: { screen: 'text', control: 'lines', limit: REQUEST_LIMITS.text, required: true, desk: 'text' },
  organisation: {
    screen: 'you',
    control: 'line',
    limit: REQUEST_LIMITS.organisation,
    required: true,
    autocomplete: 'organization',
    desk: 'organisation',
  },
  name: {
    screen: 'you',
    control: 'line',
    limit: REQUEST_LIMITS.name,
    required: true,
    autocomplete: 'name',
    desk: 'name',
  },
  reply: {
    screen: 'you',
    control: 'line',
    limit: REQUEST_LIMITS.reply,
    inputmode: 'email',
    autocomplete: 'email',
    desk: 'reply',
  },
} as const satisfies RequestRows;

/** What stands in the request form. */
export type RequestAnswers = AnswersOf<typeof REQUEST_QUESTIONS>;
