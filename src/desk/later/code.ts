import { z } from 'zod';

/** What of the page's import map is read: the digest of each script that an import may bring, by its path. */
const ImportMap = z.object({ integrity: z.record(z.string(), z.string()) });

/** The scripts that come later, with their integrity. The page of a development server names none. */
function laterScripts(): [path: string, integrity: string][] {
  const written = document.querySelector('script[type="importmap"]')?.textContent;
  return written ? Object.entries(ImportMap.parse(JSON.parse(written)).integrity) : [];
}

async function fetchAll(): Promise<boolean> {
  try {
    const all = laterScripts().map(async ([path, integrity]) => {
      const answer = await fetch(path, { integrity });
      await answer.arrayBuffer();
      return answer.ok;
    });
    return (await Promise.all(all)).every(Boolean);
  } catch {
    return false;
  }
}

let coming: Promise<boolean> | null = null;

/**
 * Fetches every script that comes later, once, and gives whether they are here. An import then finds them in the
 * browser's cache. Some browsers never try an import again that failed, and older ones know no integrity of it: a fetch
 * has both.
 */
export async function codeIsHere(): Promise<boolean> {
  coming ??= fetchAll();
  const here = await coming;
  if (!here) coming = null;
  return here;
}
