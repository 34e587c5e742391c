import { Notice } from './notice.tsx';

/** What became of something that a member pressed, in words: it is done, or why it is not. */
export type Became = { tone: 'calm' | 'error'; words: string };

/** That, with the focus on it each time it says something else; nothing where nothing was pressed. */
export function BecameNotice({ became }: { became: Became | null }) {
  if (!became) return null;
  return (
    <Notice tone={became.tone} focus key={became.words}>
      {became.words}
    </Notice>
  );
}
