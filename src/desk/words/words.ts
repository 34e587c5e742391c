import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../i18n/languages.ts';
import type { Text } from './text.ts';

/** The language of the page and its strings. */
export type Words = { text: Text; language: Language };

export const WordsContext = createContext<Words | null>(null);

/** The words of the page, for any component below `WordsContext`. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('No words around this component.');
  return words;
}
