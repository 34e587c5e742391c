import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from '../words/words.ts';

type Props = {
  label: string;
  hint: string | undefined;
  error: string | null;
  /** The control: given its id and what describes it. */
  children: (control: { id: string; 'aria-describedby'?: string }) => ComponentChildren;
};

/** A control of one line with its label, hint and error. */
export function Field({ label, hint, error, children }: Props) {
  const { text } = useWords();
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {text('field.error', { error })}
        </p>
      )}
      <div class="field-line">
        {children({ id, ...(described ? { 'aria-describedby': described } : {}) })}
      </div>
    </div>
  );
}
