import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MESSAGE_LIMIT } from '../../protocol/items/kinds/message.ts';
import type { Acted } from '../acts/use-acts.ts';
import type { Api } from '../api/client.ts';
import { isAway } from '../api/result.ts';
import type { Draft } from '../drafts/draft.ts';
import { useSendLater } from '../drafts/use-send-later.ts';
import { type Change, whatChanged } from '../inbox/what-changed.ts';
import { Notice } from '../parts/notice.tsx';
import type { VaultClient } from '../vault/client.ts';
import { faultText } from '../words/fault-text.ts';
import type { Text } from '../words/text.ts';
import { useWords } from '../words/words.ts';
import type { Thread } from './load-thread.ts';
import { Offer } from './offer.tsx';
import { Phrases, SavedAnswers } from './ready-words.ts';
import { Review } from './review.tsx';
import { WritingField } from './writing-field.tsx';

type Props = {
  api: Api;
  vault: VaultClient;
  draft: Draft;
  thread: Thread;
  /** In which language to write to the person, as a BCP 47 tag. */
  writes: string;
  /** Whether there may be phrases in it. */
  phrases: boolean;
  /** The language that the person speaks. */
  spoken: ComponentChildren;
  /** The member's id. */
  me: string;
  reload: () => Promise<Thread | null>;
  /** Takes the thread, which nobody has: who answers has it. */
  onTake: () => Promise<Acted>;
  onSent: () => void;
  /** Called when the person has deleted the thread. */
  onDeleted: () => void;
  /** Called when the worker does not know it, and nothing says why. */
  onMissing: () => unknown;
};

type Outcome = { tone: 'calm' | 'error'; lines: string[] };

function changeText(change: Change, text: Text): string {
  switch (change.kind) {
    case 'reporter':
      return text('changed.reporter', { count: change.count });
    case 'answered':
      return text('changed.answered', { name: change.name ?? text('changed.someone') });
    case 'taken':
      return text('changed.taken', { name: change.name });
  }
}

/** Where an answer is written and sent. Whatever goes wrong, the text stays. */
export function AnswerBox(props: Props) {
  const {
    api,
    vault,
    draft,
    thread,
    writes,
    phrases,
    spoken,
    me,
    reload,
    onTake,
    onSent,
    onDeleted,
    onMissing,
  } = props;
  const { text } = useWords();
  const [written, setWritten] = useState(draft.text());
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // Whether the member has been told that a colleague has the case, and answers all the same.
  const [told, setTold] = useState(false);
  /** The thread as the member saw it when they pressed Send, while the answer waits for the network. */
  const [waiting, setWaiting] = useState<Thread | null>(null);
  /** Whether what is written is shown as the person reads it, before it goes. */
  const [reviewing, setReviewing] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  // By the name that they sealed, and not the one that the store has now.
  const owner = thread.said?.item.owner;

  const write = (next: string) => {
    draft.write(next);
    setWritten(next);
  };
  const taken = draft.taken();
  // Before anything more can be typed.
  useLayoutEffect(() => setWritten(draft.text()), [draft, taken]);
  const insert = (phrase: string) => {
    if (busy) return;
    write(written.trim() === '' ? phrase : `${written.trimEnd()}\n${phrase}`);
    input.current?.focus();
  };
  const fail = (...lines: string[]) => {
    setReviewing(false);
    setOutcome({ tone: 'error', lines });
  };

  // What seemed to fail may be in the thread all the same.
  useEffect(() => {
    // What is under way says itself how it ends.
    const tried = busy ? null : draft.outbox.tried();
    if (!tried || !thread.messages.some(({ row }) => row.id === tried.id)) return;
    draft.outbox.settle();
    setWaiting(null);
    if (draft.text().trim() !== tried.text) {
      draft.write(draft.text());
      return fail(text('answer.cameThrough'));
    }
    draft.write('');
    setWritten('');
    setReviewing(false);
    setOutcome({ tone: 'calm', lines: [text('answer.sent')] });
  }, [thread, draft, text, busy]);

  const review = () => {
    if (busy) return;
    const answer = written.trim();
    setWaiting(null);
    setOutcome(null);
    if (answer === '' || answer.length > MESSAGE_LIMIT) {
      if (answer === '') fail(text('answer.empty'));
      else fail(text('answer.over', { count: answer.length - MESSAGE_LIMIT }));
      return input.current?.focus();
    }
    if (owner && owner.id !== me && !told) {
      setTold(true);
      return fail(text('answer.owned', { name: owner.name }));
    }
    setReviewing(true);
  };

  const send = async (seen: Thread) => {
    if (busy) return;
    const answer = written.trim();
    setWaiting(null);
    setOutcome(null);
    setBusy(true);
    let sent = await draft.outbox.send(answer, seen, seen.row.takenBy ? undefined : onTake);
    let changes: Change[] | null = null;
    if (!sent.ok && sent.fault.code === 'changed') {
      const after = await reload();
      changes = after && whatChanged(seen, after, me);
      // Taking it, which the member just did, is a change too, but none to read before sending.
      if (after && changes?.length === 0) sent = await draft.outbox.send(answer, after);
    }
    if (sent.ok) {
      write('');
      setReviewing(false);
      setOutcome({ tone: 'calm', lines: [text('answer.sent')] });
      await reload();
      onSent();
    } else if (sent.fault.code === 'deleted') {
      return onDeleted();
    } else if (sent.fault.code === 'changed') {
      setTold(true);
      fail(text('answer.changed'), ...(changes ?? []).map((change) => changeText(change, text)));
    } else {
      if (sent.fault.code === 'not_found') onMissing();
      // What was tried is kept with the text: after a lock it goes out under the same id.
      draft.write(written);
      const offline = isAway(sent.fault);
      if (offline) fail(text('answer.waiting'));
      else fail(faultText(sent.fault, text), ...(sent.maybe ? [text('answer.unsure')] : []));
      setWaiting(offline ? seen : null);
      // Under this id other bytes are stored: what seemed to fail before a lock had arrived.
      if (sent.maybe || sent.fault.code === 'conflict') await reload();
    }
    setBusy(false);
  };

  // The member pressed Send: it goes when the network is back, unless they have written on since.
  const untouched = draft.outbox.tried()?.text === written.trim();
  useSendLater(waiting !== null && !busy && untouched, () => waiting && void send(waiting));

  if (reviewing) {
    return (
      <div class="answer-box">
        <Review
          answer={written.trim()}
          spoken={spoken}
          busy={busy}
          onSend={() => void send(thread)}
          onChange={() => setReviewing(false)}
        />
      </div>
    );
  }
  return (
    <form
      class="answer-box"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        review();
      }}
    >
      {phrases && <Phrases language={writes} onInsert={insert} />}
      <SavedAnswers api={api} vault={vault} writes={writes} onInsert={insert} />
      <Offer draft={draft} what="text" written={written} busy={busy} onWritten={write} />
      <WritingField
        name="answer"
        label={text('answer.label')}
        hint={
          <>
            {text('answer.hint')} {text('answer.spoken')} <b data-value="spoken">{spoken}</b>
          </>
        }
        rows={5}
        limit={MESSAGE_LIMIT}
        value={written}
        busy={busy}
        inputRef={input}
        onValue={write}
      />
      {outcome && (
        <Notice tone={outcome.tone}>
          {outcome.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <button
        // Before anything is written, something else is the act of the moment.
        class={written.trim() === '' ? 'quiet' : 'primary'}
        type="submit"
        data-action="answer"
        aria-disabled={busy}
      >
        {text(busy ? 'answer.busy' : 'answer.review')}
      </button>
    </form>
  );
}
