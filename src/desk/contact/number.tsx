import { useEffect, useState } from 'preact/hooks';
import type { SafeAnswer } from '../../protocol/items/kinds/referral.ts';
import { CallsBefore, type KnownCalls } from '../calls/calls-before.tsx';
import { countryName } from '../case/referral-words.ts';
import { useArmed } from '../case/use-armed.ts';
import { brusselsTime, type Clocks } from '../clock/brussels-time.ts';
import { Later } from '../later/later.tsx';
import { codeOf } from '../later/part.ts';
import { Typed } from '../parts/typed.tsx';
import { useWords } from '../words/words.ts';
import { contactGuard } from './contact-guard.ts';
import { GuardDialog } from './guard-dialog.tsx';
import type { TypedNumber } from './telephone-link.ts';

/** Reads numbers, by the lengths and kinds that every country has: more than all else that the desk begins with. */
const numberReader = codeOf(() => import('./telephone-link.ts').then((file) => file.readNumber));

/** What is known of a number before it is called, in words. */
function About({ number }: { number: TypedNumber }) {
  const { text, language } = useWords();
  if (!number.ok) {
    return (
      <p class={number.why === 'unclear' ? 'number-about' : 'warning'} data-value="number-about">
        {text(`number.${number.why}`)}
      </p>
    );
  }
  const kind = text(`number.${number.kind}`);
  return (
    <p class="number-about" data-value="number-about">
      {number.country === null
        ? kind
        : text('number.place', { country: countryName(number.country, language), kind })}
    </p>
  );
}

/** What is known of a number, with the digits that a tap dials, and what dials them. */
function Dialled({ number, armed, onCall }: { number: TypedNumber; armed: boolean; onCall: () => void }) {
  const { text } = useWords();
  return (
    <>
      <About number={number} />
      {number.ok && (
        <>
          <p class="number-dialled">
            {text('number.dialled')}{' '}
            <bdo dir="ltr" data-value="dialled" translate={false}>
              {number.dialled}
            </bdo>
          </p>
          <a
            class="primary"
            href={`tel:${number.dialled}`}
            data-action="call"
            aria-disabled={!armed}
            onClick={(event) => (armed ? onCall() : event.preventDefault())}
          >
            {text('referral.call')}
          </a>
        </>
      )}
    </>
  );
}

/** A number that may be seen now. What reads it may come later; what was typed is there at once. */
function Shown({ typed, onCall, onHide }: { typed: string; onCall: () => void; onHide: () => void }) {
  const { text } = useWords();
  // The button that showed the number stood where this one stands now.
  const armed = useArmed(typed);
  return (
    <>
      <p class="number-shown">
        <span class="answer-label">{text('referral.number')}</span> <Typed value="number">{typed}</Typed>
      </p>
      <p class="number-about">{text('call.hideNumber')}</p>
      <Later part={numberReader}>
        {(read) => <Dialled number={read(typed)} armed={armed} onCall={onCall} />}
      </Later>
      <div class="buttons">
        <button
          class="quiet"
          type="button"
          data-action="call-elsewhere"
          aria-disabled={!armed}
          onClick={() => armed && onCall()}
        >
          {text('call.elsewhere')}
        </button>
        <button class="quiet" type="button" onClick={onHide}>
          {text('referral.hide')}
        </button>
      </div>
    </>
  );
}

/** What is known of calls, and what a member does with a number. */
export type NumberCalls = {
  known: KnownCalls;
  /** Whether a call waits for its outcome. */
  open: boolean;
  /** Called with why the number was opened behind the guard. */
  onReason: (reason: string) => void;
  /** Called when the member calls, with this device or another. */
  onCall: () => void;
  /** Called to say what came of the call that waits. */
  onOutcome: () => void;
};

type Props = { answer: SafeAnswer; clocks: Clocks; calls: NumberCalls };

/**
 * The telephone number of a referral, hidden until it is asked for, behind what colleagues did with it and behind the contact
 * guard.
 */
export function NumberLine({ answer, clocks, calls }: Props) {
  const { text } = useWords();
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const guard = contactGuard(answer, brusselsTime(clocks.device).hour, clocks.ahead);

  // Once the safe hours are over, or have come, the question is another one.
  useEffect(() => setShown(false), [guard.open]);

  const number = answer.number?.trim();
  if (!number) return null;
  return (
    <div class="number">
      <CallsBefore calls={calls.known} now={clocks.device + clocks.ahead} />
      {calls.open && (
        <button class="primary" type="button" data-action="call-outcome" onClick={calls.onOutcome}>
          {text('call.question')}
        </button>
      )}
      {shown ? (
        <Shown typed={number} onCall={calls.onCall} onHide={() => setShown(false)} />
      ) : (
        <button
          class="quiet"
          type="button"
          data-action="reveal"
          onClick={() => (guard.open ? setShown(true) : setAsking(true))}
        >
          {text('referral.reveal')}
        </button>
      )}
      {asking && !guard.open && (
        <GuardDialog
          answer={answer}
          why={guard.why}
          clocks={clocks}
          onClose={() => setAsking(false)}
          onReveal={(reason) => {
            calls.onReason(reason);
            setAsking(false);
            setShown(true);
          }}
        />
      )}
    </div>
  );
}
