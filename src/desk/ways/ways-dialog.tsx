import { useState } from 'preact/hooks';
import { MOST_PASSPHRASES, MOST_WAYS, WANTED_WAYS } from '../../protocol/wire/api/ways.ts';
import type { Api } from '../api/client.ts';
import { useTeamApi } from '../audit/use-team-api.ts';
import type { Session } from '../door/session.ts';
import { type Became, BecameNotice } from '../parts/became-notice.tsx';
import { CloseRow } from '../parts/close-row.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { forgetPasskey } from './passkey.ts';
import { PasskeyForm } from './passkey-form.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import { lacksSecondWay } from './use-second-way.ts';
import type { Ways } from './use-ways.ts';
import { WayRow } from './way-row.tsx';

type Props = {
  api: Api;
  session: Session;
  ways: Ways;
  /** By the worker's clock, Unix seconds. */
  now: number;
  onClose: () => void;
};

/** Seconds for which who has just joined goes no further without a second way in: nobody depends on them yet. */
const NEW = 86_400;

/**
 * The member's own ways in: which there are, one more, one less. It stays open for who has just joined and has one alone; who
 * has lost one may be needed first, and can put it off until they come in again.
 */
export function WaysDialog({ api: plain, session, ways, now, onClose }: Props) {
  const api = useTeamApi(plain, session.member.id);
  const { text } = useWords();
  const { known, fault, reload } = ways;
  const [page, setPage] = useState<'list' | 'touch' | 'paper'>('list');
  const [said, setSaid] = useState<Became | null>(null);
  const [busy, setBusy] = useState(false);
  const rows = known?.ways ?? [];
  const stays = lacksSecondWay(known) && rows.every(({ madeAt }) => now - madeAt < NEW);
  const papers = rows.filter(({ kind }) => kind === 'passphrase').length;

  const added = async () => {
    setPage('list');
    setSaid({ tone: 'calm', words: text('ways.added') });
    await reload();
  };
  const remove = async (id: string) => {
    if (busy) return;
    setBusy(true);
    const credential = rows.find((way) => way.id === id)?.credential;
    const removed = await api.removeWay(id);
    if (removed.ok && credential) await forgetPasskey(credential);
    await reload();
    setSaid(
      removed.ok
        ? { tone: 'calm', words: text('ways.removed') }
        : {
            tone: 'error',
            words: removed.code === 'conflict' ? text('ways.last') : faultText(removed, text),
          },
    );
    setBusy(false);
  };
  const open = (next: 'touch' | 'paper') => {
    setSaid(null);
    setPage(next);
  };
  const form = { api, session, onAdded: () => void added(), onBack: () => setPage('list') };

  return (
    <Dialog title={text('ways.title')} stays={stays} onClose={onClose}>
      <BecameNotice became={said} />
      {!known && fault && <Notice>{faultText(fault, text)}</Notice>}
      {known && page === 'touch' && <PasskeyForm {...form} known={known} />}
      {known && page === 'paper' && <PassphraseForm {...form} known={known} />}
      {known && page === 'list' && (
        <>
          {rows.length < WANTED_WAYS && <p>{text('ways.lead')}</p>}
          <ul class="ways">
            {rows.map((way) => (
              <WayRow
                key={way.id}
                way={way}
                here={way.id === session.wayIn}
                last={rows.length === 1}
                current={way.newestKey === null || way.newestKey === session.keyIds[0]}
                busy={busy}
                onRemove={() => void remove(way.id)}
              />
            ))}
          </ul>
          <CloseRow onClose={stays ? null : onClose}>
            {rows.length < MOST_WAYS && (
              <button class="primary" type="button" data-action="add-touch" onClick={() => open('touch')}>
                {text('ways.addTouch')}
              </button>
            )}
            {papers < MOST_PASSPHRASES && rows.length < MOST_WAYS && (
              <button class="quiet" type="button" data-action="add-paper" onClick={() => open('paper')}>
                {text('ways.addPaper')}
              </button>
            )}
          </CloseRow>
        </>
      )}
    </Dialog>
  );
}
