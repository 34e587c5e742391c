import type { ComponentChildren, RefObject } from 'preact';
import type { SavedLanguage } from '../../protocol/items/kinds/saved.ts';
import { useWords } from '../words/words.ts';

type Props = {
  /** The id of the control, and its name for tests. */
  name: 'answer' | 'note' | `saved-${SavedLanguage}`;
  label: string;
  hint: ComponentChildren;
  rows: number;
  /** The most UTF-16 code units. What is beyond is counted and not cut: who writes cuts. */
  limit: number;
  value: string;
  busy: boolean;
  inputRef?: RefObject<HTMLTextAreaElement | null>;
  onValue: (value: string) => void;
};

/** Where something is written at length, with how much room there is left. Nothing that helps to write sends it anywhere. */
export function WritingField({ name, label, hint, rows, limit, value, busy, inputRef, onValue }: Props) {
  const { text } = useWords();
  const left = limit - value.length;
  return (
    <>
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <textarea
        id={name}
        {...(inputRef ? { ref: inputRef } : {})}
        data-field={name}
        rows={rows}
        autocomplete="off"
        autocorrect="off"
        spellcheck={false}
        translate={false}
        data-gramm="false"
        value={value}
        readOnly={busy}
        aria-describedby={`${name}-hint ${name}-left`}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <p class={left < 0 ? 'counter counter-over' : 'counter'} id={`${name}-left`}>
        {left < 0 ? text('answer.over', { count: -left }) : text('answer.left', { count: left })}
      </p>
    </>
  );
}
