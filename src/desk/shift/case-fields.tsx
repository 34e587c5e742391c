import { useId } from 'preact/hooks';
import { HANDOVER_LIMIT } from '../../protocol/items/kinds/handover.ts';
import type { Case } from '../inbox/cases.ts';
import { useWords } from '../words/words.ts';
import { CaseLine } from './case-line.tsx';
import { LINES, type Line, type Written } from './lines.ts';

type Props = {
  one: Case;
  reference: string;
  now: number;
  written: Written;
  /** Whether the situation is missing. */
  missing: boolean;
  onWritten: (written: Written) => void;
};

/** One case in a handover: whether it goes along, and if so what the next shift must know of it. */
export function CaseFields({ one, reference, now, written, missing, onWritten }: Props) {
  const { text } = useWords();
  const id = useId();
  const line = (name: Line) => {
    const wrong = missing && name === 'situation';
    return (
      <div class="field" key={name}>
        <label for={`${id}-${name}`}>{text(`handover.${name}`)}</label>
        <p class="hint" id={`${id}-${name}-hint`}>
          {text(`handover.${name}Hint`)}
        </p>
        {wrong && (
          <p class="field-error" id={`${id}-error`}>
            {text('field.error', { error: text('handover.situationMissing') })}
          </p>
        )}
        <textarea
          id={`${id}-${name}`}
          data-line={name}
          rows={2}
          maxLength={HANDOVER_LIMIT}
          autocomplete="off"
          translate={false}
          required={name === 'situation'}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-${name}-hint ${id}-error` : `${id}-${name}-hint`}
          value={written[name] ?? ''}
          onInput={(event) => onWritten({ ...written, [name]: event.currentTarget.value })}
        />
      </div>
    );
  };
  const [first, ...rest] = LINES;
  return (
    <li class="handed" data-handed={one.row.id}>
      <label class="check">
        <input
          type="checkbox"
          checked={written.goes}
          onChange={(event) => onWritten({ ...written, goes: event.currentTarget.checked })}
        />
        <span>
          <CaseLine one={one} reference={reference} now={now} />
        </span>
      </label>
      {written.goes && (
        <>
          {line(first)}
          <details>
            <summary>{text('handover.more')}</summary>
            {rest.map(line)}
          </details>
        </>
      )}
    </li>
  );
}
