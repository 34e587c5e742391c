import { useState } from 'preact/hooks';
import type { Member } from '../../protocol/wire/api/member.ts';
import { useArmed } from '../case/use-armed.ts';
import { type Case, canBeChanged, canBeTaken } from '../inbox/cases.ts';
import { givenTo, reopened } from '../state/stand.ts';
import type { Page } from './forms/use-step.ts';
import type { Act, Acted, Acts } from './use-acts.ts';

/** What there is to do with an open case now, beside undoing what was just done. */
export type Main = 'take' | 'next' | 'reopen' | null;

/** What can be done with a case. */
function mainOf(one: Case): Main {
  if (!canBeChanged(one)) return null;
  if (one.row.state === 'closed') return 'reopen';
  return canBeTaken(one) ? 'take' : 'next';
}

/** What a member can do with the open case, as the bar and the keys do it. */
export function useCaseActs(one: Case | null, acts: Acts, me: Member) {
  const [sheet, setSheet] = useState<{ id: string; page: Page } | null>(null);
  const id = one?.row.id;
  const main = one && mainOf(one);
  const undo = id !== undefined && acts.undoable === id;
  // A double tap that opens a case must not take it too, nor one that takes it give it back.
  const armed = useArmed(one && `${id} ${main} ${undo}`);
  // The button goes away with what it did; the focus must not go with it.
  const focused = async (acted: Promise<Acted>) => {
    if ((await acted).ok) document.getElementById('referral-title')?.focus();
  };
  const take: Act = (stand) => givenTo(stand, me);
  const press = async (what: Main | 'undo') => {
    if (!one || !armed || acts.busy.has(one.row.id)) return;
    if (what === 'undo') await focused(acts.undo());
    else if (what === 'next') setSheet({ id: one.row.id, page: 'choose' });
    else if (what === 'take') await focused(acts.act(one, take));
    else if (what === 'reopen') await focused(acts.act(one, (stand) => reopened(stand, me)));
  };
  return {
    main,
    undo,
    armed,
    busy: id !== undefined && acts.busy.has(id),
    press,
    /** Takes the case for who answers it. */
    take: (wanted: Case) => acts.act(wanted, take),
    takeOpen: () => void (main === 'take' && press('take')),
    /** The page of the sheet that is open for the case. */
    page: sheet !== null && sheet.id === id ? sheet.page : null,
    openSheet: (page: Page) => setSheet(id === undefined ? null : { id, page }),
    closeSheet: () => setSheet(null),
  };
}

/** What can be done with the open case, and what is. */
export type CaseActs = ReturnType<typeof useCaseActs>;
