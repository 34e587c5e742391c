/** What is put into a chunk, or into a file that goes with chunks; of the bundler's own description no more is needed. */
type Chunk = { moduleIds: readonly string[] };
type Asset = { names: readonly string[]; originalFileNames: readonly string[] };

/** Code that no page loads but the desk's: its own, and its own modules of what it shares (worlds-apart.ts). */
const OF_DESK = /\/src\/(desk|protocol\/keys)\/|\?world=desk$/;

const script = ({ moduleIds }: Chunk) => `${folderOf(moduleIds.some((id) => OF_DESK.test(id)))}/[hash].js`;

/** A style sheet says only the name of what it was made for: a page, or what several pages share. */
const style = ({ names, originalFileNames }: Asset) =>
  `${folderOf([...names, ...originalFileNames].some((name) => /desk/i.test(name)))}/[hash][extname]`;

function folderOf(desk: boolean): string {
  return desk ? '_desk' : '_astro';
}

/**
 * How built files are called: by a hash alone, because names stay in a browser's cache and in logs of a network, and a
 * hash does not tell what somebody used. What the desk alone loads lies in a folder of its own, which is served at the
 * desk's host alone (functions/pages/site-at.ts).
 */
export const neutralNames = { entryFileNames: script, chunkFileNames: script, assetFileNames: style };
