import { useState } from 'preact/hooks';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { Api } from '../api/client.ts';
import type { Draft } from '../drafts/draft.ts';
import { type Case, ownerOf, saidOf } from '../inbox/cases.ts';
import type { Others } from '../linked/other-field.tsx';
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
import { LinkForm } from './forms/link-form.tsx';
import { SplitForm } from './forms/split-form.tsx';
import { UrgencyForm } from './forms/urgency-form.tsx';
import { keptPage, type Page, type StepDraft } from './forms/use-step.ts';
import { standText } from './stand-text.ts';
import type { Act, Acted } from './use-acts.ts';

type Props = {
  api: Api;
  vault: VaultClient;
  one: Case;
  me: Member;
  now: number;
  /** What members call it, and the other cases, with one of which it may belong together. */
  name: string;
  others: Others;
  /** Keeps what is filled in over the lock. */
  draft: StepDraft & Pick<Draft, 'text'>;
  /** What to begin with: the choice, or ending it. */
  start?: Page;
  onAct: (act: Act) => Promise<Acted>;
  /** Gets cases that were begun into the list. */
  onBegun: () => Promise<unknown>;
  onClose: () => void;
};

/** What comes next with a case: again at a time, waiting, with a colleague, with nobody, or its end. */
export function Sheet(props: Props) {
  const { api, vault, one, name, me, now, others, draft, start = 'choose', onAct } = props;
  const words = useWords();
  // A colleague centre has it: the card need not be told to which again.
  const { handoffs } = useHandoffs(api, vault, one.row);
  const passedTo = handoffs.find(({ row }) => row.acceptedAt !== undefined)?.item?.to;
  const { text } = words;
  const [page, setPage] = useState<Page>(() => keptPage(draft) ?? start);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const onClose = () => {
    if (busy && page === 'split') return;
    draft.setStep(null);
    props.onClose();
  };
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
  const group = item.kind === 'referral' && (item.work?.people ?? 0) > 1 ? item : null;
  const planning = { me, rev: one.row.rev };
  const form = { busy, draft, onAct: (to: Act) => void act(to) };
  return (
    // A page of its own for who listens: the button that led there is gone, and the focus goes to the heading.
    <Dialog key={page} title={text(page === 'choose' ? 'next.title' : `next.${page}`)} onClose={onClose}>
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
            {choice('link', text('next.link'), () => setPage('link'))}
            {group && choice('split', text('next.split'), () => setPage('split'))}
            {choice('close', text('next.close'), () => setPage('close'))}
          </ul>
        </>
      )}
      {page === 'again' && <AgainForm {...form} item={item} by={planning} now={now} />}
      {page === 'give' && <GiveForm {...form} api={api} owner={ownerOf(one)?.id} />}
      {page === 'urgency' && <UrgencyForm {...form} item={item} stand={stand} />}
      {page === 'link' && <LinkForm {...form} {...{ one, name, others, now }} me={me.id} />}
      {page === 'split' && group && (
        <SplitForm
          {...form}
          {...{ api, vault, one, me, name, others }}
          referral={group}
          onBegun={props.onBegun}
          onBeginning={setBusy}
        />
      )}
      {page === 'close' && (
        <CloseForm
          {...form}
          {...{ one, name, me, now, passedTo, others }}
          card={stand.card ?? {}}
          unsent={draft.text().trim() !== ''}
        />
      )}
      <div class="buttons">
        <button class="quiet" type="button" data-action="cancel" onClick={onClose}>
          {text('next.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
