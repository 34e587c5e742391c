import type { IconName } from '../parts/icon.tsx';
import type { Theme } from '../theme/theme.ts';
import type { TextKey } from '../words/text.ts';
import type { ScreenName } from './screens.tsx';

/** What the rows of the menu can do. */
export type Doing = {
  /** Opens a screen over the desk. */
  show: (screen: ScreenName) => void;
  theme: Theme;
  toggleTheme: () => void;
};

/** A row of the menu: what it is called, and what it opens. */
export type MenuRow = {
  /** By which it is told from others, in the page as `data-action`. */
  key: string;
  text: TextKey;
  icon?: IconName;
  open: (doing: Doing) => void;
  /** Whether it is there; without this it always is. */
  when?: (doing: Doing) => boolean;
};

/** The menu in the head of the desk, from what is needed most to what is needed least. */
export const MENU: readonly MenuRow[] = [
  { key: 'count', text: 'count.open', open: ({ show }) => show('count') },
  { key: 'figures', text: 'count.figures', open: ({ show }) => show('figures') },
  { key: 'playbooks', text: 'playbooks.title', icon: 'book', open: ({ show }) => show('playbooks') },
  { key: 'saved-answers', text: 'saved.title', open: ({ show }) => show('saved') },
  { key: 'to-hand-over', text: 'handover.action', open: ({ show }) => show('hand-over') },
  { key: 'to-duty', text: 'duty.title', open: ({ show }) => show('duty') },
  { key: 'alarm-settings', text: 'ring.title', open: ({ show }) => show('alarm') },
  { key: 'people', text: 'people.open', open: ({ show }) => show('people') },
  { key: 'ways', text: 'ways.title', open: ({ show }) => show('ways') },
  { key: 'key-change', text: 'keyChange.title', open: ({ show }) => show('key-change') },
  { key: 'retention', text: 'retention.title', open: ({ show }) => show('retention') },
  { key: 'audit', text: 'audit.title', open: ({ show }) => show('audit') },
  { key: 'keys', text: 'help.title', open: ({ show }) => show('keys') },
  {
    key: 'dark',
    text: 'theme.dark',
    open: ({ toggleTheme }) => toggleTheme(),
    when: ({ theme }) => theme === 'light',
  },
  {
    key: 'light',
    text: 'theme.light',
    open: ({ toggleTheme }) => toggleTheme(),
    when: ({ theme }) => theme === 'dark',
  },
];
