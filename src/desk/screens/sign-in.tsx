import { useEffect, useRef, useState } from 'preact/hooks';
import { MemberName } from '../../protocol/api.ts';
import type { Api } from '../api/client.ts';
import { faultText } from '../fault-text.ts';
import { useFocusOnOpen } from '../hooks/use-focus-on-open.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { Notice } from '../parts/notice.tsx';
import { TextField } from '../parts/text-field.tsx';
import { type Appearance, ThemeSwitch } from '../parts/theme-switch.tsx';
import { type Session, signIn } from '../session.ts';
import { startVault } from '../vault/start.ts';
import { useWords } from '../words.ts';

type Props = Appearance & { api: Api; ended: boolean; onSession: (session: Session) => void };

/** Sign-in, which is also what a locked desk looks like. Says one same thing for a wrong name and a wrong passphrase. */
export function SignIn({ api, ended, theme, toggleTheme, onSession }: Props) {
  const { text } = useWords();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const alive = useRef(true);
  useEffect(
    () => () => {
      alive.current = false;
    },
    [],
  );

  const submit = async () => {
    if (busy) return;
    setError(null);
    const typedName = name.trim();
    if (typedName === '' || passphrase === '') return setError(text('signIn.empty'));
    // What can't be a name is answered like a name that nobody has.
    if (!MemberName.safeParse(typedName).success) return setError(text('signIn.wrong'));
    setBusy(true);
    const vault = startVault();
    const result = await signIn(api, vault, typedName, passphrase);
    if (!alive.current) {
      vault.lock(0);
      if (result.ok) void api.signOut();
      return;
    }
    if (result.ok) return onSession(result.session);
    vault.lock();
    setBusy(false);
    setError(result.fault.code === 'unauthorized' ? text('signIn.wrong') : faultText(result.fault, text));
  };

  return (
    <div class="door">
      <header class="door-top">
        <LanguageSwitch />
        <ThemeSwitch theme={theme} toggleTheme={toggleTheme} />
      </header>
      <main>
        <h1 tabIndex={-1} ref={heading}>
          {text('signIn.title')}
        </h1>
        {ended && !error && <Notice tone="calm">{text('signIn.ended')}</Notice>}
        {error && (
          <Notice key={error} focus>
            {error}
          </Notice>
        )}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <TextField
            label={text('field.name')}
            field="name"
            autocomplete="username"
            value={name}
            onValue={setName}
          />
          <TextField
            label={text('field.passphrase')}
            field="passphrase"
            autocomplete="current-password"
            secret
            value={passphrase}
            onValue={setPassphrase}
          />
          <button class="primary" type="submit" data-action="sign-in" aria-disabled={busy}>
            {text('signIn.action')}
          </button>
          <p class="busy" role="status">
            {busy && text('signIn.busy')}
          </p>
        </form>
      </main>
    </div>
  );
}
