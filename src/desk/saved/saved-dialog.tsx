import { useState } from 'preact/hooks';
import { MOST_SAVED } from '../../protocol/wire/api/saved.ts';
import type { Api } from '../api/client.ts';
import { useTeamApi } from '../audit/use-team-api.ts';
import { languageName } from '../case/referral-words.ts';
import type { Session } from '../door/session.ts';
import { type Became, BecameNotice } from '../parts/became-notice.tsx';
import { CloseRow } from '../parts/close-row.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/words.ts';
import { type Begun, begunText, readBegun, type SavedDraft } from './begun.ts';
import type { Book, SavedAnswer } from './book.ts';
import { BookState } from './book-state.tsx';
import { languagesOf, SavedForm } from './saved-form.tsx';
import { useBook } from './use-book.ts';

type Props = {
  api: Api;
  session: Session;
  /** Keeps what is being written over the lock. */
  draft: SavedDraft;
  onClose: () => void;
};

/** The answers that the team has saved: any member writes, changes and deletes them, and the trail says who. */
export function SavedDialog({ api, session, draft, onClose }: Props) {
  const { text, language } = useWords();
  const { vault, member: me } = session;
  const team = useTeamApi(api, me.id);
  const known = useBook(api, vault);
  /** What was being written when the desk was locked. */
  const [begun, setBegun] = useState<Begun | null>(() => readBegun(draft.text()));
  const [open, setOpen] = useState<SavedAnswer | 'new' | null>(begun && (begun.before ?? 'new'));
  const [said, setSaid] = useState<Became | null>(null);
  const { answers, broken } = known.book;
  const forget = () => {
    draft.write('');
    setBegun(null);
  };
  const show = (one: typeof open) => {
    forget();
    setSaid(null);
    setOpen(one);
  };
  const done = (book: Book, words: string) => {
    known.setBook(book);
    forget();
    setOpen(null);
    setSaid({ tone: 'calm', words });
  };
  const add = () => {
    if (answers.length + broken < MOST_SAVED) return show('new');
    setSaid({ tone: 'error', words: text('saved.full', { most: MOST_SAVED }) });
  };
  const close = () => {
    forget();
    onClose();
  };
  return (
    <Dialog title={text('saved.title')} onClose={close}>
      {open ? (
        <SavedForm
          keeper={{ api: team, vault, me }}
          before={open === 'new' ? null : open}
          begun={begun}
          onWritten={(now) => draft.write(begunText(now))}
          onBook={known.setBook}
          onDone={done}
          onBack={() => show(null)}
        />
      ) : (
        <>
          <p class="hint">{text('saved.lead')}</p>
          <BookState {...known} />
          <div class="phrases">
            <ul>
              {answers.map((one) => (
                <li key={one.id}>
                  <button class="quiet" type="button" onClick={() => show(one)}>
                    <b>{one.name}</b>
                    <span class="phrase-means">
                      {languagesOf(one)
                        .map((tag) => languageName(tag, language))
                        .join(', ')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
          <BecameNotice became={said} />
        </>
      )}
      <CloseRow onClose={close}>
        {open === null && (
          <button class="primary" type="button" aria-disabled={known.loading} onClick={add}>
            {text('saved.add')}
          </button>
        )}
      </CloseRow>
    </Dialog>
  );
}
