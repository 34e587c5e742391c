import { useState } from 'preact/hooks';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { Api } from '../api/client.ts';
import { type Case, ownerOf, saidOf } from '../inbox/cases.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHandoffs } from '../pass-on/use-handoffs.ts';
import { givenBack, givenTo, standOf, stepDone, waitingFor } from '../state/stand.ts';
import type { VaultClient } from '../vault/client.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { AgainForm } from './forms/again-form.tsx';
import { CloseForm } from './forms/close-form.tsx';
import { GiveForm } from './forms/give-form.tsx';
import { UrgencyForm } from './forms/urgency-form.tsx';
import { standText } from './stand-text.ts';
import type { Act, Acted } from './use-acts.ts';

type Props = {
  api: Api;
  vault: VaultClient;
  one: Case;
  me: Member;
  now: number;
  /** The other cases with what members call them, to one of which this may be the same. */
  others: ReadonlyMap<string, string>;
  /** What to begin with: the choice, or ending it. */
  start?: Page;
  onAct: (act: Act) => Promise<Acted>;
  onClose: () => void;
};

/** What is asked: which step, or the details of one. */
export type Page = 'choose' | 'again' | 'give' | 'urgency' | 'close';

/** What comes next with a case: again at a time, waiting, with a colleague, with nobody, or its end. */
export function Sheet({ api, vault, one, me, now, others, start = 'choose', onAct, onClose }: Props) {
  const words = useWords();
  // A colleague centre has it: the card need not be told to which again.
  const { handoffs } = useHandoffs(api, vault, one.row);
  const passedTo = handoffs.find(({ row }) => row.acceptedAt !== undefined)?.item?.to;
  const { text } = words;
  const [page, setPage] = useState<Page>(start);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  if (!one.opened.ok) return null;
  const { item } = one.opened;
  const stand = standOf(one.said ?? null);
  const said = saidOf(one);
  const mine = ownerOf(one)?.id === me.id;

  const act = async (to: Act) => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    const acted = await onAct(to);
    setBusy(false);
    // What a colleague changed is shown in the case, beside what was wanted here.
    if (acted.ok || acted.fault.code === 'changed' || acted.fault.code === 'deleted') return onClose();
    setFault(faultText(acted.fault, text));
  };
  const choice = (name: string, label: string, press: () => void) => (
    <li>
      <button class="quiet" type="button" data-step={name} aria-disabled={busy} onClick={press}>
        {label}
      </button>
    </li>
  );
  const planning = { me, rev: one.row.rev };
  const form = { busy, onAct: (to: Act) => void act(to) };
  return (
    <Dialog title={text(page === 'choose' ? 'next.title' : `next.${page}`)} onClose={onClose}>
      {fault && <Notice focus>{fault}</Notice>}
      {page === 'choose' && (
        <>
          {standText(stand, me.id, now, words).map((line) => (
            <p key={line} class="hint">
              {line}
            </p>
          ))}
          <ul class="steps">
            {!mine && choice('over', text('next.over'), () => void act((before) => givenTo(before, me)))}
            {choice('again', text('next.again'), () => setPage('again'))}
            {choice(
              'wait',
              text('next.wait'),
              () => void act((before) => waitingFor(before, planning, text('next.person'))),
            )}
            {(said?.next || said?.waitingFor !== undefined) &&
              choice('done', text('next.done'), () => void act(stepDone))}
            {choice('give', text('next.give'), () => setPage('give'))}
            {choice('back', text('next.back'), () => void act(givenBack))}
            {choice('urgency', text('next.urgency'), () => setPage('urgency'))}
            {choice('close', text('next.close'), () => setPage('close'))}
          </ul>
        </>
      )}
      {page === 'again' && <AgainForm {...form} item={item} by={planning} now={now} />}
      {page === 'give' && <GiveForm {...form} api={api} owner={ownerOf(one)?.id} />}
      {page === 'urgency' && <UrgencyForm {...form} item={item} />}
      {page === 'close' && (
        <CloseForm {...form} passedTo={passedTo} me={me} card={stand.card ?? {}} others={others} />
      )}
      <div class="buttons">
        <button class="quiet" type="button" data-action="cancel" onClick={onClose}>
          {text('next.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
