import { useId, useState } from 'preact/hooks';
import { SAVED_LANGUAGES, type SavedLanguage } from '../../protocol/items/kinds/saved.ts';
import type { Api } from '../api/client.ts';
import { languageName } from '../case/referral-words.ts';
import type { VaultClient } from '../vault/client.ts';
import { useWords } from '../words/words.ts';
import { BookState } from './book-state.tsx';
import { useBook } from './use-book.ts';

type Props = {
  api: Api;
  vault: VaultClient;
  /** In which language to write to the person, as a BCP 47 tag. */
  writes: string;
  /** Puts an answer into what is being written. */
  onInsert: (answer: string) => void;
};

/** A tag as that of a language in which answers are saved; undefined where none are. */
const savedTag = (tag: string) => SAVED_LANGUAGES.find((known) => known === tag);

/** The team's saved answers in one language: pressing one puts it into the answer, to be changed there, and sends nothing. */
export function SavedPicker({ api, vault, writes, onInsert }: Props) {
  const { text, language: own } = useWords();
  const id = useId();
  const known = useBook(api, vault);
  const [language, setLanguage] = useState<SavedLanguage>(savedTag(writes) ?? savedTag(own) ?? 'nl');
  const { answers } = known.book;
  const fitting = answers.flatMap(({ says, ...one }) => {
    const said = says[language];
    return said === undefined ? [] : [{ ...one, said }];
  });
  const others = answers.length - fitting.length;
  return (
    <>
      <BookState {...known} />
      {answers.length === 0 && !known.loading && <p class="hint">{text('saved.where')}</p>}
      {answers.length > 0 && (
        <>
          <p class="hint">{text('saved.hint')}</p>
          <label for={id}>{text('saved.language')}</label>
          <select
            id={id}
            value={language}
            onChange={({ currentTarget: { value } }) => setLanguage(savedTag(value) ?? language)}
          >
            {SAVED_LANGUAGES.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag, own)}
              </option>
            ))}
          </select>
          <ul>
            {fitting.map((one) => (
              <li key={one.id}>
                <button class="quiet" type="button" data-saved={one.id} onClick={() => onInsert(one.said)}>
                  <b>{one.name}</b>
                  <span class="phrase-means" lang={language} dir="auto">
                    {one.said}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {others > 0 && <p class="hint">{text('saved.others', { count: others })}</p>}
        </>
      )}
    </>
  );
}
