import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/words.ts';

type Props = { letters: boolean; onLetters: (on: boolean) => void; onClose: () => void };

/** Which keys do what, and the switch for those of a single letter. */
export function KeysDialog({ letters, onLetters, onClose }: Props) {
  const { text } = useWords();
  const keys = [
    ['J', text('help.next')],
    ['K', text('help.previous')],
    ['T', text('help.take')],
    ['H', text('help.handOver')],
    ['Esc', text('help.escape')],
    ['L', text('help.lock')],
    ['?', text('help.keys')],
    [text('help.shift'), text('help.shiftText')],
  ];
  return (
    <Dialog title={text('help.title')} onClose={onClose}>
      <dl class="keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => onLetters(event.currentTarget.checked)}
        />
        {text('help.letters')}
      </label>
      <div class="buttons">
        <button class="primary" type="button" onClick={onClose}>
          {text('help.close')}
        </button>
      </div>
    </Dialog>
  );
}
