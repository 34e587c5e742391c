import type { ComponentChildren } from 'preact';
import type { Request } from '../../protocol/items/kinds/request.ts';
import type { ShownIn } from '../../questions/question.ts';
import { REQUEST_LINES, REQUEST_QUESTIONS, type RequestLine } from '../../questions/request.ts';
import { shownIn } from '../../questions/shown-in.ts';
import { Later } from '../later/later.tsx';
import { codeOf } from '../later/part.ts';
import { Typed } from '../parts/typed.tsx';
import { deskTexts } from '../playbooks/texts.ts';
import { useWords } from '../words/words.ts';
import { Answer } from './answer.tsx';
import { languageName } from './referral-words.ts';

/** How many copies of what: with the names of all materials, which few cases need, it comes later. */
const copyLines = codeOf(async () => {
  if (!(await deskTexts.get())) throw new Error('The words did not come.');
  return import('./copy-lines.tsx').then((file) => file.CopyLines);
});

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

/** Who asks, and how to reach them. A request is made at work: no contact rule guards it. */
export function RequestAnswers({ request }: { request: Request }) {
  const { text, language } = useWords();
  const unsaid = <span class="unsaid">{text('request.mailbox')}</span>;
  return (
    <>
      {request.copies && <Later part={copyLines}>{(CopyLines) => <CopyLines request={request} />}</Later>}
      <dl class="answers">
        {REQUEST_LINES.map((line) => {
          const said = shownIn(REQUEST_QUESTIONS, line).flatMap(
            (field) => SHOWN[field](request, unsaid) || [],
          );
          if (said.length === 0) return null;
          return (
            <Answer key={line} label={text(`request.${line}`)}>
              {said.map((one, at) => [at > 0 && ' ', one])}
            </Answer>
          );
        })}
        <Answer label={text('request.formLanguage')}>{languageName(request.formLanguage, language)}</Answer>
      </dl>
    </>
  );
}
