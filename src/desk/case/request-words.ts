import type { Request } from '../../protocol/items/kinds/request.ts';
import type { ShownIn } from '../../questions/question.ts';
import type { REQUEST_QUESTIONS } from '../../questions/request.ts';
import type { Text, TextKey } from '../words/text.ts';

/** The answers by which a request is called, and the words of each. */
const TITLE = {
  about: { copies: 'request.copies', training: 'request.training' },
} as const satisfies Record<
  ShownIn<typeof REQUEST_QUESTIONS, 'title'>,
  Record<Request['about'][number], TextKey>
>;

/** What a request asks for: `Request: printed copies, training`. Nothing of it was typed. */
export function requestTitle({ about }: Request, text: Text): string {
  return text('request.title', { about: about.map((what) => text(TITLE.about[what])).join(', ') });
}
