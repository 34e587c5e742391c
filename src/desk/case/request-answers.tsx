import type { Request } from '../../protocol/items/request.ts';
import { Typed } from '../parts/typed.tsx';
import { useWords } from '../words/words.ts';
import { Answer } from './answer.tsx';
import { languageName } from './referral-words.ts';

/** Who asks, and how to reach them. A request is made at work: no contact rule guards it. */
export function RequestAnswers({ request }: { request: Request }) {
  const { text, language } = useWords();
  return (
    <dl class="answers">
      <Answer label={text('request.organisation')}>
        <Typed value="organisation">{request.organisation}</Typed>
      </Answer>
      <Answer label={text('request.name')}>
        <Typed value="name">{request.name}</Typed>
      </Answer>
      <Answer label={text('request.reply')}>
        {request.reply ? (
          <Typed value="reply">{request.reply}</Typed>
        ) : (
          <span class="unsaid">{text('request.mailbox')}</span>
        )}
      </Answer>
      <Answer label={text('request.formLanguage')}>{languageName(request.formLanguage, language)}</Answer>
    </dl>
  );
}
