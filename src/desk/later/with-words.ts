import { deskTexts } from '../playbooks/texts.ts';
import { codeOf, type Part } from './part.ts';

/** Code that says what comes with the desk's later words: `load` imports it, and both are here when it is. */
export function withWords<T>(load: () => Promise<T>): Part<T> {
  return codeOf(async () => {
    if (!(await deskTexts.get())) throw new Error('The words did not come.');
    return load();
  });
}
