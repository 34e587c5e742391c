/** What is put into a chunk, or into a file that goes with chunks; of the bundler's own description no more is needed. */
type Chunk = { moduleIds: readonly string[]; facadeModuleId: string | null };
type Asset = { names: readonly string[]; originalFileNames: readonly string[] };

/** Code that no page loads but the desk's: its own, and its own modules of what it shares (worlds-apart.ts). */
const OF_DESK = /\/src\/(desk|protocol\/keys)\/|\?world=desk$/;

/** What begins the desk, in its page: it holds nothing but the name of the desk's one script. */
const BEGINS_DESK = /\/src\/pages\/\[lang\]\/desk\//;

const script = ({ moduleIds, facadeModuleId }: Chunk) =>
  `${folderOf(moduleIds.some((id) => OF_DESK.test(id)) || BEGINS_DESK.test(facadeModuleId ?? ''))}/[hash].js`;

/** A style sheet says only the name of what it was made for: a page, or what several pages share. */
const style = ({ names, originalFileNames }: Asset) =>
  `${folderOf([...names, ...originalFileNames].some((name) => /desk/i.test(name)))}/[hash][extname]`;

function folderOf(desk: boolean): string {
  return desk ? '_desk' : '_astro';
}

/**
 * Which scripts are one: all that the desk's page loads at once, since nothing of it is ever loaded without the rest. Else each
 * part of it that something later needs too would be a file of its own, compressed by itself and with two digests in the page.
 */
export const oneScript = { groups: [{ name: 'desk', test: OF_DESK, tags: ['$initial' as const] }] };

/**
 * How built files are called: by a hash alone, because names stay in a browser's cache and in logs of a network, and a
 * hash does not tell what somebody used. What the desk alone loads lies in a folder of its own, which is served at the
 * desk's host alone (functions/pages/site-at.ts).
 */
export const neutralNames = { entryFileNames: script, chunkFileNames: script, assetFileNames: style };
