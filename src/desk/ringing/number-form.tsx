import { useState } from 'preact/hooks';
import { CallAddress } from '../../protocol/wire/api/bell-ways.ts';
import { LineField } from '../parts/line-field.tsx';
import { useWords } from '../words/words.ts';

/** What stands between the digits of a number as people write it. */
const BETWEEN = /[\s./()-]/g;

/** A telephone number of the member's, to be rung by calls. */
export function NumberForm({ busy, onAdd }: { busy: boolean; onAdd: (number: string) => void }) {
  const { text } = useWords();
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = () => {
    const read = CallAddress.safeParse(number.replace(BETWEEN, '').replace(/^00/, '+'));
    setWrong(!read.success);
    if (!read.success || busy) return;
    setNumber('');
    onAdd(read.data);
  };
  return (
    <>
      <LineField
        label={text('ring.number')}
        hint={text('ring.numberHint')}
        error={wrong ? text('ring.numberWrong') : null}
        of="telephone"
        value={number}
        onValue={setNumber}
      />
      <button class="quiet" type="button" aria-disabled={busy} onClick={add}>
        {text('ring.addNumber')}
      </button>
    </>
  );
}
