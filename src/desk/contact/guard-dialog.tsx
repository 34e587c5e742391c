import { useRef, useState } from 'preact/hooks';
import { safeHours } from '../../handoff/contact-rule.ts';
import { REASON_LIMIT } from '../../protocol/items/kinds/call.ts';
import type { SafeAnswer } from '../../protocol/items/kinds/referral.ts';
import { type Clocks, clock } from '../clock/brussels-time.ts';
import { duration } from '../clock/time-left.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/words.ts';
import type { ContactGuard } from './contact-guard.ts';

type Props = {
  answer: SafeAnswer;
  why: Extract<ContactGuard, { open: false }>['why'];
  clocks: Clocks;
  /** Called with why the number must be seen. */
  onReveal: (reason: string) => void;
  onClose: () => void;
};

/** Fewest characters of a reason: enough to have to think, not to be in the way of one who must call. */
const SHORTEST_REASON = 8;

/** Stands between the member and a number that it is not safe to call now. */
export function GuardDialog({ answer, why, clocks, onReveal, onClose }: Props) {
  const { text, language } = useWords();
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const confirm = () => {
    if (reason.trim().length >= SHORTEST_REASON) return onReveal(reason.trim());
    setShort(true);
    input.current?.focus();
  };
  return (
    <Dialog title={text('guard.title')} onClose={onClose}>
      <p class="guard-now">
        {text(why === 'clock' ? 'guard.nowHere' : 'guard.now', { time: clock(clocks.device) })}
      </p>
      <p class="guard-why">
        {text(`guard.${why}`, {
          times: safeHours(answer, text, language),
          time: duration(Math.abs(clocks.ahead), text),
        })}
      </p>
      <p>{text('guard.risk')}</p>
      <div class="field">
        <label for="reason">{text('guard.reason')}</label>
        <p class="hint" id="reason-hint">
          {text('guard.reasonHint')}
        </p>
        {short && (
          <p class="field-error" id="reason-error">
            {text('field.error', { error: text('guard.reasonShort') })}
          </p>
        )}
        <textarea
          id="reason"
          ref={input}
          rows={2}
          maxLength={REASON_LIMIT}
          autocomplete="off"
          spellcheck={false}
          translate={false}
          value={reason}
          aria-invalid={short}
          aria-describedby={short ? 'reason-hint reason-error' : 'reason-hint'}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <div class="buttons">
        <button class="primary" type="button" onClick={onClose}>
          {text('guard.cancel')}
        </button>
        <button class="quiet" type="button" onClick={confirm}>
          {text('guard.confirm')}
        </button>
      </div>
    </Dialog>
  );
}
