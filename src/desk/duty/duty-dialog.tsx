import { useEffect, useState } from 'preact/hooks';
import { RANKS } from '../../protocol/wire/api/duty.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { useTeamApi } from '../audit/use-team-api.ts';
import { nextAt } from '../clock/brussels-time.ts';
import { type Became, BecameNotice } from '../parts/became-notice.tsx';
import { CloseRow } from '../parts/close-row.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { giveShift, giveShifts } from './give-shift.ts';
import { PlanForm, type Planned } from './plan-form.tsx';
import { PlanTable } from './plan-table.tsx';
import { RankNow } from './rank-now.tsx';
import type { Duty } from './use-duty.ts';
import { isProved } from './warnings.ts';

type Props = {
  api: Api;
  me: Member;
  now: number;
  duty: Duty;
  /** Opens what lets a telephone ring, in the place of this. */
  onAlarm: () => void;
  onClose: () => void;
};

/** Who has duty now, taking it over, and the plan of the coming two weeks, row by row. */
export function DutyDialog({
  api: plain,
  me,
  now,
  duty: { body: duty, fault, refresh },
  onAlarm,
  onClose,
}: Props) {
  const api = useTeamApi(plain, me.id);
  const { text } = useWords();
  const [members, setMembers] = useState<readonly Member[]>([]);
  const [editing, setEditing] = useState<Planned | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Became | null>(null);
  useEffect(() => {
    void refresh();
    void api.members().then((answer) => answer.ok && setMembers(answer.value.members));
  }, [api, refresh]);

  const act = async (give: () => Promise<DeskFault | null>) => {
    setBusy(true);
    setSaid(null);
    const failed = await give();
    await refresh();
    setBusy(false);
    if (!failed) setEditing(null);
    setSaid(
      failed
        ? { tone: 'error', words: faultText(failed, text) }
        : { tone: 'calm', words: text('duty.given') },
    );
  };
  const minute = Math.floor(now / 60) * 60;
  const proved = isProved(duty?.proofs.find(({ member }) => member === me.id)?.at, now);
  return (
    <Dialog title={text('duty.title')} onClose={onClose}>
      <BecameNotice became={said} />
      {fault && !said && <Notice>{faultText(fault, text)}</Notice>}
      {duty && (
        <>
          <div class="ranks-now">
            {RANKS.map((rank) => (
              <RankNow
                key={rank}
                rank={rank}
                on={duty[rank]}
                me={me.id}
                now={now}
                proved={proved}
                busy={busy}
                onTake={(until) =>
                  void act(() => giveShift(api, { rank, member: me.id, from: minute, until }))
                }
                onAlarm={onAlarm}
              />
            ))}
          </div>
          <h3>{text('duty.plan')}</h3>
          {editing ? (
            <PlanForm
              key={`${editing.rank}${editing.from}`}
              start={editing}
              members={members}
              busy={busy}
              onGive={(shift, days) => void act(() => giveShifts(api, shift, days))}
              onCancel={() => setEditing(null)}
            />
          ) : (
            <>
              <PlanTable
                spans={duty.spans.filter(({ until }) => until > now)}
                now={now}
                onChange={(span, rank) =>
                  setEditing({
                    rank,
                    member: span[rank]?.id ?? null,
                    from: Math.max(span.from, minute),
                    until: span.until,
                  })
                }
              />
              <button
                class="quiet"
                type="button"
                data-action="plan"
                onClick={() =>
                  setEditing({
                    rank: 'first',
                    member: me.id,
                    from: nextAt(20, now),
                    until: nextAt(8, nextAt(20, now)),
                  })
                }
              >
                {text('duty.add')}
              </button>
            </>
          )}
        </>
      )}
      <CloseRow onClose={onClose}>
        <button class="quiet" type="button" onClick={onAlarm}>
          {text('ring.title')}
        </button>
      </CloseRow>
    </Dialog>
  );
}
