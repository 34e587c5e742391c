import type { DeskFault } from '../api/result.ts';
import type { HeardBell } from '../bell/use-bell.ts';
import { clock } from '../clock/brussels-time.ts';
import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';

/** What a member must see whatever they look at. Times in Unix seconds. */
export type Alert =
  /** Nobody has used the desk for long: it is about to lock. */
  | { kind: 'locking' }
  /** Back was pressed in the list. */
  | { kind: 'leaving' }
  /** The session ends soon, or is over. */
  | { kind: 'ending'; at: number }
  | { kind: 'over' }
  /** The list could not be fetched; it is as old as `since`, or never came. */
  | { kind: 'fault'; fault: DeskFault; since: number | null }
  /** The bell does not ring as it should. */
  | { kind: 'bell'; fault: NonNullable<HeardBell['fault']> }
  /** This device was switched on to ring, and does not any more. */
  | { kind: 'lost' }
  /** Somebody was rung and said that they will look. */
  | { kind: 'answered'; name: string; at: number }
  /** The site publishes a key that this member's vault lacks: what is sealed to it can't be read here. */
  | { kind: 'keyless'; fingerprint: string }
  /** An answer was tried and is not known to have arrived. */
  | { kind: 'unsent'; thread: string }
  /** An answer from before the desk was locked, of a thread that is no longer in the list. */
  | { kind: 'orphan'; thread: string }
  /** What is being written can't be kept in this browser. */
  | { kind: 'unsafe' };

type Props = {
  alerts: readonly Alert[];
  /** Whether something is written that was not sent, and whether it is kept over a lock. */
  writing: boolean;
  safe: boolean;
  onRenew: () => void;
  onOpen: (thread: string) => void;
  onDiscard: (thread: string) => void;
};

type Parts = Omit<Props, 'alerts'> & { alert: Alert };

/** What becomes of what is being written; nothing where nothing is. */
function Writing({ writing, safe }: Pick<Props, 'writing' | 'safe'>) {
  const { text } = useWords();
  if (!writing) return null;
  return <p>{text(safe ? 'alerts.kept' : 'alerts.notKept')}</p>;
}

function Body({ alert, writing, safe, onRenew, onOpen, onDiscard }: Parts) {
  const { text } = useWords();
  const kept = <Writing writing={writing} safe={safe} />;
  switch (alert.kind) {
    case 'locking':
      return (
        <>
          <p>{text('lock.soon')}</p>
          {kept}
          <button class="primary" type="button">
            {text('lock.stay')}
          </button>
        </>
      );
    case 'leaving':
      return (
        <>
          <p>{text('alerts.leaving')}</p>
          {kept}
        </>
      );
    case 'ending':
    case 'over':
      return (
        <>
          <p>
            {alert.kind === 'over' ? text('alerts.over') : text('alerts.ending', { time: clock(alert.at) })}
          </p>
          {kept}
          <button class="primary" type="button" onClick={onRenew}>
            {text('alerts.renew')}
          </button>
        </>
      );
    case 'fault':
      return (
        <p>
          {faultText(alert.fault, text)}
          {alert.since !== null && ` ${text('list.stale', { time: clock(alert.since) })}`}
        </p>
      );
    case 'bell':
      return <p>{text(`bell.${alert.fault}`)}</p>;
    case 'lost':
      return <p>{text('ring.lost')}</p>;
    case 'answered':
      return <p>{text('bell.answered', { name: alert.name, time: clock(alert.at) })}</p>;
    case 'keyless':
      return <p>{text('alerts.keyless', { fingerprint: alert.fingerprint })}</p>;
    case 'unsent':
      return (
        <>
          <p>{text('alerts.unsent')}</p>
          <button class="quiet" type="button" onClick={() => onOpen(alert.thread)}>
            {text('alerts.open')}
          </button>
        </>
      );
    case 'orphan':
      return (
        <>
          <p>{text('alerts.orphan')}</p>
          <button class="quiet" type="button" onClick={() => onDiscard(alert.thread)}>
            {text('alerts.discard')}
          </button>
        </>
      );
    case 'unsafe':
      return <p>{text('alerts.notKept')}</p>;
  }
}

/** What is read out at once, and what may wait for a pause. */
const URGENT: readonly Alert['kind'][] = ['locking', 'over', 'fault', 'bell', 'lost', 'keyless'];

/** The messages at the top of every view of the desk. They take room of their own and lie over nothing. */
export function Alerts({ alerts, ...rest }: Props) {
  if (alerts.length === 0) return null;
  return (
    <div class="alerts" data-alerts>
      {alerts.map((alert) => (
        <Notice key={alert.kind} tone={URGENT.includes(alert.kind) ? 'error' : 'calm'}>
          <Body alert={alert} {...rest} />
        </Notice>
      ))}
    </div>
  );
}
