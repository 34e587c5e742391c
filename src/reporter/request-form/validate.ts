import { REQUEST_LIMITS } from '../../protocol/items/request.ts';
import type { FieldError } from '../sealed-form/field-error.ts';
import { given } from '../sealed-form/read-fields.ts';
import type { RequestAnswers } from './answers.ts';

/** The fields into which something is typed, in the order of the form; of these, only `reply` may stay empty. */
const TYPED = ['text', 'organisation', 'name', 'reply'] as const;

/** An error in the request form. */
export type RequestError = FieldError<'about' | 'text' | 'organisation' | 'name'>;

/** What keeps a request from being sent, in the order of the form. */
export function findRequestErrors(answers: RequestAnswers): RequestError[] {
  const errors: RequestError[] = [];
  if (answers.about.length === 0) errors.push({ field: 'about', code: 'missing' });
  for (const field of TYPED) {
    const over = answers[field].length - REQUEST_LIMITS[field];
    if (field !== 'reply' && !given(answers[field])) errors.push({ field, code: 'missing' });
    else if (over > 0) errors.push({ field, code: 'long', over });
  }
  return errors;
}
