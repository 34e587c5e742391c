import { useEffect } from 'preact/hooks';
import type { CentrePublicKey } from '../../protocol/wire/centre-key.ts';
import type { HeardBell } from '../bell/use-bell.ts';
import type { Session } from '../door/session.ts';
import type { DraftKeeper } from '../drafts/draft-keeper.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { CaseList } from '../inbox/use-cases.ts';
import { useLostDevice } from '../ringing/use-lost-device.ts';
import type { Alert } from './alerts.tsx';
import { sessionState } from './session-end.ts';
import { useConnection } from './use-connection.ts';

type Props = {
  session: Session;
  /** The keys that the page says the centre has, newest first. */
  centreKeys: readonly CentrePublicKey[];
  list: CaseList;
  /** How the bell stands, null before it was known. */
  bell: HeardBell | null;
  refresh: () => unknown;
  /** Called when the session is over by its own time. */
  ended: () => void;
  /** Whether the worker said that it is over. */
  over: boolean;
  /** Whether the desk is about to lock, and whether Back was pressed in the list. */
  warning: boolean;
  leaving: boolean;
  drafts: Drafts | null;
  keeper: DraftKeeper;
  openId: string | null;
  /** Unix seconds by the worker's clock. */
  now: number;
};

/** What stands at the top of every view, the most pressing first. */
export function useAlerts(props: Props): Alert[] {
  const { session, list, bell, refresh, ended, warning, leaving, drafts, keeper, openId, now } = props;
  const fault = useConnection(list.fault, refresh);
  const state = sessionState(session.expiresAt, now);
  useEffect(() => {
    if (state === 'over') ended();
  }, [state, ended]);

  const lost = useLostDevice();
  const alerts: Alert[] = [];
  if (warning) alerts.push({ kind: 'locking' });
  if (leaving) alerts.push({ kind: 'leaving' });
  if (props.over || state === 'over') alerts.push({ kind: 'over' });
  else if (state === 'ending') alerts.push({ kind: 'ending', at: session.expiresAt });
  if (fault && fault.code !== 'unauthorized') alerts.push({ kind: 'fault', fault, since: list.loadedAt });
  if (bell?.fault) alerts.push({ kind: 'bell', fault: bell.fault });
  if (lost) alerts.push({ kind: 'lost' });
  const answered = bell?.ringing?.answered;
  if (answered) alerts.push({ kind: 'answered', name: answered.member.name, at: answered.at });
  const lacking = props.centreKeys.find(({ keyId }) => !session.keyIds.includes(keyId));
  if (lacking) alerts.push({ kind: 'keyless', fingerprint: lacking.fingerprint });
  const listed = new Set(list.cases.map(({ row }) => row.id));
  // What was begun before, on another device too, is found again where somebody looks for nothing.
  const begun = drafts?.unopened().filter((thread) => listed.has(thread)) ?? [];
  const unsent = [...(drafts?.tried() ?? []), ...begun].find((thread) => thread !== openId);
  if (unsent !== undefined) alerts.push({ kind: 'unsent', thread: unsent });
  const orphan = drafts?.unopened().find((thread) => !listed.has(thread));
  const whole = list.loadedAt !== null && list.pending === 0;
  if (orphan !== undefined && whole) alerts.push({ kind: 'orphan', thread: orphan });
  if (!keeper.safe()) alerts.push({ kind: 'unsafe' });
  return alerts;
}
