import { useEffect, useState } from 'preact/hooks';
import type { SafeAnswer } from '../../protocol/referral.ts';
import { brusselsTime } from '../brussels-time.ts';
import { contactGuard } from '../contact-guard.ts';
import { Typed } from '../parts/typed.tsx';
import { telephoneLink } from '../telephone-link.ts';
import { useWords } from '../words.ts';
import { GuardDialog } from './guard-dialog.tsx';

/** The telephone number of a referral, hidden until it is asked for, and behind the contact guard. */
export function NumberLine({ answer, now }: { answer: SafeAnswer; now: number }) {
  const { text } = useWords();
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const guard = contactGuard(answer, brusselsTime(now).hour);

  // Once the safe hours are over, or have come, the question is another one.
  useEffect(() => setShown(false), [guard.open]);

  const number = answer.number?.trim();
  if (!number) return null;
  const link = telephoneLink(number);
  return (
    <div class="number">
      {shown ? (
        <>
          <p class="number-shown">
            <span class="answer-label">{text('referral.number')}</span> <Typed value="number">{number}</Typed>
          </p>
          <div class="buttons">
            {link && (
              <a class="primary" href={link}>
                {text('referral.call')}
              </a>
            )}
            <button class="quiet" type="button" onClick={() => setShown(false)}>
              {text('referral.hide')}
            </button>
          </div>
        </>
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
          now={now}
          onClose={() => setAsking(false)}
          onReveal={() => {
            setAsking(false);
            setShown(true);
          }}
        />
      )}
    </div>
  );
}
