import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { BellWay, BellWaysBody, PutWay } from '../../protocol/wire/api/bell-ways.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import { useTeamApi } from '../audit/use-team-api.ts';
import type { Session } from '../door/session.ts';
import { DrillPart } from '../drill/drill-part.tsx';
import { CloseRow } from '../parts/close-row.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { DevicePart } from './device-part.tsx';
import { NumberForm } from './number-form.tsx';
import { type Device, thisDevice } from './this-device.ts';
import { useTrial } from './use-trial.ts';
import { WayRow } from './way-row.tsx';

type Props = Omit<Parameters<typeof DrillPart>[0], 'vault'> & { session: Session; onClose: () => void };

/** How the member is rung: this device, other devices, a telephone; each is tried here, which proves that it rings. */
export function AlarmDialog({ api: plain, session, list, refresh, now, onClose }: Props) {
  const api = useTeamApi(plain, session.member.id);
  const { text } = useWords();
  const [known, setKnown] = useState<BellWaysBody | null>(null);
  const [device, setDevice] = useState<Device | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const here = useRef(true);

  const load = useCallback(async (): Promise<readonly BellWay[] | null> => {
    const [answer, own] = await Promise.all([api.bellWays(), thisDevice()]);
    if (!here.current) return null;
    if (!answer.ok) {
      setSaid(faultText(answer, text));
      return null;
    }
    setKnown(answer.value);
    setDevice(own);
    return answer.value.ways;
  }, [api, text]);
  useEffect(() => {
    here.current = true;
    void load();
    return () => {
      here.current = false;
    };
  }, [load]);
  const { trial, fault, start } = useTrial(api, load);

  const put = async (id: string, way: PutWay) => {
    setBusy(true);
    setSaid(null);
    const answer = await api.putBellWay(id, way);
    await load();
    setBusy(false);
    if (answer.ok) return true;
    const own = { changed: 'ring.full', conflict: 'ring.taken' } as const;
    setSaid(
      answer.code === 'changed' || answer.code === 'conflict'
        ? text(own[answer.code])
        : faultText(answer, text),
    );
    return false;
  };
  const remove = async (id: string) => {
    setSaid(null);
    const answer = await api.removeBellWay(id);
    if (!answer.ok) setSaid(faultText(answer, text));
    await load();
  };

  const others = known?.ways.filter(({ id }) => id !== device?.id) ?? [];
  const row = (way: BellWay) => (
    <WayRow
      key={way.id}
      way={way}
      name={text(`ring.way.${way.channel}`)}
      remove={text('ring.remove')}
      now={now}
      trial={trial?.way === way.id ? trial : null}
      onTry={() => void start(way.id)}
      onRemove={() => void remove(way.id)}
    />
  );
  return (
    <Dialog title={text('ring.title')} onClose={onClose}>
      <p class="hint">{text('ring.lead')}</p>
      {said && (
        <Notice focus key={said}>
          {said}
        </Notice>
      )}
      {fault && <Notice focus>{faultText(fault, text)}</Notice>}
      {known && (
        <>
          <h3>{text('ring.device')}</h3>
          <DevicePart
            known={known}
            device={device}
            now={now}
            trial={trial}
            onOn={(own) => put(own.id, { channel: 'push', address: own.address })}
            onTry={(id) => void start(id)}
            onOff={remove}
          />
          {others.filter(({ channel }) => channel === 'push').map(row)}
          <h3>{text('ring.phone')}</h3>
          {others.filter(({ channel }) => channel === 'call').map(row)}
          {known.calls ? (
            <NumberForm busy={busy} onAdd={(address) => void put(randomId(), { channel: 'call', address })} />
          ) : (
            <p class="missing">{text('ring.noCalls')}</p>
          )}
          <DrillPart {...{ api, list, refresh, now }} vault={session.vault} />
          <details>
            <summary>{text('ring.phoneSet')}</summary>
            <p>{text('ring.iphone')}</p>
            <p>{text('ring.android')}</p>
          </details>
          <details>
            <summary>{text('ring.tells')}</summary>
            <p>{text('ring.tellsPush')}</p>
            <p>{text('ring.tellsCall')}</p>
          </details>
        </>
      )}
      <CloseRow onClose={onClose} />
    </Dialog>
  );
}
