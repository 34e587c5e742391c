import { useEffect, useState } from 'preact/hooks';
import { localeOf } from '../../i18n/languages.ts';
import type { InviteRow } from '../../protocol/wire/api/people.ts';
import { WordList } from '../door/word-list.tsx';
import { Notice } from '../parts/notice.tsx';
import type { VaultClient } from '../vault/client.ts';
import { useWords } from '../words/words.ts';
import type { MemberAct } from './member-act.ts';

type Props = {
  invite: InviteRow;
  vault: VaultClient;
  chief: boolean;
  /** Whether the vault of this member has every key of the centre. */
  whole: boolean;
  busy: boolean;
  act: (act: MemberAct) => Promise<boolean>;
};

/** An invitation: for whom and until when; once it is opened, the words to compare and what lets them in. */
export function InviteLine({ invite, vault, chief, whole, busy, act }: Props) {
  const { text, language } = useWords();
  const { id, opened, role } = invite;
  const [words, setWords] = useState<readonly string[]>([]);
  const boxKey = opened?.boxKey ?? null;
  useEffect(() => {
    setWords([]);
    if (boxKey === null) return;
    void vault.words({ invite: id, boxKey }).then((made) => setWords(made.ok ? made.words : []));
  }, [vault, id, boxKey]);

  const until = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  }).format(invite.expiresAt * 1000);
  const waits = opened && !invite.letIn;
  return (
    <li class="person" data-invite={opened ? 'opened' : 'closed'}>
      <p class="person-name">
        {invite.for
          ? text('people.forMember', { name: invite.for.name })
          : text(role === 'administrator' ? 'people.forAdministrator' : 'people.forNew')}
      </p>
      <p class="hint">
        {text('people.until', { time: until })}
        {invite.by && ` ${text('people.by', { name: invite.by.name })}`}
      </p>
      {!opened && <p>{text('people.notOpened')}</p>}
      {invite.seen > 0 && <Notice>{text('people.seen', { count: invite.seen })}</Notice>}
      {waits && (
        <>
          <p>{text('people.waits', { name: opened.name })}</p>
          <WordList words={words} />
          <p>{text('people.differ')}</p>
          {whole ? (
            <button
              class="primary"
              type="button"
              data-action="let-in"
              aria-disabled={busy || words.length === 0}
              onClick={() => {
                if (!busy && words.length > 0)
                  void act({ act: 'let-in', invite: id, boxKey: opened.boxKey, name: opened.name });
              }}
            >
              {text('people.letIn')}
            </button>
          ) : (
            <Notice>{text('people.notWhole')}</Notice>
          )}
        </>
      )}
      {opened && invite.letIn && <p role="status">{text('people.letInDone', { name: opened.name })}</p>}
      {chief && (
        <button class="small" type="button" onClick={() => void act({ act: 'withdraw', invite: id })}>
          {text('people.withdraw')}
        </button>
      )}
    </li>
  );
}
