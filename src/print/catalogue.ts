import type { PrintDocument } from './document.ts';
import { cards } from './documents/card.ts';
import { checklists } from './documents/checklists.ts';
import { strips } from './documents/strips.ts';

/** Every PDF that the site offers. Reads texts and facts anew; throws, and so fails the build, where one is wrong. */
export function catalogue(): PrintDocument[] {
  const documents = [...cards(), ...strips(), ...checklists()];
  const twice = documents.find(
    ({ path }, index) => documents.findIndex((other) => other.path === path) !== index,
  );
  if (twice) throw new Error(`Two documents would be ${twice.path}`);
  return documents;
}
