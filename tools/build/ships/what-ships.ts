import type { Plugin } from 'vite';
import { placeOf } from './module-place.ts';
import { type Bundle, chainTo, type ModuleInfo, reachedFrom } from './reached.ts';
import { SHIPS, type Ship } from './table.ts';

const TABLE = 'tools/build/ships/table.ts';

const isIn = (paths: readonly string[], path: string) =>
  paths.some((one) => (one.endsWith('/') ? path.startsWith(one) : path === one));

/** Whether a module may be in what ships to somebody. */
function mayHold(ship: Ship, id: string, root: string): boolean {
  const { of, name } = placeOf(id, root);
  switch (of) {
    case 'ours':
      return name === ship.entry || (isIn(ship.ours, name) && !isIn(ship.without ?? [], name));
    case 'package':
      return ship.packages.includes(name);
    case 'builder':
    case 'address':
      return true;
  }
}

/** What is wrong with a bundle for browsers, a sentence each: who would get what, and by which imports. */
function problemsOf(bundle: Bundle, infoOf: ModuleInfo, root: string): string[] {
  const nameOf = (id: string) => placeOf(id, root).name;
  return Object.values(bundle).flatMap((file) => {
    if (file.type !== 'chunk' || !file.isEntry) return [];
    const entry = nameOf(file.facadeModuleId ?? file.fileName);
    const ship = SHIPS.find((one) => one.entry === entry);
    if (!ship) return [`A browser would get ${entry}, and no row of ${TABLE} says what may be in it.`];
    const reached = reachedFrom(file, bundle, infoOf);
    return [...reached.keys()]
      .filter((id) => !mayHold(ship, id, root))
      .map((id) => {
        const chain = chainTo(id, reached).map(nameOf).join(' → ');
        return `What ships to ${ship.who} would hold ${nameOf(id)}, which ${TABLE} does not give it: ${chain}`;
      });
  });
}

/**
 * A Vite plugin, for pages and for Web Workers: refuses a build in which a browser would get a module that the table
 * does not give it, or a script that the table does not know. `root` is the folder of the house.
 */
export function whatShips(root: string): Plugin {
  return {
    name: 'what-ships',
    generateBundle(_, bundle) {
      if (this.environment.name !== 'client') return;
      const problems = problemsOf(bundle, (id) => this.getModuleInfo(id), root);
      if (problems.length > 0) this.error(problems.join('\n'));
    },
  };
}
