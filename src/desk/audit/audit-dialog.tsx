import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { dayAndClock } from '../clock/brussels-time.ts';
import { dayText } from '../clock/day-text.ts';
import { CloseRow } from '../parts/close-row.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import type { VaultClient } from '../vault/client.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { type Audit, type AuditFault, type AuditLine, loadAudit, loadLines } from './load-audit.ts';

type Props = {
  api: Api;
  vault: VaultClient;
  now: number;
  /** What members call the open cases. */
  names: ReadonlyMap<string, string>;
  onClose: () => void;
};

/** What is known so far: the trails, the lines that were fetched, and from where on there are earlier ones. */
type Known = { audit: Audit; lines: AuditLine[]; next: number | undefined; faults: AuditFault[] };

/** What members did, and whether it is whole. */
export function AuditDialog({ api, vault, now, names, onClose }: Props) {
  const { text } = useWords();
  const [known, setKnown] = useState<Known | null>(null);
  const [members, setMembers] = useState<ReadonlyMap<string, string>>(new Map());
  const [fault, setFault] = useState<DeskFault | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let wanted = true;
    const load = async () => {
      // Also who is suspended or has left: what they did is looked for then.
      const [team, loaded] = await Promise.all([api.people(), loadAudit(api, vault)]);
      if (!loaded.ok) return wanted && setFault(loaded.fault);
      const { audit } = loaded;
      const first = await loadLines(api, vault, audit);
      if (!wanted) return;
      if (team.ok) setMembers(new Map(team.value.people.map(({ id, name }) => [id, name])));
      if (!first.ok) return setFault(first.fault);
      setKnown({ audit, lines: first.lines, next: first.next, faults: first.faults });
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [api, vault]);

  const earlier = async () => {
    if (!known || busy) return;
    setBusy(true);
    setFault(null);
    const more = await loadLines(api, vault, known.audit, known.next);
    setBusy(false);
    if (!more.ok) return setFault(more.fault);
    const lines = [...known.lines, ...more.lines];
    setKnown({ ...known, lines, next: more.next, faults: [...known.faults, ...more.faults] });
  };

  const nameOf = (member: string | null) => members.get(member ?? '') ?? text('audit.someone');
  return (
    <Dialog title={text('audit.title')} onClose={onClose}>
      {fault && <Notice focus>{faultText(fault, text)}</Notice>}
      {!known && !fault && (
        <p class="busy" role="status">
          {text('audit.loading')}
        </p>
      )}
      {known && (
        <>
          <Verdict audit={known.audit} faults={[...known.audit.faults, ...known.faults]} nameOf={nameOf} />
          <ol class="audit-lines">
            {known.lines.map((line) => (
              <Line key={line.n} {...{ line, now, names, nameOf }} />
            ))}
          </ol>
          <details>
            <summary>{text('audit.proves')}</summary>
            <p>{text('audit.can')}</p>
            <p>{text('audit.cannot')}</p>
          </details>
        </>
      )}
      <CloseRow onClose={onClose}>
        {known?.next !== undefined && (
          <button class="quiet" type="button" aria-disabled={busy} onClick={() => void earlier()}>
            {text('audit.earlier')}
          </button>
        )}
      </CloseRow>
    </Dialog>
  );
}

type NameOf = (member: string | null) => string;

/** Whether all is whole, or exactly what is not and what that may mean. */
function Verdict({ audit, faults, nameOf }: { audit: Audit; faults: readonly AuditFault[]; nameOf: NameOf }) {
  const { text } = useWords();
  const { links, members } = audit;
  if (faults.length > 0) {
    return (
      <Notice focus>
        <p>{text('audit.wrong')}</p>
        <ul data-audit="wrong">
          {faults.map(({ kind, member, seq }) => (
            <li key={`${kind} ${member} ${seq}`} data-fault={kind}>
              {text(`audit.fault.${kind}`, { name: nameOf(member), number: seq })}
            </li>
          ))}
        </ul>
        <p>{text('audit.means')}</p>
      </Notice>
    );
  }
  if (links.length === 0) return <p>{text('audit.none')}</p>;
  return (
    <Notice tone="calm">
      <span data-audit="whole">
        {text('audit.whole', {
          count: links.length,
          members: text('audit.members', { count: members }),
        })}
      </span>
    </Notice>
  );
}

type LineProps = { line: AuditLine; now: number; names: ReadonlyMap<string, string>; nameOf: NameOf };

/** One thing that somebody did: when, who, what, and in which case where that is open. */
function Line({ line, now, names, nameOf }: LineProps) {
  const { text, language } = useWords();
  const when = line.told === 'act' ? dayAndClock(line.act.at, now, language) : dayText(line.day, language);
  const did =
    line.told === 'act'
      ? text(`audit.did.${line.act.did}`, {
          name: line.act.to === undefined ? (line.act.text ?? '') : nameOf(line.act.to),
          number: line.act.count ?? 0,
        })
      : text(`audit.${line.told}`);
  const reference = line.told === 'act' ? names.get(line.act.thread) : undefined;
  return (
    <li data-told={line.told} data-did={line.told === 'act' ? line.act.did : undefined}>
      <span class="audit-when">{when}</span> <b translate={false}>{nameOf(line.member)}</b> {did}
      {reference && (
        <>
          {' · '}
          <b class="reference" translate={false}>
            {reference}
          </b>
        </>
      )}
    </li>
  );
}
