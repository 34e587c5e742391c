import type { FirstItem } from '../../protocol/items/item.ts';
import { Typed } from '../parts/typed.tsx';
import { useWords } from '../words/words.ts';
import { languageName, spokenLanguage } from './referral-words.ts';

/** The language that the person speaks: as they typed it, where it is none of the list; of a request, that of its form. */
export function Spoken({ item }: { item: FirstItem }) {
  const { text, language } = useWords();
  if (item.kind === 'request') return <>{languageName(item.formLanguage, language)}</>;
  if (item.speaksOther)
    return (
      <>
        {item.speaks && item.speaks !== 'other' && `${languageName(item.speaks, language)}, `}
        <Typed>{item.speaksOther}</Typed>
      </>
    );
  return <>{spokenLanguage(item, text, language)}</>;
}
