import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../i18n/languages.ts';
import type { Text } from './text.ts';

/** A language that the desk speaks, as its page names it: its tag, its own name, and the path of the desk in it. */
export type DeskLanguage = { tag: string; name: string; path: string };

/** The language of the page, its strings, and the languages that there are. */
export type Words = { text: Text; language: Language; languages: readonly DeskLanguage[] };

export const WordsContext = createContext<Words | null>(null);

/** The words of the page, for any component below `WordsContext`. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('No words around this component.');
  return words;
}
