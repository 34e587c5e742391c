import type { Plugin } from 'vite';

/**
 * A Vite plugin: leaves an import that comes later as it is. Vite would have a page ask beforehand for all that such a
 * script imports in turn, and carry a list of it; the desk has fetched that before, each by its digest (src/desk/later).
 */
export function noPreloading(): Plugin {
  return {
    name: 'no-preloading',
    apply: 'build',
    // Astro overrides what its configuration says of this.
    configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : null),
  };
}
