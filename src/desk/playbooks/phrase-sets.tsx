import { useId, useState } from 'preact/hooks';
import { languageName } from '../case/referral-words.ts';
import { Later } from '../later/later.tsx';
import { useWords } from '../words/words.ts';
import { deskTexts, type PhraseSet } from './texts.ts';

type Props = {
  /** The tag of the language in which to write to the person; `other` where nobody knows it. */
  language: string;
  /** Puts a phrase into what is being written. */
  onInsert: (phrase: string) => void;
};

function Sets({ phrases, language, onInsert }: Props & { phrases: readonly PhraseSet[] }) {
  const { text, language: own } = useWords();
  const id = useId();
  const theirs = phrases.find((set) => set.language === language);
  const [chosen, setChosen] = useState(theirs?.language ?? own);
  const shown = phrases.find((set) => set.language === chosen) ?? phrases[0];
  const meanings = phrases.find((set) => set.language === own)?.says ?? {};
  const named = language === 'other' ? text('referral.speaksOther') : languageName(language, own);
  return (
    <>
      {!theirs && <p>{text('phrases.missing', { language: named })}</p>}
      {shown && (
        <>
          <p class="hint">{text('phrases.hint')}</p>
          <label for={id}>{text('phrases.language')}</label>
          <select id={id} value={shown.language} onChange={(event) => setChosen(event.currentTarget.value)}>
            {phrases.map((set) => (
              <option key={set.language} value={set.language}>
                {languageName(set.language, own)}
              </option>
            ))}
          </select>
          {!shown.read && <p class="unsure-note">{text('phrases.unread')}</p>}
          <ul>
            {Object.entries(shown.says).map(([phrase, says]) => (
              <li key={phrase}>
                <button class="quiet" type="button" data-phrase={phrase} onClick={() => onInsert(says)}>
                  <span lang={shown.language} dir={shown.direction}>
                    {says}
                  </span>
                  {shown.language !== own && <span class="phrase-means">{meanings[phrase]}</span>}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/**
 * Short sentences in the person's language, each with what it means: pressing one puts it into the answer, and sends
 * nothing. What nobody who speaks the language has read is in no production build, and says so elsewhere.
 */
export function PhraseSets(props: Props) {
  return <Later part={deskTexts}>{({ phrases }) => <Sets {...props} phrases={phrases} />}</Later>;
}
