import { useRef, useState } from 'preact/hooks';
import { SAVED_LANGUAGES, SAVED_LIMITS } from '../../protocol/items/kinds/saved.ts';
import { MOST_SAVED } from '../../protocol/wire/api/saved.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import { languageName } from '../case/referral-words.ts';
import { type Became, BecameNotice } from '../parts/became-notice.tsx';
import { LineField } from '../parts/line-field.tsx';
import { Notice } from '../parts/notice.tsx';
import { useFocusOnOpen } from '../parts/use-focus-on-open.ts';
import { WritingField } from '../thread/writing-field.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import type { Begun } from './begun.ts';
import type { Book, SavedAnswer, Written } from './book.ts';
import { type Keeper, type Kept, keepAnswer, removeAnswer } from './keep.ts';
import { Versions } from './versions.tsx';

type Props = {
  keeper: Keeper;
  /** What is changed; null for a new one. */
  before: SavedAnswer | null;
  /** What was written of it before the desk was locked; null where nothing was. */
  begun: Begun | null;
  /** Called with what now stands in it, to be kept. */
  onWritten: (now: Begun) => void;
  /** Called with what is saved now, where that was read on the way. */
  onBook: (book: Book) => void;
  /** Called when it is saved or deleted, with what is to be said. */
  onDone: (book: Book, words: string) => void;
  onBack: () => void;
};

/** The languages that a saved answer has. */
export const languagesOf = ({ says }: Written) =>
  SAVED_LANGUAGES.filter((language) => says[language] !== undefined);

/** What was typed, as it is saved: without room around it, and without languages that say nothing. */
function trimmed({ name, says }: Written): Written {
  const some = SAVED_LANGUAGES.map((language) => [language, says[language]?.trim() ?? ''] as const);
  return { name: name.trim(), says: Object.fromEntries(some.filter(([, said]) => said !== '')) };
}

/** Where a saved answer is written, in up to three languages, changed and deleted. Whatever goes wrong, the words stay. */
export function SavedForm({ keeper, before, begun, onWritten, onBook, onDone, onBack }: Props) {
  const { text, language: own } = useWords();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const [written, setWritten] = useState<Written>(begun?.written ?? before ?? { name: '', says: {} });
  const [nameless, setNameless] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState(false);
  const [said, setSaid] = useState<Became | null>(null);
  /** Under which id and revision it goes; what a colleague did meanwhile moves it on. */
  const place = useRef(begun?.place ?? { id: before?.id ?? randomId(), rev: before?.rev ?? 0 });
  /** What a colleague left where the member wanted something else: null where they deleted it. */
  const [theirs, setTheirs] = useState<SavedAnswer | null | undefined>();

  const write = (next: Written) => {
    onWritten({ before, place: place.current, written: next });
    setWritten(next);
  };
  const fail = (words: string) => setSaid({ tone: 'error', words });
  const end = (kept: Kept, words: string) => {
    setBusy(false);
    setSure(false);
    switch (kept.kind) {
      case 'done':
        return onDone(kept.book, words);
      case 'changed':
        onBook(kept.book);
        // What is gone comes back as a new one.
        place.current = kept.theirs ?? { id: randomId(), rev: 0 };
        onWritten({ before, place: place.current, written });
        return setTheirs(kept.theirs);
      case 'full':
        return fail(text('saved.full', { most: MOST_SAVED }));
      default:
        return fail(faultText(kept.fault, text));
    }
  };
  const save = async () => {
    if (busy) return;
    const wanted = trimmed(written);
    const over =
      Math.max(...SAVED_LANGUAGES.map((tag) => (wanted.says[tag] ?? '').length)) - SAVED_LIMITS.text;
    setTheirs(undefined);
    setSaid(null);
    setNameless(wanted.name === '');
    if (wanted.name === '') return;
    if (over > 0) return fail(text('answer.over', { count: over }));
    if (languagesOf(wanted).length === 0) return fail(text('saved.empty'));
    setBusy(true);
    end(await keepAnswer(keeper, place.current, wanted), text('saved.saved', { name: wanted.name }));
  };
  const remove = async (one: SavedAnswer) => {
    if (busy) return;
    setSaid(null);
    setBusy(true);
    const kept = await removeAnswer(keeper, { ...one, ...place.current });
    end(kept, text('saved.removed', { name: one.name }));
    if (kept.kind !== 'changed' || !kept.theirs) return;
    // It is no more what the member read, and so not what they wanted to delete.
    setTheirs(undefined);
    write(kept.theirs);
    fail(text('saved.newer', { name: kept.theirs.by.name }));
  };
  const word = text(busy ? 'take.busy' : 'saved.action');

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3 tabIndex={-1} ref={heading}>
        {before?.name ?? text('saved.add')}
      </h3>
      <LineField
        label={text('saved.name')}
        of="words"
        hint={text('saved.nameHint')}
        limit={SAVED_LIMITS.name}
        value={written.name}
        error={nameless ? text('saved.nameless') : null}
        onValue={(name) => write({ ...written, name })}
      />
      {SAVED_LANGUAGES.map((tag) => (
        <div class="field" key={tag}>
          <WritingField
            name={`saved-${tag}`}
            label={languageName(tag, own)}
            hint={text('saved.optional')}
            rows={4}
            limit={SAVED_LIMITS.text}
            value={written.says[tag] ?? ''}
            busy={busy}
            onValue={(value) => write({ ...written, says: { ...written.says, [tag]: value } })}
          />
        </div>
      ))}
      <BecameNotice became={said} />
      {theirs !== undefined && (
        <Versions
          theirs={theirs}
          mine={trimmed(written)}
          busy={busy}
          onLeave={onBack}
          onMine={() => void save()}
        />
      )}
      <div class="buttons">
        <button class="primary" type="submit" aria-disabled={busy}>
          {word}
        </button>
        {before && !sure && (
          <button class="quiet" type="button" aria-disabled={busy} onClick={() => setSure(true)}>
            {text('saved.remove')}
          </button>
        )}
        <button class="quiet" type="button" aria-disabled={busy} onClick={() => busy || onBack()}>
          {text('saved.back')}
        </button>
      </div>
      {before && sure && (
        <Sure
          name={before.name}
          busy={busy}
          onKeep={() => setSure(false)}
          onSure={() => void remove(before)}
        />
      )}
    </form>
  );
}

type SureProps = { name: string; busy: boolean; onKeep: () => void; onSure: () => void };

/** The question before something goes for everybody. */
function Sure({ name, busy, onKeep, onSure }: SureProps) {
  const { text } = useWords();
  return (
    <Notice focus>
      <p>{text('saved.sure', { name })}</p>
      <div class="buttons">
        <button class="quiet" type="button" aria-disabled={busy} onClick={onSure}>
          {text('saved.confirm')}
        </button>
        <button class="quiet" type="button" onClick={onKeep}>
          {text('saved.keep')}
        </button>
      </div>
    </Notice>
  );
}
