import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';
import { countReaders, FEWEST_READERS } from './readers.ts';

/** Milliseconds until it is asked again, as long as it stands or is not known. */
const AGAIN = 30_000;

/** The red line while fewer than two can open what comes in. */
export function FewReaders({ api }: { api: Api }) {
  const { text } = useWords();
  const [readers, setReaders] = useState(FEWEST_READERS);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const answer = await api.people();
      const now = answer.ok ? countReaders(answer.value.people) : null;
      if (now !== null) setReaders(now);
      if (now === null || now < FEWEST_READERS) timer = setTimeout(() => void look(), AGAIN);
    };
    void look();
    return () => clearTimeout(timer);
  }, [api]);
  return readers < FEWEST_READERS ? <Notice>{text('people.few')}</Notice> : null;
}
