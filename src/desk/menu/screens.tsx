import type { ComponentType } from 'preact';
import type { CentrePublicKey } from '../../protocol/wire/centre-key.ts';
import type { Api } from '../api/client.ts';
import type { Session } from '../door/session.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { Duty } from '../duty/use-duty.ts';
import type { Case } from '../inbox/cases.ts';
import type { CaseList } from '../inbox/use-cases.ts';
import { KeysDialog } from '../keyboard/keys-dialog.tsx';
import { laterDialog } from '../later/later-dialog.tsx';
import type { Shift } from '../shift/use-shift.ts';
import type { Ways } from '../ways/use-ways.ts';

/** What a screen over the desk is given. */
export type ScreenProps = {
  api: Api;
  session: Session;
  /** The keys that the page says the centre has, newest first. */
  centreKeys: readonly CentrePublicKey[];
  /** By the worker's clock, Unix seconds. */
  now: number;
  /** What is being written. */
  drafts: Drafts | null;
  shift: Shift;
  duty: Duty;
  /** The list, and what asks what changed in it. */
  list: CaseList;
  refresh: () => Promise<unknown>;
  /** The open cases, in the order of the list, and what members call each. */
  cases: readonly Case[];
  names: ReadonlyMap<string, string>;
  /** The member's own ways in. */
  ways: Ways;
  /** Whether single letters do something, and how to change that. */
  letters: boolean;
  onLetters: (on: boolean) => void;
  /** Opens another in its place. */
  show: (screen: ScreenName) => void;
  onClose: () => void;
};

const Alarm = laterDialog(() => import('../ringing/alarm-dialog.tsx').then((file) => file.AlarmDialog));
const DutyTable = laterDialog(() => import('../duty/duty-dialog.tsx').then((file) => file.DutyDialog));
const Audit = laterDialog(() => import('../audit/audit-dialog.tsx').then((file) => file.AuditDialog));
const Count = laterDialog(() => import('../figures/count-dialog.tsx').then((file) => file.CountDialog));
const Figures = laterDialog(() => import('../figures/figures-dialog.tsx').then((file) => file.FiguresDialog));
const HandOver = laterDialog(() =>
  import('../shift/hand-over-dialog.tsx').then((file) => file.HandOverDialog),
);
const People = laterDialog(() => import('../people/people-dialog.tsx').then((file) => file.PeopleDialog));
const Playbooks = laterDialog(() =>
  import('../playbooks/playbooks-dialog.tsx').then((file) => file.PlaybooksDialog),
);
const Retention = laterDialog(() =>
  import('../retention/retention-dialog.tsx').then((file) => file.RetentionDialog),
);
const Saved = laterDialog(() => import('../saved/saved-dialog.tsx').then((file) => file.SavedDialog));
const KeyChange = laterDialog(() =>
  import('../key-change/key-change-dialog.tsx').then((file) => file.KeyChangeDialog),
);
const WaysIn = laterDialog(() => import('../ways/ways-dialog.tsx').then((file) => file.WaysDialog));

/** The screens that are opened over the desk, from its menu or by a key. Their code comes when they are opened. */
const SCREENS = {
  alarm: ({ api, session, list, refresh, now, onClose }: ScreenProps) => (
    <Alarm {...{ api, session, list, refresh, now, onClose }} />
  ),
  duty: ({ api, session, now, duty, show, onClose }: ScreenProps) => (
    <DutyTable {...{ api, now, duty, onClose }} me={session.member} onAlarm={() => show('alarm')} />
  ),
  audit: ({ api, session, now, names, onClose }: ScreenProps) => (
    <Audit {...{ api, vault: session.vault, now, names, onClose }} />
  ),
  count: ({ api, session, now, show, onClose }: ScreenProps) => (
    <Count {...{ api, vault: session.vault, now, onClose }} onFigures={() => show('figures')} />
  ),
  figures: ({ api, session, now, show, onClose }: ScreenProps) => (
    <Figures {...{ api, vault: session.vault, now, onClose }} onRetention={() => show('retention')} />
  ),
  'hand-over': ({ api, session, now, shift, cases, names, onClose }: ScreenProps) => (
    <HandOver {...{ api, shift, cases, names, now, onClose }} me={session.member.id} />
  ),
  keys: ({ letters, onLetters, onClose }: ScreenProps) => <KeysDialog {...{ letters, onLetters, onClose }} />,
  people: ({ api, session, centreKeys, onClose }: ScreenProps) => (
    <People {...{ api, session, centreKeys, onClose }} />
  ),
  playbooks: ({ onClose }: ScreenProps) => <Playbooks onClose={onClose} />,
  retention: ({ api, onClose }: ScreenProps) => <Retention api={api} onClose={onClose} />,
  saved: ({ api, session, drafts, onClose }: ScreenProps) =>
    drafts && <Saved {...{ api, session, onClose }} draft={drafts.saved} />,
  'key-change': ({ api, session, centreKeys, now, onClose }: ScreenProps) => (
    <KeyChange {...{ api, session, centreKeys, now, onClose }} />
  ),
  ways: ({ api, session, ways, now, onClose }: ScreenProps) => (
    <WaysIn {...{ api, session, ways, now, onClose }} />
  ),
} satisfies Record<string, ComponentType<ScreenProps>>;

/** What such a screen is called. */
export type ScreenName = keyof typeof SCREENS;

/** The screen that is open over the desk; nothing where none is. */
export function OpenScreen({ screen, ...props }: ScreenProps & { screen: ScreenName | null }) {
  if (screen === null) return null;
  const Screen = SCREENS[screen];
  return <Screen {...props} />;
}
