import { useWords } from '../words/words.ts';
import type { Theme } from './theme.ts';

/** The theme and how to change it, as the screens pass it on. */
export type Appearance = { theme: Theme; toggleTheme: () => void };

/** A button that names the other theme and switches to it. */
export function ThemeSwitch({ theme, toggleTheme }: Appearance) {
  const { text } = useWords();
  return (
    <button class="small" type="button" onClick={toggleTheme}>
      {text(theme === 'dark' ? 'theme.light' : 'theme.dark')}
    </button>
  );
}
