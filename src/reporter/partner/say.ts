import type { Say } from '../../handoff/say.ts';
import { fill } from '../shell/words.ts';

/** Says the strings that the page carries, by their path. One that it does not carry is said by its path. */
export function sayFrom(said: Readonly<Record<string, unknown>>): Say {
  return (key, values = {}) => {
    let found: unknown = said;
    for (const name of key.split('.')) {
      found =
        typeof found === 'object' && found !== null
          ? Object.entries(found).find(([own]) => own === name)?.[1]
          : undefined;
    }
    return fill(typeof found === 'string' ? found : key, values);
  };
}
