import type { Request } from '../../protocol/items/kinds/request.ts';
import { REQUEST_QUESTIONS } from '../../questions/request.ts';
import { shownIn } from '../../questions/shown-in.ts';
import type { Text } from '../words/text.ts';

/** What a request asks for: `Request: printed copies, training`. Nothing of it was typed. */
export function requestTitle(request: Request, text: Text): string {
  const asked = shownIn(REQUEST_QUESTIONS, 'title').flatMap((field) => request[field]);
  return text('request.title', { about: asked.map((what) => text(`request.${what}`)).join(', ') });
}
