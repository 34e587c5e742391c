import { deskTexts } from '../playbooks/texts.ts';
import { codeOf, type Part } from './part.ts';

/** Code of ours that comes later, with the words of the desk that do. */
export const codeWithWords = <T>(load: () => Promise<T>): Part<T> =>
  codeOf(async () => {
    if (!(await deskTexts.get())) throw new Error('The words did not come.');
    return load();
  });
