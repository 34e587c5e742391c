import { useCallback, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/words.ts';
import { type Doing, MENU, type MenuRow } from './rows.ts';

/** Where an arrow key, Home or End leads from row `at` of `count`; null for any other key. */
function placeAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The button in the head of the desk that opens all that is not the act of the moment, one row each. */
export function Menu(doing: Doing) {
  const { text } = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);

  // Before anything else is pressed: a key that follows at once belongs to the rows.
  useLayoutEffect(() => {
    const menu = around.current;
    if (!open || !menu) return;
    const rows = [...menu.querySelectorAll<HTMLElement>('.menu-rows button')];
    rows[0]?.focus();
    const press = (event: KeyboardEvent) => {
      const at = rows.findIndex((row) => row.matches(':focus'));
      const to = placeAfter(event.key, at, rows.length);
      if (event.key !== 'Escape' && to === null) return;
      event.preventDefault();
      // The desk would close the open case.
      event.stopPropagation();
      if (to === null) close();
      else rows[to]?.focus();
    };
    // Also when the keyboard leaves it.
    const elsewhere = ({ target }: Event) => {
      if (!(target instanceof Node && menu.contains(target))) setOpen(false);
    };
    menu.addEventListener('keydown', press);
    addEventListener('pointerdown', elsewhere);
    addEventListener('focusin', elsewhere);
    return () => {
      menu.removeEventListener('keydown', press);
      removeEventListener('pointerdown', elsewhere);
      removeEventListener('focusin', elsewhere);
    };
  }, [open, close]);

  const choose = (row: MenuRow) => {
    // From here a dialog leads back to the button.
    close();
    row.open(doing);
  };
  return (
    <div class="menu" ref={around}>
      <button
        class="small"
        type="button"
        data-action="menu"
        ref={button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="menu" />
        <span class="top-word">{text('menu.title')}</span>
      </button>
      {open && (
        <ul class="menu-rows" id={id}>
          {MENU.filter(({ when }) => when?.(doing) ?? true).map((row) => (
            <li key={row.key} data-row={row.key}>
              <button type="button" data-action={row.key} onClick={() => choose(row)}>
                {row.icon && <Icon name={row.icon} />}
                {text(row.text)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
