import type { FunctionComponent } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import type { Case } from '../inbox/cases.ts';
import type { Sound } from './use-sound.ts';

export type AlarmProps = {
  waiting: readonly Case[];
  sound: Sound;
  onOpen: (id: string) => void;
  onSound: () => void;
};

type Shown = { Bar: FunctionComponent<AlarmProps>; props: AlarmProps };

/** What the bar shows now, and the dialogs that show it too: one lies over the page, and nothing behind it can be pressed. */
let shown: Shown | null = null;
const dialogs = new Set<() => void>();

function show(next: Shown | null): void {
  shown = next;
  for (const redraw of dialogs) redraw();
}

/** Shows what a bar shows over each dialog that is open, too. */
export function useOverDialogs(Bar: FunctionComponent<AlarmProps>, props: AlarmProps): void {
  useEffect(() => show({ Bar, props }));
  useEffect(() => () => show(null), []);
}

/** The bar over a dialog, while something calls. Opening what calls closes the dialog. */
export function AlarmOverDialog({ onClose }: { onClose: () => void }) {
  const [, redraw] = useReducer((turn: number, _: null) => turn + 1, 0);
  useEffect(() => {
    const again = () => redraw(null);
    dialogs.add(again);
    return () => void dialogs.delete(again);
  }, []);
  if (!shown || shown.props.waiting.length === 0) return null;
  const { Bar, props } = shown;
  const open = (id: string) => {
    onClose();
    props.onOpen(id);
  };
  return <Bar {...props} onOpen={open} />;
}
