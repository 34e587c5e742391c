import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeyHolder } from '../../protocol/wire/api/keys.ts';
import type { CentrePublicKey } from '../../protocol/wire/centre-key.ts';
import { NextKeyFile } from '../../protocol/wire/next-key.ts';
import type { Api } from '../api/client.ts';
import { useTeamApi } from '../audit/use-team-api.ts';
import type { Session } from '../door/session.ts';
import { type Became, BecameNotice } from '../parts/became-notice.tsx';
import { CloseRow } from '../parts/close-row.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { save } from '../parts/save.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { followed, isVouchedBy } from './holders.ts';

type Props = {
  api: Api;
  session: Session;
  /** The keys that the page says the centre has, newest first. */
  centreKeys: readonly CentrePublicKey[];
  /** By the worker's clock, Unix seconds. */
  now: number;
  onClose: () => void;
};

/** What is done at the desk when the centre's key is replaced, and whose vaults have followed. */
export function KeyChangeDialog({ api: plain, session, centreKeys, now, onClose }: Props) {
  const api = useTeamApi(plain, session.member.id);
  const { text } = useWords();
  const [holders, setHolders] = useState<readonly KeyHolder[] | null>(null);
  const [said, setSaid] = useState<Became | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const newest = centreKeys[0];

  const load = async () => {
    const answer = await api.keys();
    if (answer.ok) setHolders(answer.value.holders);
    else setSaid({ tone: 'error', words: faultText(answer, text) });
  };
  useEffect(() => void load(), [api]);
  if (!newest) return null;

  const fail = (words: string) => setSaid({ tone: 'error', words });
  const ready = (holders ?? []).filter((holder) => isVouchedBy(holder, newest.keyId));
  const saveList = async () => {
    const members = ready.map(({ id, name, boxKey, vouch }) => ({
      ...{ id, name, boxKey },
      vouch: vouch?.signature ?? '',
    }));
    const signed = await session.vault.memberList({ at: Math.floor(now), members });
    if (!signed.ok) return fail(text('keyChange.unsigned'));
    save('pag-asa-members.json', 'application/json', JSON.stringify(signed.file, null, 2));
  };
  const bring = async (file: File | undefined) => {
    if (!file) return;
    const read = await file
      .text()
      .then((content) => NextKeyFile.safeParse(JSON.parse(content)))
      .catch(() => null);
    if (!read?.success) return fail(text('keyChange.noFile'));
    const brought = await api.bringNextKey(read.data);
    if (!brought.ok) return fail(faultText(brought, text));
    setSaid({ tone: 'calm', words: text('keyChange.brought', { count: brought.value.brought }) });
    await load();
  };

  return (
    <Dialog title={text('keyChange.title')} onClose={onClose}>
      <p>{text('keyChange.newest', { fingerprint: newest.fingerprint })}</p>
      <BecameNotice became={said} />
      <ul class="ways">
        {holders?.map((holder) => {
          const { has, of, waiting } = followed(holder, newest.keyId);
          return (
            <li key={holder.id} data-followed={has === of}>
              <h3 translate={false}>{holder.name}</h3>
              <p>
                {has === of ? text('keyChange.all', { count: of }) : text('keyChange.some', { has, of })}
                {has < of && ` ${text(waiting ? 'keyChange.waits' : 'keyChange.lacks')}`}
              </p>
              {!isVouchedBy(holder, newest.keyId) && <p class="hint">{text('keyChange.unvouched')}</p>}
            </li>
          );
        })}
      </ul>
      {session.role === 'administrator' && (
        <>
          <p class="hint">{text('keyChange.how')}</p>
          <div class="buttons">
            <button
              class="primary"
              type="button"
              aria-disabled={ready.length === 0}
              onClick={() => void saveList()}
            >
              {text('keyChange.list')}
            </button>
            <button class="quiet" type="button" onClick={() => picker.current?.click()}>
              {text('keyChange.bring')}
            </button>
            <input
              type="file"
              hidden
              accept=".json,application/json"
              data-field="next-key"
              ref={picker}
              onChange={(event) => void bring(event.currentTarget.files?.[0])}
            />
          </div>
        </>
      )}
      <CloseRow onClose={onClose} />
    </Dialog>
  );
}
