import { ConflictNotice } from '../acts/conflict-notice.tsx';
import type { Acts } from '../acts/use-acts.ts';
import type { CaseActs } from '../acts/use-case-acts.ts';
import type { Api } from '../api/client.ts';
import type { Session } from '../door/session.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { Case } from '../inbox/cases.ts';
import type { CaseList } from '../inbox/use-cases.ts';
import type { ClosedMonth } from '../inbox/use-closed.ts';
import { useWords } from '../words/words.ts';
import { DeletedView, PurgedView } from './no-case.tsx';
import { type OtherCases, OtherCasesContext } from './other-cases.ts';
import { ReferralView } from './referral.tsx';

type Props = {
  api: Api;
  session: Session;
  list: CaseList;
  /** The open case; null where none is. */
  one: Case | null;
  /** Whether it still stands in the list. */
  isListed: boolean;
  /** The id of the one that was open when the person deleted it. */
  deleted: string | null;
  drafts: Drafts | null;
  names: ReadonlyMap<string, string>;
  now: number;
  acts: Acts;
  caseActs: CaseActs;
  month: ClosedMonth;
  /** Whether the member calls, and nothing is to be seen; called when they begin to. */
  calling: boolean;
  onCalling: () => void;
  onOpen: OtherCases['open'];
  onSent: () => void;
  onDeleted: (id: string) => void;
  onMissing: () => unknown;
};

/** What stands beside the list: the open case, what is left of one that the person deleted, or that none is open. */
export function Detail({ api, session, list, one, drafts, names, now, acts, caseActs, ...rest }: Props) {
  const { text } = useWords();
  const { isListed, deleted, month, calling, onCalling, onOpen, onSent, onDeleted, onMissing } = rest;
  const { vault, member } = session;
  return (
    <div class="detail">
      {one && list.purged.includes(one.row.id) ? (
        <PurgedView />
      ) : one && drafts ? (
        <OtherCasesContext.Provider value={{ nameOf: (id) => names.get(id), open: onOpen }}>
          <ReferralView
            key={one.row.id}
            {...{ api, vault, one, member, now, calling, onCalling, onSent, onDeleted, onMissing }}
            reference={names.get(one.row.id) ?? ''}
            clocks={{ device: now - list.ahead, ahead: list.ahead }}
            notice={acts.said?.id === one.row.id ? acts.said.notice : null}
            conflict={<ConflictNotice acts={acts} id={one.row.id} me={member.id} now={now} />}
            gone={!isListed && one.row.state !== 'closed'}
            draft={drafts.of}
            onTake={() => caseActs.take(one)}
            onPurged={month.drop}
          />
        </OtherCasesContext.Provider>
      ) : deleted !== null ? (
        <DeletedView
          handed={list.gone.some(({ id, handedAt }) => id === deleted && handedAt !== undefined)}
        />
      ) : (
        <p class="choose">{text('list.choose')}</p>
      )}
    </div>
  );
}
