import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { By } from '../../../protocol/items/by.ts';
import { STATE_LIMIT } from '../../../protocol/items/kinds/state.ts';
import { OUTCOMES, RegisterCard } from '../../../protocol/items/register.ts';
import { randomId } from '../../../protocol/wire/random-id.ts';
import { NOBODY_NEW } from '../../figures/tables.ts';
import type { Case } from '../../inbox/cases.ts';
import { linkable, OtherField, type Others } from '../../linked/other-field.tsx';
import { TwoCases } from '../../linked/two-cases.tsx';
import { ChooseOne } from '../../parts/choices.tsx';
import { LineField } from '../../parts/line-field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { choicesOf } from '../../register/choices-of.ts';
import { RegisterFields } from '../../register/register-fields.tsx';
import { closedAs, type Ending, linkedTo, partedFrom, type Stand } from '../../state/stand.ts';
import { useWords } from '../../words/words.ts';
import { DoIt } from './do-it.tsx';
import type { FormProps } from './form.ts';
import { useStep } from './use-step.ts';

/** Room that is kept for which case it is the same as: a reference has 16 signs at most, and something parts it from the rest. */
const SAME_ROOM = 20;

const Filled = z.object({
  outcome: z.optional(z.enum(OUTCOMES)),
  other: z.string(),
  reason: z.string(),
  card: z.nullable(RegisterCard),
});
type Filled = z.infer<typeof Filled>;

type Props = FormProps & {
  one: Case;
  /** What members call it. */
  name: string;
  me: By;
  now: number;
  card: RegisterCard;
  /** Which other centre has accepted the case; undefined where none has, or until that is known. */
  passedTo: RegisterCard['passedTo'];
  others: Others;
  /** Whether an answer is begun in it and not sent. */
  unsent: boolean;
};

/** How a case ends, and what the figures need of it. What is merged into another is looked at once more, beside that one. */
export function CloseForm(props: Props) {
  const { one, name, me, now, passedTo, others, unsent, busy, onAct, draft } = props;
  const { text } = useWords();
  const [filled, fill] = useStep<Filled>(draft, 'close', Filled, { other: '', reason: '', card: null });
  const { outcome, other, reason } = filled;
  const card = filled.card ?? { ...(passedTo !== undefined && { passedTo }), ...props.card };
  const [looked, setLooked] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const open = linkable(one, others, true);
  const same = outcome === 'duplicate' ? open.find((each) => each.one.row.id === other) : undefined;
  const send = () => {
    if (!outcome) return setFault(text('next.chooseOutcome'));
    if (outcome === 'duplicate' && !same) return setFault(text('next.chooseSame'));
    if (same && !looked) return setLooked(true);
    const why = [same?.name, reason.trim()].filter(Boolean).join(' · ');
    const merge = (stand: Stand) =>
      same ? linkedTo(partedFrom(stand, other), { id: other, as: 'into' }) : stand;
    const counted = NOBODY_NEW.includes(outcome) ? undefined : card;
    const ending: Ending = { outcome, ...(why && { reason: why }) };
    const tally = randomId();
    onAct((stand) => ({
      ...merge(closedAs(stand, me, ending, counted)),
      tally: stand.tally ?? tally,
    }));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {fault && <Notice key={fault}>{fault}</Notice>}
      {same && looked ? (
        <>
          <p>{text('next.mergeLook', { from: name, into: same.name })}</p>
          <TwoCases cases={[{ one, name, unsent }, same]} me={me.id} now={now} />
          <div class="buttons">
            <button class="quiet" type="button" aria-disabled={busy} onClick={() => busy || setLooked(false)}>
              {text('next.change')}
            </button>
          </div>
          <DoIt busy={busy} label={text('next.mergeIt')} />
        </>
      ) : (
        <>
          <ChooseOne
            legend={text('next.outcome')}
            choices={choicesOf(text).outcome}
            value={outcome}
            onChange={(value) => {
              fill({ outcome: value });
              setFault(null);
            }}
          />
          {outcome === 'duplicate' && (
            <OtherField
              label={text('next.same')}
              others={open}
              now={now}
              value={same ? other : ''}
              onValue={(id) => fill({ other: id })}
            />
          )}
          <LineField
            label={text('next.note')}
            of="words"
            limit={STATE_LIMIT - SAME_ROOM}
            value={reason}
            onValue={(value) => fill({ reason: value })}
          />
          {outcome && !NOBODY_NEW.includes(outcome) && (
            <RegisterFields card={card} onChange={(value) => fill({ card: value })} outcome={outcome} />
          )}
          <DoIt busy={busy} label={text(same ? 'next.compare' : 'next.closeIt')} />
        </>
      )}
    </form>
  );
}
