import type { FirstItem } from '../../protocol/items/item.ts';
import { Typed } from '../parts/typed.tsx';
import { formTold } from '../playbooks/phrase-language.ts';
import { useWords } from '../words/words.ts';
import { languageName, spokenLanguage } from './referral-words.ts';

/**
 * The language that the person speaks: as they typed it, where it is none of the list; and that of their form, which they
 * read, where it is a further one. Of a request, that of its form.
 */
export function Spoken({ item }: { item: FirstItem }) {
  const { text, language } = useWords();
  if (item.kind === 'request') return <>{languageName(item.formLanguage, language)}</>;
  const form = formTold(item);
  return (
    <>
      {item.speaksOther ? (
        <>
          {item.speaks && item.speaks !== 'other' && `${languageName(item.speaks, language)}, `}
          <Typed>{item.speaksOther}</Typed>
        </>
      ) : (
        spokenLanguage(item, text, language)
      )}
      {form && ` · ${text('request.formIn', { language: languageName(form, language) })}`}
    </>
  );
}
