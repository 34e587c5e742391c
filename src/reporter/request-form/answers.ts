import { ABOUT, type Request, type RequestField } from '../../protocol/items/request.ts';
import { ticked, typed } from '../sealed-form/read-fields.ts';

/** Every answer of a request has its place here, or nothing compiles: what is asked can't get lost. */
type Complete<Every extends Record<RequestField, unknown>> = Every;

/** What stands in the request form: an empty text where nothing is typed. */
export type RequestAnswers = Complete<{
  about: Request['about'];
  text: string;
  organisation: string;
  name: string;
  reply: string;
}>;

/** Reads the request form. */
export function readRequestAnswers(form: HTMLElement): RequestAnswers {
  return {
    about: ticked(form, 'about', ABOUT),
    text: typed(form, 'text'),
    organisation: typed(form, 'organisation'),
    name: typed(form, 'name'),
    reply: typed(form, 'reply'),
  };
}
