import type { Api } from '../api/client.ts';
import type { Session } from '../door/session.ts';
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
  /** What members call each case. */
  names: ReadonlyMap<string, string>;
  acts: Acts;
  caseActs: CaseActs;
};

/** The sheet of the open case, while a page of it is open. */
export function CaseSheet({ api, session, one, now, names, acts, caseActs }: Props) {
  if (!one || !caseActs.page) return null;
  return (
    <Sheet
      key={one.row.id}
      api={api}
      vault={session.vault}
      one={one}
      me={session.member}
      now={now}
      others={new Map([...names].filter(([id]) => id !== one.row.id))}
      start={caseActs.page}
      onAct={(act) => acts.act(one, act)}
      onClose={caseActs.closeSheet}
    />
  );
}
