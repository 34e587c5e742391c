import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { minify, type Plugin, parse, transformWithOxc } from 'vite';
import { INLINE_FOLDERS } from '../ships/table.ts';

const suffix = '?inline-script';

/**
 * A Vite plugin: `import code from './file.ts?inline-script'` gives the compiled, minified text of a script
 * that imports nothing, to be put into a page, or given, as it is. The same bytes in development and in the build, so
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

/**
 * The compiled, minified text of the TypeScript file at `path`. Throws when it can't be read or parsed, stands elsewhere
 * than such scripts do, or needs another file: it would ship with whatever that holds.
 */
export async function minifiedScript(path: string): Promise<string> {
  const place = relative(process.cwd(), path).replaceAll('\\', '/');
  if (!INLINE_FOLDERS.some((folder) => place.startsWith(folder)))
    throw new Error(`${place}: a script that stands alone stands in ${INLINE_FOLDERS.join(' or ')}`);
  const plain = await transformWithOxc(await readFile(path, 'utf8'), path);
  const { module } = await parse(path, plain.code);
  if (module.hasModuleSyntax || module.dynamicImports.length > 0) {
    throw new Error(`${place}: a script in a page stands alone; this one imports or exports`);
  }
  const { code, errors } = await minify('script.js', plain.code, { module: false });
  if (errors.length > 0) throw new Error(`${path}: ${errors.map((error) => error.message).join('; ')}`);
  return code.trim();
}
