import { render } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from './api/client.ts';
import { useCover } from './hooks/use-cover.ts';
import { useTheme } from './hooks/use-theme.ts';
import { Desk } from './screens/desk.tsx';
import { Invitation } from './screens/invitation.tsx';
import { SignIn } from './screens/sign-in.tsx';
import type { Session } from './session.ts';

type Props = {
  api: Api;
  /** Where the application stands in the page. */
  root: HTMLElement;
  /** The secret of the invitation by which the page was opened. */
  secret: string | null;
  /** Takes the secret of an invitation that was put into the address bar later. */
  takeSecret: () => string | null;
};

type Phase =
  | { kind: 'invitation'; secret: string }
  /** `ended`: the worker ended the session, not the member. */
  | { kind: 'sign-in'; ended: boolean }
  | { kind: 'desk'; session: Session };

/**
 * The desk: who has an invitation enrols, who has not signs in. Everything that was opened lives in the components
 * below `Desk`, so that locking, which takes `Desk` away, drops it all.
 */
export function App({ api, root, secret, takeSecret }: Props) {
  const [phase, setPhase] = useState<Phase>(
    secret === null ? { kind: 'sign-in', ended: false } : { kind: 'invitation', secret },
  );
  const session = useRef<Session | null>(null);
  const { theme, toggleTheme } = useTheme();
  useCover(root);

  const enter = useCallback((opened: Session) => {
    session.current = opened;
    setPhase({ kind: 'desk', session: opened });
  }, []);

  const lock = useCallback(
    (ended = false) => {
      if (!session.current) return;
      session.current.vault.lock();
      session.current = null;
      void api.signOut();
      setPhase({ kind: 'sign-in', ended });
    },
    [api],
  );

  useEffect(() => {
    const leave = () => {
      if (session.current) {
        session.current.vault.lock(0);
        session.current = null;
        void api.signOut();
      }
      // A browser may keep the page to show it again on Back: then it must be empty.
      render(null, root);
    };
    const comeBack = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload();
    };
    const newAddress = () => {
      const found = takeSecret();
      if (found !== null && !session.current) setPhase({ kind: 'invitation', secret: found });
    };
    addEventListener('pagehide', leave);
    addEventListener('pageshow', comeBack);
    addEventListener('hashchange', newAddress);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('hashchange', newAddress);
    };
  }, [api, root, takeSecret]);

  const appearance = { theme, toggleTheme };
  switch (phase.kind) {
    case 'invitation':
      return (
        <Invitation
          key={phase.secret}
          api={api}
          secret={phase.secret}
          {...appearance}
          onSession={enter}
          onLeave={() => setPhase({ kind: 'sign-in', ended: false })}
        />
      );
    case 'sign-in':
      return <SignIn api={api} ended={phase.ended} {...appearance} onSession={enter} />;
    case 'desk':
      return <Desk api={api} session={phase.session} {...appearance} lock={lock} />;
  }
}
