import { useEffect } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import type { Session } from '../door/session.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { Case } from '../inbox/cases.ts';
import { laterDialog } from '../later/later-dialog.tsx';
import type { Acts } from './use-acts.ts';
import type { CaseActs } from './use-case-acts.ts';

const Sheet = laterDialog(() => import('./sheet.tsx').then((file) => file.Sheet));

type Props = {
  api: Api;
  session: Session;
  /** The open case; null where none is. */
  one: Case | null;
  now: number;
  /** The cases that the desk knows, and what members call each. */
  known: readonly Case[];
  names: ReadonlyMap<string, string>;
  drafts: Drafts | null;
  acts: Acts;
  caseActs: CaseActs;
};

/** The sheet of the open case, while a page of it is open; after a lock again as it was left. */
export function CaseSheet({ api, session, one, now, known, names, drafts, acts, caseActs }: Props) {
  const draft = one?.opened.ok ? drafts?.of(one.opened.item) : undefined;
  const { page, main, openSheet } = caseActs;
  const begun = main === 'next' && draft !== undefined && draft.step() !== null;
  const id = one?.row.id;
  useEffect(() => {
    // The sheet goes on where it was left.
    if (id !== undefined && begun) openSheet('choose');
    // What has ended meanwhile has no next step.
    if (main === 'reopen') draft?.setStep(null);
  }, [id, begun, main]);
  if (!one || !draft || !page) return null;
  return (
    <Sheet
      key={one.row.id}
      api={api}
      vault={session.vault}
      one={one}
      me={session.member}
      now={now}
      name={names.get(one.row.id) ?? ''}
      others={known.flatMap((other) => {
        const name = names.get(other.row.id);
        return other.row.id === one.row.id || name === undefined ? [] : [{ one: other, name }];
      })}
      draft={draft}
      start={page}
      onAct={(act) => acts.act(one, act)}
      onBegun={acts.refresh}
      onClose={caseActs.closeSheet}
    />
  );
}
