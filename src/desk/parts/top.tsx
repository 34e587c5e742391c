import type { Sound } from '../alarm/use-sound.ts';
import { clock } from '../clock/brussels-time.ts';
import { Menu } from '../menu/menu.tsx';
import type { Doing } from '../menu/rows.ts';
import { useWords } from '../words/words.ts';
import { Icon } from './icon.tsx';

type Props = Doing & { now: number; name: string; sound: Sound; onSound: () => void };

/** The top of the desk: the time in Brussels, who is signed in, whether it makes a sound, and a menu of all else. */
export function Top({ now, name, sound, onSound, ...doing }: Props) {
  const { text } = useWords();
  return (
    <header class="top">
      <p class="top-clock">{clock(now)}</p>
      <p class="top-me" translate={false}>
        {name}
      </p>
      <button class="small" type="button" aria-pressed={sound === 'on'} onClick={onSound}>
        <Icon name={sound === 'on' ? 'sound' : 'silent'} />
        <span class="top-word">{text(`sound.${sound}`)}</span>
      </button>
      <Menu {...doing} />
    </header>
  );
}
