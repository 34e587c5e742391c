import { useRef, useState } from 'preact/hooks';
import type { FirstItem } from '../../../protocol/items/item.ts';
import { ChooseOne } from '../../parts/choices.tsx';
import { allowedByHand, type ByHand, isMinor, urgencySet } from '../../state/stand.ts';
import { useWords } from '../../words/words.ts';
import { DoIt } from './do-it.tsx';
import type { FormProps } from './form.ts';
import { LineField } from './line-field.tsx';

type Props = FormProps & { item: FirstItem };

/** How urgent a member says that a case is, and why; of somebody under 18 never less than today. */
export function UrgencyForm({ item, busy, onAct }: Props) {
  const { text } = useWords();
  const [urgency, setUrgency] = useState<ByHand | undefined>();
  const [reason, setReason] = useState('');
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
      {isMinor(item) && <p class="hint">{text('next.minor')}</p>}
      <ChooseOne
        legend={text('next.howUrgent')}
        choices={allowedByHand(item).map((one) => ({
          value: one,
          name: text(one === 'now' ? 'next.now' : `urgency.${one}`),
        }))}
        value={urgency}
        onChange={setUrgency}
      />
      <LineField
        label={text('next.why')}
        value={reason}
        error={tried && missing ? text('next.whyMissing') : null}
        inputRef={input}
        onValue={setReason}
      />
      <DoIt busy={busy} label={text('next.setIt')} />
    </form>
  );
}
