import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CentrePublicKey } from '../../protocol/wire/centre-key.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { useFocusOnOpen } from '../parts/use-focus-on-open.ts';
import { type Appearance, ThemeSwitch } from '../theme/theme-switch.tsx';
import type { VaultClient } from '../vault/client.ts';
import { startVault } from '../vault/start.ts';
import { useWords } from '../words/words.ts';
import { CompareWords } from './compare-words.tsx';
import { type Enrolment, openInvitation } from './enrolment.ts';
import { InvitationForm } from './invitation-form.tsx';
import { JoinForm } from './join-form.tsx';
import type { Session } from './session.ts';

type Props = Appearance & {
  api: Api;
  centreKeys: readonly CentrePublicKey[];
  /** The code of the invitation, where the page was opened with one. */
  code: string | null;
  onSession: (session: Session) => void;
  onLeave: () => void;
};

type State =
  | { kind: 'closed' }
  | { kind: 'comparing'; enrolment: Enrolment }
  | { kind: 'in'; enrolment: Enrolment };

/** An invitation: is opened by its code under a name, compared by telephone, and then takes a passphrase. */
export function Invitation({ api, centreKeys, code, theme, toggleTheme, onSession, onLeave }: Props) {
  const { text } = useWords();
  const [state, setState] = useState<State>({ kind: 'closed' });
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const vault = useRef<VaultClient | null>(null);

  useEffect(
    () => () => {
      // Null once the vault has gone over to the desk.
      vault.current?.lock(0);
      vault.current = null;
    },
    [],
  );

  const open = async (typed: string, name: string): Promise<DeskFault | null> => {
    // The same vault for every try: an answer may have got lost, and the invitation is bound to its key already.
    vault.current ??= startVault();
    const opened = await openInvitation(api, vault.current, { typed, name, centreKeys });
    if (!opened.ok) return opened.fault;
    setState({ kind: 'comparing', enrolment: opened.enrolment });
    return null;
  };
  const comeIn = useCallback(
    () => setState((old) => (old.kind === 'comparing' ? { ...old, kind: 'in' } : old)),
    [],
  );

  return (
    <div class="door">
      <header class="door-top">
        {state.kind === 'closed' && <LanguageSwitch code={code} />}
        <ThemeSwitch theme={theme} toggleTheme={toggleTheme} />
      </header>
      <main>
        <h1 tabIndex={-1} ref={heading}>
          {text('invite.title')}
        </h1>
        {state.kind === 'closed' && (
          <>
            <InvitationForm code={code} onOpen={open} />
            <div class="buttons">
              <button class="quiet" type="button" onClick={onLeave}>
                {text('invite.toSignIn')}
              </button>
            </div>
          </>
        )}
        {state.kind === 'comparing' && <CompareWords enrolment={state.enrolment} onIn={comeIn} />}
        {state.kind === 'in' && (
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
