import { useEffect, useState } from 'preact/hooks';
import type { DeskFault } from '../api/result.ts';
import { Notice } from '../parts/notice.tsx';
import { useFocusOnOpen } from '../parts/use-focus-on-open.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import type { Enrolment } from './enrolment.ts';
import { WordList } from './word-list.tsx';

type Props = { enrolment: Enrolment; onIn: () => void };

/** Milliseconds until the next question whether they are let in: soon at first, then with the pace of a telephone call. */
const pause = (asked: number) => Math.min(1000 + asked * 500, 5000);

/** The words that are read to each other by telephone, until a member has let them in. */
export function CompareWords({ enrolment, onIn }: Props) {
  const { text } = useWords();
  const [fault, setFault] = useState<DeskFault | null>(null);
  const heading = useFocusOnOpen<HTMLHeadingElement>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const ask = async (asked: number) => {
      const answer = await enrolment.letIn();
      if (left) return;
      if (answer === 'in') return onIn();
      setFault(answer === 'waiting' ? null : answer);
      if (answer !== 'waiting' && answer.code === 'invite_gone') return;
      timer = setTimeout(() => void ask(asked + 1), pause(asked));
    };
    void ask(0);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [enrolment, onIn]);

  const gone = fault?.code === 'invite_gone';
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        {text('words.title')}
      </h2>
      <p>{text('words.lead')}</p>
      <WordList words={enrolment.words} />
      <p>{text('words.differ')}</p>
      {fault ? (
        <Notice>{gone ? text('invite.gone') : faultText(fault, text)}</Notice>
      ) : (
        <p class="busy" role="status">
          {text('words.waiting')}
        </p>
      )}
      {!gone && <p class="hint">{text('words.stay')}</p>}
    </>
  );
}
