import { useCallback, useState } from 'preact/hooks';
import type { MemberRing } from '../../protocol/wire/api/bell.ts';
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
  const [rings, setRings] = useState<readonly MemberRing[]>([]);
  const [fault, setFault] = useState<DeskFault | null>(null);
  const [busy, setBusy] = useState(false);
  const [live] = list.drills;
  const from = live?.at ?? since;
  const runs = live !== undefined;

  // Once more when it is over, and then no more: what it rang for is gone.
  const look = useCallback(
    async (left: () => boolean) => {
      if (from === null) return false;
      const answer = await api.rings(from);
      if (!left() && answer.ok) setRings(answer.value.rings);
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
        setRings([]);
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
          (list.drilledAt === null
            ? text('drill.never')
            : text('drill.last', { time: dayAndClock(list.drilledAt, now, language) }))}
      </p>
      {from !== null && <Rings rings={rings} from={from} />}
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

/** Whom a drill has rung, by what, and after how many seconds each thing happened. */
function Rings({ rings, from }: { rings: readonly MemberRing[]; from: number }) {
  const { text } = useWords();
  if (rings.length === 0) return <p class="missing">{text('drill.nobody')}</p>;
  const after = (at: number) => Math.max(0, at - from);
  return (
    <ul class="ways">
      {rings.map(({ member, channel, rungAt, arrivedAt, answeredAt }) => (
        <li key={`${member.id} ${channel} ${rungAt}`} data-rang={channel}>
          <h4 translate={false}>{member.name}</h4>
          <p>
            {[
              text(`drill.${channel}`, { count: after(rungAt) }),
              ...(arrivedAt === undefined ? [] : [text('drill.arrived', { count: after(arrivedAt) })]),
              answeredAt === undefined
                ? text('drill.unanswered')
                : text('drill.answered', { count: after(answeredAt) }),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
