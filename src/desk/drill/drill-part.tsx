import { useCallback, useState } from 'preact/hooks';
import type { RingsBody } from '../../protocol/wire/api/bell.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { clock, dayAndClock } from '../clock/brussels-time.ts';
import { useAgain } from '../clock/use-again.ts';
import type { CaseList } from '../inbox/use-cases.ts';
import { Notice } from '../parts/notice.tsx';
import type { VaultClient } from '../vault/client.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { beginDrill, endDrill } from './drills.ts';

/** Milliseconds from one look at what rang to the next. */
const LOOK = 2000;

/** Since when to ask what rang where no drill is known: nothing did, but how the last one went is told. */
const NEVER = 9_999_999_999;

type Rang = Pick<RingsBody, 'rings' | 'others'>;
const NOTHING: Rang = { rings: [], others: [] };

type Props = {
  api: Api;
  vault: VaultClient;
  /** The drills that run, when the last one came, and how far the list has come. */
  list: Pick<CaseList, 'drills' | 'drilledAt' | 'cursor'>;
  /** By the worker's clock, Unix seconds. */
  now: number;
  /** Asks what changed. */
  refresh: () => Promise<unknown>;
};

/** The trial of the whole alarm: begun and ended here, and what it brought about, by way and member. */
export function DrillPart({ api, vault, list, now, refresh }: Props) {
  const { text, language } = useWords();
  const [since, setSince] = useState<number | null>(null);
  const [rang, setRang] = useState(NOTHING);
  const [last, setLast] = useState<RingsBody['last']>();
  const [fault, setFault] = useState<DeskFault | null>(null);
  const [busy, setBusy] = useState(false);
  const [live] = list.drills;
  const from = live?.at ?? since;
  const runs = live !== undefined;

  // Once more when it is over, and then no more: what it rang for is gone.
  const look = useCallback(
    async (left: () => boolean) => {
      const answer = await api.rings(from ?? NEVER);
      if (!left() && answer.ok) {
        setRang(answer.value);
        setLast(answer.value.last);
      }
      return runs;
    },
    [api, from, runs],
  );
  useAgain(look, LOOK);

  const once = async (what: () => Promise<DeskFault | null>) => {
    if (busy) return;
    setBusy(true);
    setFault(await what());
    await refresh();
    setBusy(false);
  };
  const begin = () =>
    once(async () => {
      const at = Math.floor(now);
      const failed = await beginDrill(api, vault, at);
      if (!failed) {
        setRang(NOTHING);
        setSince(at);
      }
      return failed;
    });
  const end = () =>
    once(async () => {
      if (!live) return null;
      setSince(live.at);
      return endDrill(api, live, list.cursor);
    });

  const when = (at: number) => ({ time: dayAndClock(at, now, language) });
  const before = list.drilledAt === null ? text('drill.never') : text('drill.last', when(list.drilledAt));
  // One that came later and that nobody ended was not measured.
  const shown = last && last.endedAt >= (list.drilledAt ?? 0) ? last : undefined;

  return (
    <section aria-labelledby="drill-title" data-drill={live ? 'runs' : 'rests'}>
      <h3 id="drill-title">{text('drill.title')}</h3>
      <p class="hint">{text('drill.lead')}</p>
      {fault && <Notice focus>{faultText(fault, text)}</Notice>}
      <p role="status">
        {live && text('drill.runs', { time: clock(live.at) })}
        {!live && since !== null && text('drill.over')}
        {!live &&
          since === null &&
          (shown ? text(shown.well ? 'drill.well' : 'drill.unwell', when(shown.from)) : before)}
      </p>
      {from !== null && <Rings {...(last?.from === from ? last : rang)} from={from} />}
      {from === null && shown && <Rings {...shown} />}
      <button
        class={live ? 'primary' : 'quiet'}
        type="button"
        data-action={live ? 'drill-end' : 'drill'}
        aria-disabled={busy}
        onClick={() => void (live ? end() : begin())}
      >
        {text(live ? 'drill.end' : 'drill.begin')}
      </button>
    </section>
  );
}

/** Whom a drill has rung, by what, and after how many seconds each thing happened; then what is no member's. */
function Rings({ rings, others, from }: Rang & { from: number }) {
  const { text } = useWords();
  const after = (at: number) => ({ count: Math.max(0, at - from) });
  return (
    <>
      {rings.length === 0 && <p class="missing">{text('drill.nobody')}</p>}
      <ul class="ways">
        {rings.map(({ member, channel, rungAt, arrivedAt, answeredAt }) => (
          <li key={`${member.id} ${channel} ${rungAt}`} data-rang={channel}>
            <h4 translate={false}>{member.name}</h4>
            <p>
              {[
                text(`drill.${channel}`, after(rungAt)),
                ...(arrivedAt === undefined ? [] : [text('drill.arrived', after(arrivedAt))]),
                answeredAt === undefined
                  ? text('drill.unanswered')
                  : text('drill.answered', after(answeredAt)),
              ].join(' · ')}
            </p>
          </li>
        ))}
        {others.map(({ channel, rungAt, tookAt }) => (
          <li key={channel} data-rang={channel}>
            <h4>{text(`drill.${channel}`)}</h4>
            <p>
              {text('drill.sent', after(rungAt))} ·{' '}
              {tookAt === undefined
                ? text('drill.failed')
                : text(channel === 'mail' ? 'drill.tookMail' : 'drill.tookWebhook', after(tookAt))}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
