import { useState } from 'preact/hooks';
import type { DeskFault } from '../api/result.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { useOtherCases } from './other-cases.ts';
import { references } from './reference.ts';

/** What members call another case; it opens that one, closed or not, as long as there is one. */
export function CaseLink({ id }: { id: string }) {
  const { text } = useWords();
  const { nameOf, open } = useOtherCases();
  const [fault, setFault] = useState<DeskFault | null>(null);
  const gone = fault?.code === 'not_found' || fault?.code === 'deleted';
  const name = nameOf(id) ?? references([id]).get(id);
  if (gone) {
    return (
      <span role="status">
        <b translate={false}>{name}</b> ({text('linked.gone')})
      </span>
    );
  }
  return (
    <>
      <button
        class="case-link"
        type="button"
        data-case={id}
        translate={false}
        onClick={() => void open(id).then(setFault)}
      >
        {name}
      </button>
      {fault && <span role="alert"> {faultText(fault, text)}</span>}
    </>
  );
}
