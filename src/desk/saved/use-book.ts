import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';
import { type Book, knownBook, loadBook } from './book.ts';

/** The saved answers: what is known of them at once, and what changed when that has come. */
export function useBook(api: Api, vault: VaultClient) {
  const [book, setBook] = useState<Book>(() => knownBook(vault));
  const [state, setState] = useState<'loading' | 'here' | DeskFault>('loading');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    setState('loading');
    void loadBook(api, vault).then((loaded) => {
      if (!wanted) return;
      if (loaded.ok) setBook(loaded.book);
      setState(loaded.ok ? 'here' : loaded.fault);
    });
    return () => {
      wanted = false;
    };
  }, [api, vault, tries]);
  return {
    book,
    setBook,
    loading: state === 'loading',
    fault: typeof state === 'object' ? state : null,
    again: () => setTries(tries + 1),
  };
}
