import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { NOTE_LIMIT } from '../../protocol/items/kinds/note.ts';
import { isAway } from '../api/result.ts';
import type { Draft } from '../drafts/draft.ts';
import { useSendLater } from '../drafts/use-send-later.ts';
import { noteOf } from '../entries/entry-outbox.ts';
import type { Became } from '../parts/became-notice.tsx';
import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import type { Thread } from './load-thread.ts';
import { Offer } from './offer.tsx';
import { WritingField } from './writing-field.tsx';

type Props = {
  draft: Draft;
  thread: Thread;
  reload: () => Promise<Thread | null>;
  onDeleted: () => void;
};

/** Where the team writes for itself. Whatever goes wrong, the text stays. */
export function NoteBox({ draft, thread, reload, onDeleted }: Props) {
  const { text } = useWords();
  const [written, setWritten] = useState(draft.note());
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Became | null>(null);
  const [waiting, setWaiting] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const left = NOTE_LIMIT - written.length;

  const write = (next: string) => {
    draft.writeNote(next);
    setWritten(next);
  };
  const taken = draft.taken();
  useLayoutEffect(() => setWritten(draft.note()), [draft, taken]);
  const keep = async () => {
    if (busy) return;
    setWaiting(false);
    setSaid(null);
    if (written.trim() === '' || left < 0) {
      setSaid({
        tone: 'error',
        words: left < 0 ? text('answer.over', { count: -left }) : text('note.empty'),
      });
      return input.current?.focus();
    }
    setBusy(true);
    const keeping = draft.noteOutbox.keep(noteOf(written), thread, reload);
    // What was tried is kept with the text: after a lock it goes out under the same id.
    draft.writeNote(written);
    const kept = await keeping;
    if (kept.ok) {
      write('');
      setSaid({ tone: 'calm', words: text('note.kept') });
      await reload();
    } else if (kept.fault.code === 'deleted') {
      return onDeleted();
    } else {
      const offline = isAway(kept.fault);
      setWaiting(offline);
      setSaid({ tone: 'error', words: offline ? text('note.waiting') : faultText(kept.fault, text) });
    }
    setBusy(false);
  };
  useSendLater(waiting && !busy, () => void keep());

  return (
    <form
      class="note-box"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Offer draft={draft} what="note" written={written} busy={busy} onWritten={write} />
      <WritingField
        name="note"
        label={text('note.label')}
        hint={text('note.hint')}
        rows={4}
        limit={NOTE_LIMIT}
        value={written}
        busy={busy}
        inputRef={input}
        onValue={(value) => {
          setWaiting(false);
          write(value);
        }}
      />
      {said && <Notice tone={said.tone}>{said.words}</Notice>}
      <button class="note-keep" type="submit" data-action="note" aria-disabled={busy}>
        {text(busy ? 'note.busy' : 'note.action')}
      </button>
    </form>
  );
}
