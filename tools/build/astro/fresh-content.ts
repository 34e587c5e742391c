import { sep } from 'node:path';
import type { Plugin } from 'vite';

/**
 * A Vite plugin of the development server: where a file of content/ changes, the pages are loaded again with all that
 * they came from. Their words and facts are read from the disk once, when the code that reads them is loaded, and no
 * import says that it came from there. The worker reads none of them and goes on as it was.
 */
export function freshContent(house: string): Plugin {
  return {
    name: 'fresh-content',
    apply: 'serve',
    applyToEnvironment: ({ name }) => name === 'client' || name === 'prerender',
    hotUpdate({ file }) {
      if (!file.startsWith(`${house.replaceAll(sep, '/')}content/`)) return;
      this.environment.moduleGraph.invalidateAll();
      this.environment.hot.send({ type: 'full-reload' });
      return [];
    },
  };
}
