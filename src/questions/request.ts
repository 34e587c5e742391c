import { ABOUT, REQUEST_LIMITS, type Request, type RequestField } from '../protocol/items/kinds/request.ts';
import type { AnswersOf, QuestionFor } from './question.ts';

/** The lines of the desk's list of answers, in the order in which they are read. */
export const REQUEST_LINES = ['organisation', 'name', 'reply'] as const;
export type RequestLine = (typeof REQUEST_LINES)[number];

/** A row for every answer that a request can hold. The desk calls it by what is asked for. */
export type RequestRows = {
  [Field in RequestField]-?: QuestionFor<NonNullable<Request[Field]>, 'title' | RequestLine | 'text', never>;
};

/**
 * The questions of the request form, one row each, in its order (see src/questions/referral.ts). Their words stand in
 * content/<language>/ui/request.json.
 */
export const REQUEST_QUESTIONS = {
  about: { screen: 'about', control: 'checks', options: ABOUT, required: true, desk: 'title' },
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
    autocomplete: 'email',
    desk: 'reply',
  },
} as const satisfies RequestRows;

/** What stands in the request form. */
export type RequestAnswers = AnswersOf<typeof REQUEST_QUESTIONS>;
