import type { FunctionComponent } from 'preact';
import { deskTexts } from '../playbooks/texts.ts';
import { ComingDialog } from './coming.tsx';
import { codeOf } from './part.ts';
import { usePart } from './use-part.ts';

/**
 * A dialog whose code and words come when it is opened: `load` imports it, as in
 * `laterDialog(() => import('./figures-dialog.tsx').then((file) => file.FiguresDialog))`. Shown and closed like the
 * dialog itself. To be called once, where a module begins.
 */
export function laterDialog<Props extends { onClose: () => void }>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  const part = codeOf(async () => {
    if (!(await deskTexts.get())) throw new Error('The words did not come.');
    return load();
  });
  return function LaterDialog(props: Props) {
    const { here: Here, ...coming } = usePart(part);
    return Here ? <Here {...props} /> : <ComingDialog {...coming} onClose={props.onClose} />;
  };
}
