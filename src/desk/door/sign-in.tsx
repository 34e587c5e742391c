import { useRef, useState } from 'preact/hooks';
import { MemberName } from '../../protocol/wire/api/member.ts';
import type { Api } from '../api/client.ts';
import { useSlow } from '../clock/use-slow.ts';
import type { TabStore } from '../drafts/tab-store.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { LineField } from '../parts/line-field.tsx';
import { Notice } from '../parts/notice.tsx';
import { SecretField, takeSecretFrom } from '../parts/secret-field.tsx';
import { useFocusOnOpen } from '../parts/use-focus-on-open.ts';
import { type Appearance, ThemeSwitch } from '../theme/theme-switch.tsx';
import { hasPasskeys } from '../ways/passkey.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import type { Session } from './session.ts';
import { touchFaultText } from './touch-words.ts';
import { useSignIn } from './use-sign-in.ts';
import { useTouch } from './use-touch.ts';

type Props = Appearance & {
  api: Api;
  tab: TabStore;
  onSession: (session: Session) => void;
  onInvited: () => void;
};

/** What an earlier session of this tab left for this page to say; that it ended is said once. */
function useLeftBehind(tab: TabStore) {
  const [left] = useState(() => {
    const { ended, drafts } = tab.read();
    if (ended) tab.update({ ended: false });
    return { ended, drafts: drafts.length > 0 };
  });
  return left;
}

/** Sign-in, which is also what a locked desk looks like. Says one same thing for a wrong name and a wrong passphrase. */
export function SignIn({ api, tab, theme, toggleTheme, onSession, onInvited }: Props) {
  const { text } = useWords();
  const left = useLeftBehind(tab);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly string[]>([]);
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const passphrase = useRef<HTMLInputElement>(null);
  const { attempt, waitsFor } = useSignIn(api);
  const slow = useSlow(busy);
  const { attempt: attemptTouch, stop: stopTouch } = useTouch(api);
  const [touching, setTouching] = useState(false);

  const touch = async () => {
    if (busy || touching) return;
    setErrors([]);
    setTouching(true);
    const tried = await attemptTouch();
    if (!tried) return;
    setTouching(false);
    if (tried.ok) onSession(tried.session);
    else setErrors([touchFaultText(tried.fault, text)]);
  };

  const submit = async () => {
    if (busy) return;
    const parsed = MemberName.safeParse(name);
    const typed = passphrase.current?.value !== '';
    if (name.trim() === '' || !(typed || (parsed.success && waitsFor(parsed.data)))) {
      return setErrors([text('signIn.empty')]);
    }
    if (!parsed.success) {
      // What can't be a name is answered like a name that nobody has.
      takeSecretFrom(passphrase);
      return setErrors([text('signIn.wrong')]);
    }
    stopTouch();
    setTouching(false);
    setErrors([]);
    setBusy(true);
    const tried = await attempt(parsed.data, () => takeSecretFrom(passphrase), typed);
    if (!tried) return;
    const { result, waiting } = tried;
    if (result.ok) return onSession(result.session);
    setBusy(false);
    const { fault } = result;
    setErrors([
      fault.code === 'unauthorized' ? text('signIn.wrong') : faultText(fault, text),
      ...(waiting ? [text('signIn.waiting')] : []),
    ]);
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
        {errors.length === 0 && (left.ended || left.drafts) && (
          <Notice tone="calm">
            {left.ended && <p>{text('signIn.ended')}</p>}
            {left.drafts && <p data-value="kept">{text('signIn.kept')}</p>}
          </Notice>
        )}
        {errors.length > 0 && (
          <Notice key={errors.join()} focus>
            {errors.map((error) => (
              <p key={error}>{error}</p>
            ))}
          </Notice>
        )}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <LineField label={text('field.name')} of="name" value={name} onValue={setName} />
          <SecretField label={text('field.passphrase')} inputRef={passphrase} />
          <button class="primary" type="submit" data-action="sign-in" aria-disabled={busy}>
            {text('signIn.action')}
          </button>
          <p class="busy" role="status">
            {busy ? text(slow ? 'signIn.slow' : 'signIn.busy') : touching && text('touch.busy')}
          </p>
        </form>
        {hasPasskeys() && (
          <section class="touch">
            <p>{text('touch.or')}</p>
            <button
              class="quiet"
              type="button"
              data-action="touch"
              aria-disabled={busy || touching}
              onClick={() => void touch()}
            >
              {text('touch.action')}
            </button>
          </section>
        )}
        <button class="small" type="button" onClick={onInvited}>
          {text('signIn.invited')}
        </button>
      </main>
    </div>
  );
}
