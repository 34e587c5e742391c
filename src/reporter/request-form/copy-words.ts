import { COPIES, type Copy } from '../../protocol/items/kinds/request.ts';
import type { QuestionWords } from '../sealed-form/asking/question-words.ts';

/** What the request form calls each material of which copies can be asked for: by its title on the downloads page. */
export const copyWords = (items: Readonly<Record<Copy, { title: string }>>): Record<Copy, QuestionWords> =>
  Object.fromEntries(COPIES.map((each) => [each, { question: items[each].title }])) as Record<
    Copy,
    QuestionWords
  >;
