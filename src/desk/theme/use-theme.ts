import { useEffect, useState } from 'preact/hooks';
import { useNow } from '../clock/use-now.ts';
import { type Theme, themeByItself } from './theme.ts';

/** The theme, and a way to change it until the page is left. */
export function useTheme(): { theme: Theme; toggleTheme: () => void } {
  const now = useNow(0);
  const [chosen, setChosen] = useState<Theme | null>(null);
  const theme = chosen ?? themeByItself(now, matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return { theme, toggleTheme: () => setChosen(theme === 'dark' ? 'light' : 'dark') };
}
