import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';

/** What is told to who is invited: where the desk is, and the code. */
export function NewCode({ code }: { code: string }) {
  const { text } = useWords();
  return (
    <Notice tone="calm" focus key={code}>
      <p>{text('people.tell')}</p>
      <dl class="people-tell">
        <dt>{text('people.address')}</dt>
        <dd translate={false}>{location.origin + location.pathname}</dd>
        <dt>{text('invite.code')}</dt>
        <dd data-value="code" translate={false}>
          {code.replace(/(.{4})(?=.)/g, '$1 ')}
        </dd>
      </dl>
      <p class="hint">{text('people.tellOnce')}</p>
    </Notice>
  );
}
