import { useWords } from '../words/words.ts';

/** Says aloud how often Shift must still be pressed to lock. */
export function ShiftTold({ presses }: { presses: number }) {
  const { text } = useWords();
  return (
    <p class="visually-hidden" role="status">
      {presses === 1 && text('shift.two')}
      {presses === 2 && text('shift.one')}
    </p>
  );
}
