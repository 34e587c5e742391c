import { useCallback, useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import { useAgain } from '../clock/use-again.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';
import { countReaders, FEWEST_READERS } from './readers.ts';

/** Milliseconds until it is asked again: a colleague may leave, or lose their way in, while a desk is open. */
const AGAIN = 120_000;

/** The red line while fewer than two can open what comes in. */
export function FewReaders({ api }: { api: Api }) {
  const { text } = useWords();
  const [readers, setReaders] = useState(FEWEST_READERS);
  const look = useCallback(
    async (left: () => boolean) => {
      const answer = await api.people();
      const now = answer.ok ? countReaders(answer.value.people) : null;
      if (now !== null && !left()) setReaders(now);
      return true;
    },
    [api],
  );
  useAgain(look, AGAIN);
  return readers < FEWEST_READERS ? <Notice>{text('people.few')}</Notice> : null;
}
