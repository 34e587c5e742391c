import { useEffect, useState } from 'preact/hooks';
import type { By } from '../../../protocol/items/by.ts';
import { STATE_LIMIT } from '../../../protocol/items/kinds/state.ts';
import type { RegisterCard } from '../../../protocol/items/register.ts';
import { randomId } from '../../../protocol/wire/random-id.ts';
import { NOBODY_NEW } from '../../figures/tables.ts';
import { ChooseOne } from '../../parts/choices.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { choicesOf } from '../../register/choices-of.ts';
import { RegisterFields } from '../../register/register-fields.tsx';
import { closedAs, type Ending, joinedWith, type Stand } from '../../state/stand.ts';
import { useWords } from '../../words/words.ts';
import { DoIt } from './do-it.tsx';
import type { FormProps } from './form.ts';
import { LineField } from './line-field.tsx';

/** Room that is kept for which case it is the same as: a reference has 16 signs at most, and something parts it from the rest. */
const SAME_ROOM = 20;

type Props = FormProps & {
  me: By;
  card: RegisterCard;
  /** Which other centre has accepted the case; undefined where none has, or until that is known. */
  passedTo: RegisterCard['passedTo'];
  others: ReadonlyMap<string, string>;
};

/** How a case ends, and what the figures need of it. */
export function CloseForm({ me, card: before, passedTo, others, busy, onAct }: Props) {
  const { text } = useWords();
  const [outcome, setOutcome] = useState<Ending['outcome'] | undefined>();
  const [other, setOther] = useState('');
  const [reason, setReason] = useState('');
  const [card, setCard] = useState(before);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    if (passedTo !== undefined) setCard((filled) => ({ passedTo, ...filled }));
  }, [passedTo]);
  const send = () => {
    if (!outcome) return setFault(text('next.chooseOutcome'));
    const same = outcome === 'duplicate' ? others.get(other) : undefined;
    if (outcome === 'duplicate' && same === undefined) return setFault(text('next.chooseSame'));
    const why = [same, reason.trim()].filter(Boolean).join(' · ');
    const join = (stand: Stand) => (outcome === 'duplicate' ? joinedWith(stand, other) : stand);
    const counted = NOBODY_NEW.includes(outcome) ? undefined : card;
    const ending: Ending = { outcome, ...(why && { reason: why }) };
    const tally = randomId();
    onAct((stand) => ({
      ...join(closedAs(stand, me, ending, counted)),
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
      <ChooseOne
        legend={text('next.outcome')}
        choices={choicesOf(text).outcome}
        value={outcome}
        onChange={(value) => {
          setOutcome(value);
          setFault(null);
        }}
      />
      {outcome === 'duplicate' && (
        <Field label={text('next.same')} hint={undefined} error={null}>
          {(control) => (
            <select
              {...control}
              value={other}
              onChange={({ currentTarget }) => setOther(currentTarget.value)}
            >
              <option value="">{text('next.chooseSame')}</option>
              {[...others].map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <LineField
        label={text('next.note')}
        limit={STATE_LIMIT - SAME_ROOM}
        value={reason}
        onValue={setReason}
      />
      {outcome && !NOBODY_NEW.includes(outcome) && (
        <RegisterFields card={card} onChange={setCard} outcome={outcome} />
      )}
      <DoIt busy={busy} label={text('next.closeIt')} />
    </form>
  );
}
