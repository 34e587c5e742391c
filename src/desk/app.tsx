import { render } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CentrePublicKey } from '../protocol/wire/centre-key.ts';
import type { Api } from './api/client.ts';
import { auditedApi } from './audit/audited-api.ts';
import { createTrail } from './audit/trail.ts';
import { Desk } from './desk.tsx';
import { Invitation } from './door/invitation.tsx';
import type { Session } from './door/session.ts';
import { SignIn } from './door/sign-in.tsx';
import { createCopies } from './drafts/copies.ts';
import { createDraftKeeper, type DraftKeeper } from './drafts/draft-keeper.ts';
import { noteCopy, type TabStore } from './drafts/tab-store.ts';
import type { Cover } from './lock/cover.ts';
import { endLeftSessions, leaveAndReload, noteSignOut } from './lock/leave.ts';
import { Locked } from './lock/locked.tsx';
import { useCover } from './lock/use-cover.ts';
import { useTheme } from './theme/use-theme.ts';

type Props = {
  api: Api;
  /** Where the application stands in the page. */
  root: HTMLElement;
  cover: Cover;
  /** The keys that the page says the centre has, newest first. */
  centreKeys: readonly CentrePublicKey[];
  /** What this tab keeps over a reload. */
  tab: TabStore;
  /** The code of the invitation with which the page was opened. */
  code: string | null;
  /** Takes the code of an invitation that was put into the address bar later. */
  takeCode: () => string | null;
};

type Phase =
  | { kind: 'invitation'; code: string | null }
  | { kind: 'sign-in' }
  | { kind: 'desk'; api: Api; session: Session; keeper: DraftKeeper }
  | { kind: 'locked' };

/** Milliseconds that sealing what was just written may take before the desk locks all the same. */
const SEAL_LIMIT = 2000;

/**
 * The desk: who has an invitation enrols, who has not signs in. Locking seals what was being written, ends the vault and
 * the session, and loads the page anew, so that its memory goes with it.
 */
export function App({ api, root, cover, centreKeys, tab, code, takeCode }: Props) {
  const [phase, setPhase] = useState<Phase>(
    code === null ? { kind: 'sign-in' } : { kind: 'invitation', code },
  );
  const session = useRef<Session | null>(null);
  const { theme, toggleTheme } = useTheme();
  useCover(cover);

  const enter = useCallback(
    (opened: Session) => {
      session.current = opened;
      const { vault, member } = opened;
      const audited = auditedApi(api, createTrail(api, vault, member.id), member.id);
      const { rewrapped, wayIn } = opened;
      if (rewrapped) {
        void audited.trail.with({ did: 'rewrapped' }, (act) => api.rewrap(wayIn, { ...rewrapped, act }));
      }
      const me = member.id;
      const copies = createCopies(audited, (copied) => noteCopy(tab, copied, me));
      const keeper = createDraftKeeper(vault, tab, { me, copies });
      setPhase({ kind: 'desk', api: audited, session: opened, keeper });
    },
    [api, tab],
  );

  const lock = useCallback(
    async (settle: () => Promise<void>, ended: boolean) => {
      const open = session.current;
      if (!open) return;
      session.current = null;
      cover('lock', true);
      await Promise.race([settle(), new Promise((resolve) => setTimeout(resolve, SEAL_LIMIT))]);
      tab.update({ ended });
      open.vault.lock();
      setPhase({ kind: 'locked' });
      cover('lock', false);
      await leaveAndReload(api, tab, open.id);
    },
    [api, cover, tab],
  );

  useEffect(() => {
    void endLeftSessions(api, tab);
    const leave = () => {
      if (session.current) {
        session.current.vault.lock(0);
        noteSignOut(tab, session.current.id);
        void api.signOut(session.current.id);
        session.current = null;
      }
      // A browser may keep the page to show it again on Back: then it must be empty.
      render(null, root);
    };
    const comeBack = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload();
    };
    const newAddress = () => {
      const found = takeCode();
      if (found !== null && !session.current) setPhase({ kind: 'invitation', code: found });
    };
    addEventListener('pagehide', leave);
    addEventListener('pageshow', comeBack);
    addEventListener('hashchange', newAddress);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('hashchange', newAddress);
    };
  }, [api, root, tab, takeCode]);

  const appearance = { theme, toggleTheme };
  switch (phase.kind) {
    case 'invitation':
      return (
        <Invitation
          key={phase.code}
          api={api}
          centreKeys={centreKeys}
          code={phase.code}
          {...appearance}
          onSession={enter}
          onLeave={() => setPhase({ kind: 'sign-in' })}
        />
      );
    case 'sign-in':
      return (
        <SignIn
          api={api}
          tab={tab}
          {...appearance}
          onSession={enter}
          onInvited={() => setPhase({ kind: 'invitation', code: null })}
        />
      );
    case 'desk':
      return (
        <Desk
          api={phase.api}
          session={phase.session}
          centreKeys={centreKeys}
          keeper={phase.keeper}
          cover={cover}
          {...appearance}
          lock={lock}
        />
      );
    case 'locked':
      return <Locked />;
  }
}
