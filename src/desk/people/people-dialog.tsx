import type { CentrePublicKey } from '../../protocol/wire/centre-key.ts';
import type { Api } from '../api/client.ts';
import { useTeamApi } from '../audit/use-team-api.ts';
import type { Session } from '../door/session.ts';
import { CloseRow } from '../parts/close-row.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { InviteLine } from './invite-line.tsx';
import { NewCode } from './new-code.tsx';
import { PersonLine } from './person-line.tsx';
import { countReaders, FEWEST_READERS } from './readers.ts';
import { usePeople } from './use-people.ts';

type Props = {
  api: Api;
  session: Session;
  /** The keys that the page says the centre has, newest first. */
  centreKeys: readonly CentrePublicKey[];
  onClose: () => void;
};

/** Who can read, since when and by how many ways; who is invited, and lets them in; for administrators, all else about it. */
export function PeopleDialog({ api: plain, session, centreKeys, onClose }: Props) {
  const api = useTeamApi(plain, session.member.id);
  const { text } = useWords();
  const { known, fault, code, busy, act } = usePeople(api, session.vault);
  const chief = session.role === 'administrator';
  const me = known?.people.find(({ id }) => id === session.member.id);
  const readers = known ? countReaders(known.people) : FEWEST_READERS;
  // Who lets somebody in hands on what they have: it must be all that the centre has.
  const whole = centreKeys.every(({ keyId }) => session.keyIds.includes(keyId));
  const said = () => {
    if (!fault) return null;
    if (fault.code === 'last_administrator') return text('people.last');
    return fault.code === 'changed' ? text('people.changed') : faultText(fault, text);
  };
  return (
    <Dialog title={text('people.title')} onClose={onClose}>
      {readers < FEWEST_READERS && <Notice>{text('people.few')}</Notice>}
      {said() && (
        <Notice focus key={fault?.code}>
          {said()}
        </Notice>
      )}
      {code && <NewCode code={code} />}
      {!known && !fault && (
        <p class="busy" role="status">
          {text('people.loading')}
        </p>
      )}
      {known && known.invites.length > 0 && (
        <section aria-labelledby="people-invites">
          <h3 id="people-invites">{text('people.invites')}</h3>
          <ul class="people">
            {known.invites.map((invite) => (
              <InviteLine
                key={invite.id}
                invite={invite}
                vault={session.vault}
                chief={chief}
                whole={whole}
                busy={busy}
                act={act}
              />
            ))}
          </ul>
        </section>
      )}
      {known && (
        <ul class="people">
          {known.people.map((person) => (
            <PersonLine
              key={person.id}
              {...{ person, chief, busy, act }}
              me={person.id === session.member.id}
            />
          ))}
        </ul>
      )}
      <CloseRow onClose={onClose}>
        {chief && (
          <>
            <button
              class="primary"
              type="button"
              data-action="invite"
              aria-disabled={busy}
              onClick={() => void act({ act: 'invite', role: 'member', for: null })}
            >
              {text('people.invite')}
            </button>
            <button
              class="quiet"
              type="button"
              aria-disabled={busy}
              onClick={() => void act({ act: 'invite', role: 'administrator', for: null })}
            >
              {text('people.inviteAdministrator')}
            </button>
          </>
        )}
        {me && me.sessions > 1 && (
          <button class="quiet" type="button" onClick={() => void act({ act: 'end-others' })}>
            {text('people.endOthers')}
          </button>
        )}
      </CloseRow>
    </Dialog>
  );
}
