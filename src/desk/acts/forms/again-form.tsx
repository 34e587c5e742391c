import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { FirstItem } from '../../../protocol/items/item.ts';
import { STATE_LIMIT } from '../../../protocol/items/kinds/state.ts';
import { momentOf, namedTime, wallText } from '../../clock/brussels-time.ts';
import { ChooseOne } from '../../parts/choices.tsx';
import { Field } from '../../parts/field.tsx';
import { LineField } from '../../parts/line-field.tsx';
import { continuedAt, type Planning } from '../../state/stand.ts';
import { useWords } from '../../words/words.ts';
import { proposedTimes } from '../proposed-times.ts';
import { DoIt } from './do-it.tsx';
import type { FormProps } from './form.ts';
import { useStep } from './use-step.ts';

const Filled = z.object({ chosen: z.optional(z.number()), own: z.string(), what: z.string() });
type Filled = z.infer<typeof Filled>;

type Props = FormProps & { item: FirstItem; by: Planning; now: number };

/** Whether the person wants calls at all: to who does not none is proposed. */
const mayCall = (item: FirstItem) =>
  item.kind === 'referral' && (item.answer.way === 'call' || item.answer.way === 'call-trusted');

/** When to go on with a case, from the hours that the person called safe, and how. */
export function AgainForm({ item, by, now, busy, onAct, draft }: Props) {
  const { text, language } = useWords();
  const [proposed] = useState(() => proposedTimes(item, now));
  const [{ chosen, own, what }, fill] = useStep<Filled>(draft, 'again', Filled, {
    ...(proposed[0] !== undefined && { chosen: proposed[0] }),
    own: '',
    what: text(mayCall(item) ? 'next.call' : 'next.look'),
  });
  // What was chosen before the lock is not proposed by now, maybe, and stands all the same.
  const times = chosen === undefined || proposed.includes(chosen) ? proposed : [chosen, ...proposed];
  const [wrong, setWrong] = useState(false);
  const send = () => {
    const at = chosen ?? momentOf(own);
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
        value={chosen === undefined ? undefined : String(chosen)}
        onChange={(value) => {
          fill({ chosen: value === undefined ? undefined : Number(value) });
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
              fill({ own: value, chosen: undefined });
              setWrong(false);
            }}
          />
        )}
      </Field>
      <LineField
        label={text('next.what')}
        of="words"
        limit={STATE_LIMIT}
        value={what}
        onValue={(value) => fill({ what: value })}
      />
      <DoIt busy={busy} label={text('next.plan')} />
    </form>
  );
}
