import type { ComponentChildren } from 'preact';
import { COPIES, type Request } from '../../protocol/items/kinds/request.ts';
import type { ShownIn } from '../../questions/question.ts';
import { REQUEST_LINES, REQUEST_QUESTIONS, type RequestLine } from '../../questions/request.ts';
import { shownIn } from '../../questions/shown-in.ts';
import { Typed } from '../parts/typed.tsx';
import { useWords } from '../words/words.ts';
import { Answer } from './answer.tsx';
import { languageName } from './referral-words.ts';

/** Every answer that stands in a line of its own or with others: one that is asked and not shown does not compile. */
type Listed = ShownIn<typeof REQUEST_QUESTIONS, RequestLine>;

/** How the desk shows an answer; null where there is nothing to say. */
const SHOWN: Record<Listed, (request: Request, unsaid: ComponentChildren) => ComponentChildren> = {
  street: ({ street }) => street && <Typed value="street">{street}</Typed>,
  postcode: ({ postcode }) => postcode && <Typed value="postcode">{postcode}</Typed>,
  town: ({ town }) => town && <Typed value="town">{town}</Typed>,
  organisation: ({ organisation }) => <Typed value="organisation">{organisation}</Typed>,
  name: ({ name }) => <Typed value="name">{name}</Typed>,
  reply: ({ reply }, unsaid) => (reply ? <Typed value="reply">{reply}</Typed> : unsaid),
};

/** How many copies of which material are asked for, in the order of the downloads page. */
function Copies({ copies }: { copies: NonNullable<Request['copies']> }) {
  const { text } = useWords();
  return (
    <Answer label={text('copies.label')}>
      <ul class="happening" data-value="copies">
        {COPIES.flatMap((each) => {
          const number = copies[each];
          const what = text(`copies.of.${each}`);
          return number === undefined ? [] : <li key={each}>{text('copies.line', { number, what })}</li>;
        })}
      </ul>
    </Answer>
  );
}

/** What is asked for, who asks, and how to reach them. A request is made at work: no contact rule guards it. */
export function RequestAnswers({ request }: { request: Request }) {
  const { text, language } = useWords();
  const unsaid = <span class="unsaid">{text('request.mailbox')}</span>;
  return (
    <dl class="answers">
      {request.copies && <Copies copies={request.copies} />}
      {REQUEST_LINES.map((line) => {
        const said = shownIn(REQUEST_QUESTIONS, line).flatMap((field) => SHOWN[field](request, unsaid) || []);
        if (said.length === 0) return null;
        return (
          <Answer key={line} label={text(`request.${line}`)}>
            {said.map((one, at) => [at > 0 && ' ', one])}
          </Answer>
        );
      })}
      <Answer label={text('request.formLanguage')}>{languageName(request.formLanguage, language)}</Answer>
    </dl>
  );
}
