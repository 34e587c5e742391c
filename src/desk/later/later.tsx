import type { ComponentChildren } from 'preact';
import { Coming } from './coming.tsx';
import type { Part } from './part.ts';
import { usePart } from './use-part.ts';

type Props<T> = { part: Part<T>; children: (here: T) => ComponentChildren };

/** What is made of a part, once it is here; until then, that it comes or could not be had. */
export function Later<T>({ part, children }: Props<T>): ComponentChildren {
  const { here, ...coming } = usePart(part);
  return here === null ? <Coming {...coming} /> : children(here);
}
