import { readFile } from 'node:fs/promises';
import { minify, type Plugin, transformWithOxc } from 'vite';

const suffix = '?inline-script';

/**
 * A Vite plugin: `import code from './file.ts?inline-script'` gives the compiled, minified text of a script
 * that imports nothing, to be put into a page as it is. The same bytes in development and in the build, so
 * that the hash in the policy always fits.
 */
export function inlineScript(): Plugin {
  return {
    name: 'inline-script',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const path = id.slice(0, -suffix.length);
      this.addWatchFile(path);
      return `export default ${JSON.stringify(await minifiedScript(path))}`;
    },
  };
}

/** The compiled, minified text of the TypeScript file at `path`. Throws when it can't be read or parsed. */
export async function minifiedScript(path: string): Promise<string> {
  const plain = await transformWithOxc(await readFile(path, 'utf8'), path);
  const { code, errors } = await minify('script.js', plain.code, { module: false });
  if (errors.length > 0) throw new Error(`${path}: ${errors.map((error) => error.message).join('; ')}`);
  return code.trim();
}
