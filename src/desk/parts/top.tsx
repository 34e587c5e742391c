import type { ComponentChildren } from 'preact';
import { clock } from '../clock/brussels-time.ts';
import { AllPlaybooks } from '../playbooks/all-playbooks.tsx';
import { type Appearance, ThemeSwitch } from '../theme/theme-switch.tsx';
import { useWords } from '../words/words.ts';
import { Icon } from './icon.tsx';

type Props = Appearance & {
  now: number;
  name: string;
  sound: boolean;
  onSound: () => void;
  onKeys: () => void;
  /** What else is done from here. */
  children: ComponentChildren;
};

/** The top of the desk: the time in Brussels, who is signed in, and what is set for this page. */
export function Top({ now, name, sound, theme, toggleTheme, onSound, onKeys, children }: Props) {
  const { text } = useWords();
  return (
    <header class="top">
      <p class="top-clock">{clock(now)}</p>
      <p class="top-me" translate={false}>
        {name}
      </p>
      {children}
      <button class="small" type="button" aria-pressed={sound} onClick={onSound}>
        <Icon name={sound ? 'sound' : 'silent'} />
        <span class="top-word">{text(sound ? 'sound.on' : 'sound.off')}</span>
      </button>
      <AllPlaybooks />
      <ThemeSwitch theme={theme} toggleTheme={toggleTheme} />
      <button class="small" type="button" data-action="keys" onClick={onKeys}>
        {text('help.title')}
      </button>
    </header>
  );
}
