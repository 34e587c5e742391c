import { useRef, useState } from 'preact/hooks';
import type { DeskFault } from '../api/result.ts';
import { useSlow } from '../clock/use-slow.ts';
import { Notice } from '../parts/notice.tsx';
import { takeSecretFrom } from '../parts/secret-field.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { Drawn } from './drawn.tsx';
import type { Enrolment } from './enrolment.ts';
import { FromPaper } from './from-paper.tsx';
import type { Session } from './session.ts';

type Props = { enrolment: Enrolment; onSession: (session: Session) => void };
type Errors = { passphrase?: string; form?: string };

/** Where who is let in is: reading the passphrase, typing it from paper, or done with it. */
type Step = 'read' | 'type' | 'proved';

/**
 * The passphrase of who was let in. It is drawn and never chosen; it is typed once from paper, so that nobody goes on without
 * one. Whatever goes wrong, what was proved stays proved.
 */
export function JoinForm({ enrolment, onSession }: Props) {
  const { text } = useWords();
  const [step, setStep] = useState<Step>('read');
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const passphrase = useRef<HTMLInputElement>(null);
  const slow = useSlow(busy);

  const fail = (found: Errors) => {
    setErrors(found);
    if (found.passphrase) passphrase.current?.focus();
  };

  const failJoining = (fault: DeskFault) =>
    fail({ form: fault.code === 'invite_gone' ? text('invite.gone') : faultText(fault, text) });

  /** Hands what was typed to the vault. Says whether it is proved now. */
  const prove = async (): Promise<boolean> => {
    if (step === 'proved') return true;
    const fault = await enrolment.prove(takeSecretFrom(passphrase));
    if (!fault) setStep('proved');
    else if (fault.code === 'passphrase_other') fail({ passphrase: text('invite.other') });
    else failJoining(fault);
    return fault === null;
  };

  const submit = async () => {
    if (busy) return;
    if (step === 'read') return setStep('type');
    if (step === 'type' && passphrase.current?.value === '') {
      return fail({ passphrase: text('invite.empty') });
    }
    setErrors({});
    setBusy(true);
    const result = (await prove()) ? await enrolment.join() : null;
    setBusy(false);
    if (result?.ok) onSession(result.session);
    else if (result) failJoining(result.fault);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p role="status">{text('invite.in')}</p>
      {errors.form && <Notice focus>{errors.form}</Notice>}
      {step === 'read' && <Drawn draw={enrolment.draw} drawn={enrolment.drawn} />}
      {step === 'type' && (
        <>
          <FromPaper error={errors.passphrase ?? null} inputRef={passphrase} />
          <p>
            <button
              class="small"
              type="button"
              aria-disabled={busy}
              onClick={() => {
                if (!busy) setStep('read');
              }}
            >
              {text('invite.readAgain')}
            </button>
          </p>
        </>
      )}
      {step === 'proved' && <p role="status">{text('invite.proved')}</p>}
      {step === 'read' ? (
        <button class="primary" type="submit" data-action="written">
          {text('invite.written')}
        </button>
      ) : (
        <button class="primary" type="submit" data-action="join" aria-disabled={busy}>
          {text('invite.action')}
        </button>
      )}
      <p class="busy" role="status">
        {busy && text(slow ? 'invite.slow' : 'invite.busy')}
      </p>
    </form>
  );
}
