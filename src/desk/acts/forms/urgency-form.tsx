import { useRef, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { FirstItem } from '../../../protocol/items/item.ts';
import { BY_HAND, STATE_LIMIT } from '../../../protocol/items/kinds/state.ts';
import { ChooseOne } from '../../parts/choices.tsx';
import { LineField } from '../../parts/line-field.tsx';
import { allowedByHand, isMinor, type Stand, urgencySet } from '../../state/stand.ts';
import { useWords } from '../../words/words.ts';
import { DoIt } from './do-it.tsx';
import type { FormProps } from './form.ts';
import { useStep } from './use-step.ts';

const Filled = z.object({ urgency: z.optional(z.enum(BY_HAND)), reason: z.string() });
type Filled = z.infer<typeof Filled>;

type Props = FormProps & { item: FirstItem; stand: Stand };

/** How urgent a member says that a case is, and why; of somebody under 18 never less than today. */
export function UrgencyForm({ item, stand, busy, onAct, draft }: Props) {
  const { text } = useWords();
  const [{ urgency, reason }, fill] = useStep<Filled>(draft, 'urgency', Filled, { reason: '' });
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const missing = reason.trim() === '';
  const send = () => {
    setTried(true);
    if (missing) input.current?.focus();
    if (!urgency || missing) return;
    onAct((before) => {
      const set = urgencySet(before, item, urgency, reason);
      return set.ok ? set.stand : before;
    });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {isMinor(item, stand) && <p class="hint">{text('next.minor')}</p>}
      <ChooseOne
        legend={text('next.howUrgent')}
        choices={allowedByHand(item, stand).map((one) => ({
          value: one,
          name: text(one === 'now' ? 'next.now' : `urgency.${one}`),
        }))}
        value={urgency}
        onChange={(value) => fill({ urgency: value })}
      />
      <LineField
        label={text('next.why')}
        of="words"
        limit={STATE_LIMIT}
        value={reason}
        error={tried && missing ? text('next.whyMissing') : null}
        inputRef={input}
        onValue={(value) => fill({ reason: value })}
      />
      <DoIt busy={busy} label={text('next.setIt')} />
    </form>
  );
}
