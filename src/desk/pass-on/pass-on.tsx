import { useState } from 'preact/hooks';
import { partnerName } from '../../handoff/partner-name.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { Acted } from '../acts/use-acts.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { dayAndClock } from '../clock/brussels-time.ts';
import type { Draft } from '../drafts/draft.ts';
import { Later } from '../later/later.tsx';
import { laterDialog } from '../later/later-dialog.tsx';
import { withWords } from '../later/with-words.ts';
import { Notice } from '../parts/notice.tsx';
import type { Thread } from '../thread/load-thread.ts';
import type { VaultClient } from '../vault/client.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { type HandedOn, stageOf } from './handed.ts';
import { tellPassedOn } from './tell-passed-on.ts';
import type { Handoffs } from './use-handoffs.ts';

const PassOnDialog = laterDialog(() => import('./pass-on-dialog.tsx').then((file) => file.PassOnDialog));

/** What the other centre reads, which is looked at now and then. */
const linesPart = withWords(() => import('./preview.tsx').then((file) => file.Lines));

type Props = {
  api: Api;
  vault: VaultClient;
  referral: Referral;
  member: Member;
  /** By the worker's clock, Unix seconds. */
  now: number;
  draft: Pick<Draft, 'passing' | 'setPassing'>;
  handed: Handoffs;
  /** The thread, once it is there and can be answered. */
  thread: Thread | null;
  reload: () => Promise<unknown>;
  /** Takes the case, which nobody has. */
  onTake: () => Promise<Acted>;
  onSent: () => void;
};

/** What of a case was passed on and how far that came; and passing it on. It stays ours until the other centre has it. */
export function PassOn({
  api,
  vault,
  referral,
  member,
  now,
  draft,
  handed: { handoffs, load },
  thread,
  reload,
  onTake,
  onSent,
}: Props) {
  const { text, language } = useWords();
  const [asking, setAsking] = useState(draft.passing() !== null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<DeskFault | 'late' | null>(null);
  const told = thread?.messages.some(({ opened }) => opened.ok && opened.says === 'passed-on') ?? true;

  const say = ({ row: handoff, item }: HandedOn) => {
    const stage = stageOf(handoff, now);
    const at = handoff.acceptedAt ?? handoff.revokedAt ?? handoff.openedAt ?? handoff.madeAt;
    const name = item ? partnerName(item, text) : text('passOn.unreadable');
    return { stage, said: text(`passOn.stage.${stage}`, { name, time: dayAndClock(at, now, language) }) };
  };
  const act = async (work: () => Promise<{ ok: true } | ({ ok: false } & DeskFault)>, late = false) => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    const done = await work();
    setBusy(false);
    if (!done.ok) setFault(late && done.code === 'changed' ? 'late' : done);
    await Promise.all([load(), reload()]);
    onSent();
  };

  return (
    <section class="handoffs" aria-label={text('passOn.label')}>
      {handoffs.map((handed) => {
        const { item } = handed;
        const { stage, said } = say(handed);
        const pending = stage === 'waiting' || stage === 'opened';
        return (
          <div class="handoff" key={handed.row.id} data-stage={stage}>
            <p>
              <b>{said}</b>
            </p>
            {item && (
              <details>
                <summary>{text('passOn.what')}</summary>
                <Later part={linesPart}>{(Lines) => <Lines given={item} />}</Later>
              </details>
            )}
            {pending && (
              <button
                class="quiet"
                type="button"
                aria-disabled={busy}
                onClick={() => void act(() => api.revoke(handed.row.id, referral.id), true)}
              >
                {text('passOn.revoke')}
              </button>
            )}
            {stage === 'accepted' && thread && !told && (
              <button
                class="quiet"
                type="button"
                aria-disabled={busy}
                onClick={() => void act(() => tellPassedOn(api, vault, referral, thread, onTake))}
              >
                {text('passOn.tell')}
              </button>
            )}
          </div>
        );
      })}
      {fault && <Notice focus>{fault === 'late' ? text('passOn.late') : faultText(fault, text)}</Notice>}
      <button class="quiet" type="button" onClick={() => setAsking(true)}>
        {text('passOn.action')}
      </button>
      {asking && (
        <PassOnDialog
          api={api}
          vault={vault}
          referral={referral}
          member={member}
          draft={draft}
          onHanded={() => {
            void load();
            onSent();
          }}
          onClose={() => {
            draft.setPassing(null);
            setAsking(false);
          }}
        />
      )}
    </section>
  );
}
