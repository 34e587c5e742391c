import { brusselsTime, isNight } from '../clock/brussels-time.ts';

export type Theme = 'dark' | 'light';

/** The theme by itself at a moment (Unix seconds): dark at night in Brussels, else as the system is set. */
export function themeByItself(at: number, prefersDark: boolean): Theme {
  return isNight(brusselsTime(at).hour) || prefersDark ? 'dark' : 'light';
}
