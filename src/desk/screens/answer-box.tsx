import { useEffect, useRef, useState } from 'preact/hooks';
import { MESSAGE_LIMIT } from '../../protocol/message.ts';
import type { Draft } from '../drafts.ts';
import { faultText } from '../fault-text.ts';
import type { Thread } from '../load-thread.ts';
import { Notice } from '../parts/notice.tsx';
import type { Text } from '../text.ts';
import { type Change, whatChanged } from '../what-changed.ts';
import { useWords } from '../words.ts';

type Props = {
  draft: Draft;
  thread: Thread;
  /** The member's id. */
  me: string;
  reload: () => Promise<Thread | null>;
  onSent: () => void;
  /** Called when there is no thread any more to answer in. */
  onDeleted: () => void;
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
export function AnswerBox({ draft, thread, me, reload, onSent, onDeleted }: Props) {
  const { text } = useWords();
  const [written, setWritten] = useState(draft.text);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // Whether the member has been told that a colleague has the case, and answers all the same.
  const [told, setTold] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const owner = thread.referral.claimedBy;

  const write = (next: string) => {
    draft.text = next;
    setWritten(next);
  };
  const fail = (...lines: string[]) => setOutcome({ tone: 'error', lines });

  // What seemed to fail may be in the thread all the same.
  useEffect(() => {
    const tried = draft.outbox.tried();
    if (!tried || !thread.messages.some(({ row }) => row.id === tried.id)) return;
    draft.outbox.settle();
    if (draft.text.trim() !== tried.text) return fail(text('answer.cameThrough'));
    draft.text = '';
    setWritten('');
    setOutcome({ tone: 'calm', lines: [text('answer.sent')] });
  }, [thread, draft, text]);

  const send = async () => {
    if (busy) return;
    const answer = written.trim();
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
    setBusy(true);
    let sent = await draft.outbox.send(answer, thread.referral.rev);
    let changes: Change[] | null = null;
    if (!sent.ok && sent.fault.code === 'changed') {
      const after = await reload();
      changes = after && whatChanged(thread, after, me);
      // Taking it, which the member just did, is a change too, but none to read before sending.
      if (after && changes?.length === 0) sent = await draft.outbox.send(answer, after.referral.rev);
    }
    if (sent.ok) {
      write('');
      setOutcome({ tone: 'calm', lines: [text('answer.sent')] });
      await reload();
      onSent();
    } else if (sent.fault.code === 'not_found') {
      return onDeleted();
    } else if (sent.fault.code === 'changed') {
      setTold(true);
      fail(text('answer.changed'), ...(changes ?? []).map((change) => changeText(change, text)));
    } else {
      fail(faultText(sent.fault, text), ...(sent.maybe ? [text('answer.unsure')] : []));
      if (sent.maybe) await reload();
    }
    setBusy(false);
  };

  const left = MESSAGE_LIMIT - written.length;
  return (
    <form
      class="answer-box"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label for="answer">{text('answer.label')}</label>
      <p class="hint" id="answer-hint">
        {text('answer.hint')}
      </p>
      <textarea
        id="answer"
        ref={input}
        data-field="answer"
        rows={5}
        dir="auto"
        autocomplete="off"
        autocorrect="off"
        spellcheck={false}
        translate={false}
        data-gramm="false"
        value={written}
        readOnly={busy}
        aria-describedby="answer-hint answer-left"
        onInput={(event) => write(event.currentTarget.value)}
      />
      <p class={left < 0 ? 'counter counter-over' : 'counter'} id="answer-left">
        {left < 0 ? text('answer.over', { count: -left }) : text('answer.left', { count: left })}
      </p>
      {outcome && (
        <Notice tone={outcome.tone}>
          {outcome.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <button class="primary" type="submit" data-action="answer" aria-disabled={busy}>
        {text(busy ? 'answer.busy' : 'answer.action')}
      </button>
    </form>
  );
}
