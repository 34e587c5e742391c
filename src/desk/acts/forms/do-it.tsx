import { useWords } from '../../words/words.ts';

type Props = { busy: boolean; label: string };

/** The button that does what a form says. */
export function DoIt({ busy, label }: Props) {
  const { text } = useWords();
  return (
    <div class="buttons">
      <button class="primary" type="submit" data-action="do" aria-disabled={busy}>
        {busy ? text('undo.busy') : label}
      </button>
    </div>
  );
}
