import { useState } from 'preact/hooks';
import type { FirstItem } from '../../../protocol/items/item.ts';
import { momentOf, namedTime, wallText } from '../../clock/brussels-time.ts';
import { ChooseOne } from '../../parts/choices.tsx';
import { Field } from '../../parts/field.tsx';
import { continuedAt, type Planning } from '../../state/stand.ts';
import { useWords } from '../../words/words.ts';
import { proposedTimes } from '../proposed-times.ts';
import { DoIt } from './do-it.tsx';
import type { FormProps } from './form.ts';
import { LineField } from './line-field.tsx';

type Props = FormProps & { item: FirstItem; by: Planning; now: number };

/** Whether the person wants calls at all: to who does not none is proposed. */
const mayCall = (item: FirstItem) =>
  item.kind === 'referral' && (item.answer.way === 'call' || item.answer.way === 'call-trusted');

/** When to go on with a case, from the hours that the person called safe, and how. */
export function AgainForm({ item, by, now, busy, onAct }: Props) {
  const { text, language } = useWords();
  const [times] = useState(() => proposedTimes(item, now));
  const [chosen, setChosen] = useState<string | undefined>(String(times[0]));
  const [own, setOwn] = useState('');
  const [what, setWhat] = useState(text(mayCall(item) ? 'next.call' : 'next.look'));
  const [wrong, setWrong] = useState(false);
  const send = () => {
    const at = chosen === undefined ? momentOf(own) : Number(chosen);
    if (at === null || at <= now) return setWrong(true);
    onAct((before) => continuedAt(before, by, at, what.trim()));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ChooseOne
        legend={text('next.when')}
        choices={times.map((at) => ({ value: String(at), name: namedTime(at, now, language) }))}
        value={chosen}
        onChange={(value) => {
          setChosen(value);
          setWrong(false);
        }}
      />
      <Field label={text('next.own')} hint={text('next.ownHint')} error={wrong ? text('next.past') : null}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            min={wallText(now)}
            value={own}
            aria-invalid={wrong}
            onInput={({ currentTarget: { value } }) => {
              setOwn(value);
              setChosen(undefined);
              setWrong(false);
            }}
          />
        )}
      </Field>
      <LineField label={text('next.what')} value={what} onValue={setWhat} />
      <DoIt busy={busy} label={text('next.plan')} />
    </form>
  );
}
