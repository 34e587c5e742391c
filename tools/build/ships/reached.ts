import type { Rolldown } from 'vite';

/** The modules that an entry loads: each with the module that asked for it first, null for the entry itself. */
export type Reached = ReadonlyMap<string, string | null>;

/** The files that a builder is about to write, by name. */
export type Bundle = Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>;
/** What the builder knows of a module: which others it imports, now or later. */
export type ModuleInfo = (
  id: string,
) => Pick<Rolldown.ModuleInfo, 'importedIds' | 'dynamicallyImportedIds'> | null;

/**
 * Everything that an entry imports, now or later, through any number of modules, whether or not anything of it was
 * left when the bundle was made; and whatever else stands in the files that it loads.
 */
export function reachedFrom(entry: Rolldown.OutputChunk, bundle: Bundle, infoOf: ModuleInfo): Reached {
  const reached = new Map<string, string | null>();
  const waiting: [id: string, by: string | null][] = [];
  if (entry.facadeModuleId) waiting.push([entry.facadeModuleId, null]);
  for (const [id, by] of waiting) {
    if (reached.has(id)) continue;
    reached.set(id, by);
    const info = infoOf(id);
    for (const next of [...(info?.importedIds ?? []), ...(info?.dynamicallyImportedIds ?? [])]) {
      waiting.push([next, id]);
    }
  }
  for (const { fileName, moduleIds } of loadedBy(entry, bundle)) {
    for (const id of moduleIds) if (!reached.has(id)) reached.set(id, fileName);
  }
  return reached;
}

/** The files that an entry loads, now or later, itself included. */
function loadedBy(entry: Rolldown.OutputChunk, bundle: Bundle): Set<Rolldown.OutputChunk> {
  const loaded = new Set([entry]);
  for (const { imports, dynamicImports } of loaded) {
    for (const name of [...imports, ...dynamicImports]) {
      const file = bundle[name];
      if (file?.type === 'chunk') loaded.add(file);
    }
  }
  return loaded;
}

/** How an entry comes to load a module: from the entry to the module. */
export function chainTo(id: string, reached: Reached): string[] {
  const chain = [id];
  for (let by = reached.get(id); by; by = reached.get(by)) chain.unshift(by);
  return chain;
}
