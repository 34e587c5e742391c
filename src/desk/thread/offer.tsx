import { useState } from 'preact/hooks';
import type { Draft, Offered } from '../drafts/draft.ts';
import { Later } from '../later/later.tsx';
import { withWords } from '../later/with-words.ts';

/** Two devices are seldom written on at once. */
const elsewhere = withWords(() => import('./elsewhere.tsx').then((file) => file.Elsewhere));

type Props = {
  draft: Draft;
  what: Offered;
  /** What stands here. */
  written: string;
  busy: boolean;
  onWritten: (next: string) => void;
};

/** Offers what the member began on another device, where they had written here before it came. */
export function Offer({ draft, what, written, busy, onWritten }: Props) {
  const [, redraw] = useState(0);
  const said = draft.offered(what);
  if (said === '') return null;
  const settle = () => {
    draft.settle(what);
    redraw((count) => count + 1);
  };
  const add = () => {
    onWritten(written.trim() === '' ? said : `${written.trimEnd()}\n\n${said}`);
    settle();
  };
  return (
    <Later part={elsewhere}>
      {(Elsewhere) => <Elsewhere said={said} busy={busy} onAdd={add} onDrop={settle} />}
    </Later>
  );
}
