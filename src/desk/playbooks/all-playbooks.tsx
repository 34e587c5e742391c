import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/words.ts';
import { Interpreters } from './interpreters.tsx';
import { Playbook, Unread } from './playbook.tsx';
import { useTexts } from './texts.ts';

/** The button in the head that opens every playbook, and the interpreters. */
export function AllPlaybooks() {
  const { text } = useWords();
  const { playbooks, read } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button class="small" type="button" data-action="playbooks" onClick={() => setOpen(true)}>
        <Icon name="book" />
        <span class="top-word">{text('playbooks.title')}</span>
      </button>
      {open && (
        <Dialog title={text('playbooks.title')} onClose={() => setOpen(false)}>
          {playbooks.length === 0 ? <p>{text('playbooks.none')}</p> : <Unread read={read} />}
          {playbooks.map((one) => (
            <Playbook key={one.id} playbook={one} />
          ))}
          <Interpreters />
          <div class="buttons">
            <button class="primary" type="button" onClick={() => setOpen(false)}>
              {text('playbooks.close')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
