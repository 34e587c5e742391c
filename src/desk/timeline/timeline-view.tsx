import { partnerName } from '../../handoff/partner-name.ts';
import { callText } from '../calls/call-words.ts';
import { CaseLink } from '../case/case-link.tsx';
import { dayAndClock, namedTime } from '../clock/brussels-time.ts';
import { Typed } from '../parts/typed.tsx';
import { Message } from '../thread/message.tsx';
import { openingFaultText } from '../words/fault-text.ts';
import { useWords, type Words } from '../words/words.ts';
import type { Act, Happened } from './timeline.ts';

/** What a member changed, without their name: `took this`. */
function actText(act: Act, now: number, { text, language }: Words): string {
  switch (act.kind) {
    case 'given':
      return text('acted.given', { name: act.to });
    case 'closed':
      return [text('acted.closed'), text(`outcome.${act.outcome}`), act.reason].filter(Boolean).join(': ');
    case 'next':
      return text('acted.next', { time: namedTime(act.next.at, now, language), what: act.next.what });
    case 'waiting':
      return text('acted.waiting', { what: act.what });
    case 'urgency':
      return [text('acted.urgency', { urgency: text(`urgency.${act.urgency}`) }), act.reason]
        .filter(Boolean)
        .join(': ');
    default:
      return text(`acted.${act.kind}`);
  }
}

type Props = { happened: Exclude<Happened, { kind: 'message' }>; now: number };

/** What the desk kept: a note, a call, or what somebody did with the case. The person sees none of it. */
function Kept({ happened, now }: Props) {
  const words = useWords();
  const { text } = words;
  const { at, by } = happened;
  const time = dayAndClock(at, now, words.language);
  const name = <b translate={false}>{by?.name ?? text('changed.someone')}</b>;
  switch (happened.kind) {
    case 'acts':
      return (
        <p class="happened-line" data-happened="acts">
          {time} {name}{' '}
          <span dir="auto">
            {happened.acts.map((act, index) => (
              <>
                {index > 0 && ' · '}
                {actText(act, now, words)}
                {'id' in act && (
                  <>
                    {' '}
                    <CaseLink id={act.id} />
                  </>
                )}
              </>
            ))}
          </span>
        </p>
      );
    case 'call':
      return (
        <div class="message message-own" data-happened="call">
          <p class="message-top">
            {name} · {time}
            <span class="only-us">{text('timeline.onlyUs')}</span>
          </p>
          {happened.call.reason && (
            <p>
              {text('timeline.why')} <Typed value="call-reason">{happened.call.reason}</Typed>
            </p>
          )}
          <p>
            <strong data-value="call-outcome">{callText(happened.call, text)}</strong>
          </p>
          {happened.call.text && (
            <Typed long value="call-text">
              {happened.call.text}
            </Typed>
          )}
        </div>
      );
    case 'note':
      return (
        <div class="message message-own" data-happened="note">
          <p class="message-top">
            {name} · {time}
            <span class="only-us">{text('timeline.onlyUs')}</span>
          </p>
          <Typed long value="note">
            {happened.text}
          </Typed>
        </div>
      );
    case 'passed': {
      const { stage, to } = happened;
      const centre = to ? partnerName(to, text) : text('passOn.unreadable');
      return (
        <p class="happened-line" data-happened="passed" data-stage={stage}>
          {time} {by && name} {text(`passOn.became.${stage}`, { name: centre })}
        </p>
      );
    }
    case 'unopened':
      return (
        <p class="warning" data-happened="unopened">
          {time} {`${text('row.unopened')}. ${openingFaultText(happened.code, text)}`}
        </p>
      );
  }
}

type ListProps = {
  happened: readonly Happened[];
  /** When it all began. */
  receivedAt: number;
  now: number;
  me: string;
  /** The ids of what came while the case was open. */
  fresh: ReadonlySet<string>;
};

/** All that happened in a case, oldest first. */
export function TimelineView({ happened, receivedAt, now, me, fresh }: ListProps) {
  const { text, language } = useWords();
  return (
    <ol class="messages">
      <li>
        <p class="happened-line" data-happened="arrived">
          {dayAndClock(receivedAt, now, language)} <b>{text('timeline.arrived')}</b>
        </p>
      </li>
      {happened.map((one) => (
        <li key={one.id}>
          {one.kind === 'message' ? (
            <Message
              message={one.message}
              now={now}
              fresh={fresh.has(one.id) && one.message.row.member?.id !== me}
            />
          ) : (
            <Kept happened={one} now={now} />
          )}
        </li>
      ))}
    </ol>
  );
}
