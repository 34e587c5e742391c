const PATHS = {
  back: 'M19 12H5M12 19l-7-7 7-7',
  lock: 'M6 11h12v10H6zM8 11V7a4 4 0 0 1 8 0v4',
  sound: 'M4 9v6h4l5 4V5L8 9zM17 8a6 6 0 0 1 0 8',
  silent: 'M4 9v6h4l5 4V5L8 9zM17 9l5 6M22 9l-5 6',
  book: 'M5 4h12a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2zM5 18a2 2 0 0 1 2-2h12M9 8h6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  refresh: 'M20 11a8 8 0 1 0-2.3 6.7M20 4v7h-7',
} as const;

/** What a drawing is called. */
export type IconName = keyof typeof PATHS;

/** A line drawing beside a word that says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={name === 'back' ? 'icon icon-back' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
