import type { ComponentChildren } from 'preact';
import type { Request } from '../../protocol/items/kinds/request.ts';
import type { ShownIn } from '../../questions/question.ts';
import { REQUEST_LINES, type REQUEST_QUESTIONS, type RequestLine } from '../../questions/request.ts';
import { Typed } from '../parts/typed.tsx';
import { useWords } from '../words/words.ts';
import { Answer } from './answer.tsx';
import { languageName } from './referral-words.ts';

/** Every answer that stands in the list: one that is asked and not shown does not compile. */
const SHOWN: Record<
  ShownIn<typeof REQUEST_QUESTIONS, RequestLine>,
  (request: Request, unsaid: ComponentChildren) => ComponentChildren
> = {
  organisation: ({ organisation }) => <Typed value="organisation">{organisation}</Typed>,
  name: ({ name }) => <Typed value="name">{name}</Typed>,
  reply: ({ reply }, unsaid) => (reply ? <Typed value="reply">{reply}</Typed> : unsaid),
};

/** Who asks, and how to reach them. A request is made at work: no contact rule guards it. */
export function RequestAnswers({ request }: { request: Request }) {
  const { text, language } = useWords();
  const unsaid = <span class="unsaid">{text('request.mailbox')}</span>;
  return (
    <dl class="answers">
      {REQUEST_LINES.map((line) => (
        <Answer key={line} label={text(`request.${line}`)}>
          {SHOWN[line](request, unsaid)}
        </Answer>
      ))}
      <Answer label={text('request.formLanguage')}>{languageName(request.formLanguage, language)}</Answer>
    </dl>
  );
}
