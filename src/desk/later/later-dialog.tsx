import type { FunctionComponent } from 'preact';
import { ComingDialog } from './coming.tsx';
import { usePart } from './use-part.ts';
import { withWords } from './with-words.ts';

/**
 * A dialog whose code and words come when it is opened: `load` imports it, as in
 * `laterDialog(() => import('./figures-dialog.tsx').then((file) => file.FiguresDialog))`. Shown and closed like the
 * dialog itself. To be called once, where a module begins.
 */
export function laterDialog<Props extends { onClose: () => void }>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  const part = withWords(load);
  return function LaterDialog(props: Props) {
    const { here: Here, ...coming } = usePart(part);
    return Here ? <Here {...props} /> : <ComingDialog {...coming} onClose={props.onClose} />;
  };
}
