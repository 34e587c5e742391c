import type { Request } from '../../protocol/items/request.ts';
import type { Text } from '../words/text.ts';

/** What a request asks for: `Request: printed copies, training`. Nothing of it was typed. */
export function requestTitle({ about }: Request, text: Text): string {
  return text('request.title', { about: about.map((what) => text(`request.${what}`)).join(', ') });
}
