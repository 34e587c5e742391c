import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { Notice } from '../parts/notice.tsx';
import { useFocusOnOpen } from '../parts/use-focus-on-open.ts';
import { type Appearance, ThemeSwitch } from '../theme/theme-switch.tsx';
import type { VaultClient } from '../vault/client.ts';
import { startVault } from '../vault/start.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { createEnrolment, type Enrolment, openInvitation } from './enrolment.ts';
import { JoinForm } from './join-form.tsx';
import type { Session } from './session.ts';

type Props = Appearance & {
  api: Api;
  secret: string;
  onSession: (session: Session) => void;
  onLeave: () => void;
};

type State =
  | { kind: 'checking' }
  | { kind: 'failed'; fault: DeskFault }
  | { kind: 'open'; enrolment: Enrolment };

/** Whether an invitation can't be used any more: used, expired, never there, or its link was not whole. */
function isGone({ code }: DeskFault): boolean {
  return ['invite_gone', 'not_found', 'invite_malformed', 'vault_broken', 'malformed'].includes(code);
}

/** An invitation: shows whether it can be used, then takes a name and a passphrase. */
export function Invitation({ api, secret, theme, toggleTheme, onSession, onLeave }: Props) {
  const { text } = useWords();
  const [state, setState] = useState<State>({ kind: 'checking' });
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const vault = useRef<VaultClient | null>(null);

  const open = useCallback(async () => {
    vault.current?.lock();
    const fresh = startVault();
    vault.current = fresh;
    setState({ kind: 'checking' });
    const opened = await openInvitation(api, fresh, secret);
    if (vault.current !== fresh) return;
    setState(
      opened.ok
        ? { kind: 'open', enrolment: createEnrolment(api, fresh, opened.invitation) }
        : { kind: 'failed', fault: opened.fault },
    );
  }, [api, secret]);

  useEffect(() => {
    void open();
    return () => {
      // Null once the vault has gone over to the desk.
      vault.current?.lock(0);
      vault.current = null;
    };
  }, [open]);

  return (
    <div class="door">
      <header class="door-top">
        <LanguageSwitch secret={secret} />
        <ThemeSwitch theme={theme} toggleTheme={toggleTheme} />
      </header>
      <main>
        <h1 tabIndex={-1} ref={heading}>
          {text('invite.title')}
        </h1>
        {state.kind === 'checking' && <p role="status">{text('invite.checking')}</p>}
        {state.kind === 'failed' && (
          <>
            <Notice>{isGone(state.fault) ? text('invite.gone') : faultText(state.fault, text)}</Notice>
            <div class="buttons">
              {!isGone(state.fault) && (
                <button class="primary" type="button" onClick={() => void open()}>
                  {text('invite.tryAgain')}
                </button>
              )}
              <button class="quiet" type="button" onClick={onLeave}>
                {text('invite.toSignIn')}
              </button>
            </div>
          </>
        )}
        {state.kind === 'open' && (
          <JoinForm
            enrolment={state.enrolment}
            onSession={(session) => {
              // The page may have been left while the passphrase was stretched: then its vault is closed already.
              if (vault.current !== session.vault) return void api.signOut(session.id);
              vault.current = null;
              onSession(session);
            }}
          />
        )}
      </main>
    </div>
  );
}
