import { Later } from '../later/later.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/words.ts';
import { Interpreters } from './interpreters.tsx';
import { Playbook, Unread } from './playbook.tsx';
import { deskTexts } from './texts.ts';

/** Every playbook, and the interpreters. */
export function PlaybooksDialog({ onClose }: { onClose: () => void }) {
  const { text } = useWords();
  return (
    <Dialog title={text('playbooks.title')} onClose={onClose}>
      <Later part={deskTexts}>
        {({ playbooks, read, interpreters }) => (
          <>
            {playbooks.length === 0 ? <p>{text('playbooks.none')}</p> : <Unread read={read} />}
            {playbooks.map((one) => (
              <Playbook key={one.id} playbook={one} />
            ))}
            <Interpreters interpreters={interpreters} />
          </>
        )}
      </Later>
      <div class="buttons">
        <button class="primary" type="button" onClick={onClose}>
          {text('playbooks.close')}
        </button>
      </div>
    </Dialog>
  );
}
