import type { CallOutcome } from '../../protocol/items/kinds/call.ts';
import { NOTE_LIMIT } from '../../protocol/items/kinds/note.ts';
import type { SafeAnswer } from '../../protocol/items/kinds/referral.ts';
import { clock, namedTime } from '../clock/brussels-time.ts';
import { nextSafeHour } from '../contact/next-safe-hour.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';

/** What may have come of a call, in the order in which it is asked. */
const ASKED = [
  'reached',
  'no-answer',
  'other-voice',
  'wrong-number',
  'voicemail',
  'not-called',
] as const satisfies readonly CallOutcome[];

type Props = {
  /** When the member called, Unix seconds. */
  since: number;
  answer: SafeAnswer;
  now: number;
  busy: boolean;
  /** Why it could not be kept. */
  fault: string | null;
  /** What else is to be known, as far as it is written. */
  line: string;
  onLine: (line: string) => void;
  onOutcome: (outcome: CallOutcome, line: string) => void;
  /** Puts it off: it is asked again. */
  onClose: () => void;
};

/** Asks what came of a call: one tap, and a line for who wants to say more. */
export function OutcomeDialog(props: Props) {
  const { since, answer, now, busy, fault, line, onLine, onOutcome, onClose } = props;
  const { text, language } = useWords();
  const next = nextSafeHour(answer, now);
  return (
    <Dialog title={text('call.question')} onClose={onClose}>
      <p>{text('call.since', { time: clock(since) })}</p>
      <div class="field">
        <label for="call-line">{text('call.line')}</label>
        <textarea
          id="call-line"
          rows={2}
          maxLength={NOTE_LIMIT}
          autocomplete="off"
          spellcheck={false}
          translate={false}
          value={line}
          onInput={(event) => onLine(event.currentTarget.value)}
        />
      </div>
      {fault !== null && <Notice>{fault}</Notice>}
      <div class="buttons outcomes">
        {ASKED.map((outcome) => (
          <button
            key={outcome}
            class="quiet"
            type="button"
            aria-disabled={busy}
            onClick={() => busy || onOutcome(outcome, line)}
          >
            {text(`call.outcome.${outcome}`)}
          </button>
        ))}
      </div>
      {next !== null && <p class="hint">{text('call.next', { time: namedTime(next, now, language) })}</p>}
      <button class="small" type="button" onClick={onClose}>
        {text('call.later')}
      </button>
    </Dialog>
  );
}
