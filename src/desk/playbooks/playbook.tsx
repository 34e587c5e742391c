import { useWords } from '../words/words.ts';
import type { Line, Playbook as Texts } from './texts.ts';

/** A telephone number in a line, as Markdown writes a link: what is shown, and what it dials. */
const NUMBER = /\[([^\]]+)\]\((tel:[^)]+)\)/;

/** A line, with its numbers as links. Splitting gives what is shown and what is dialled in turn, between other words. */
function Words({ line }: { line: Line }) {
  const { text } = useWords();
  const parts = line.text.split(NUMBER);
  return (
    <>
      {!line.sure && <span class="unsure">{text('playbooks.unsure')}</span>}
      {parts.map((part, at) => {
        if (at % 3 === 2) return null;
        return at % 3 === 1 ? <a href={parts[at + 1] ?? ''}>{part}</a> : part;
      })}
    </>
  );
}

/** A playbook under its title, folded until somebody needs it: when it applies, what to do in which order, what never. */
export function Playbook({ playbook }: { playbook: Texts }) {
  const { text } = useWords();
  return (
    <details class="playbook" data-playbook={playbook.id}>
      <summary>{playbook.title}</summary>
      <p class="playbook-when">{playbook.when}</p>
      <ol>
        {playbook.steps.map((line) => (
          <li key={line.text}>
            <Words line={line} />
          </li>
        ))}
      </ol>
      <p class="playbook-never">{text('playbooks.never')}</p>
      <ul>
        {playbook.never.map((line) => (
          <li key={line.text}>
            <Words line={line} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** That the coordination has not read the playbooks as they are, where that is so. */
export function Unread({ read }: { read: boolean }) {
  const { text } = useWords();
  return read ? null : <p class="unsure-note">{text('playbooks.unread')}</p>;
}
