import { fromBase64url } from '../../src/protocol/wire/bytes.ts';
import { PublishedKeys } from '../../src/protocol/wire/centre-key.ts';
import { KEY_ID_BYTES } from '../../src/protocol/wire/envelope.ts';
import type { Bindings } from '../env.ts';

/** What the pages beside this worker publish; read once, since they are deployed with it and never change under it. */
const read = new WeakMap<Fetcher, readonly string[]>();

async function fromSite(site: Fetcher): Promise<readonly string[] | null> {
  const known = read.get(site);
  if (known) return known;
  try {
    const file = await site.fetch('https://assets.invalid/key.json');
    const ids = PublishedKeys.parse(await file.json()).keys.map(({ keyId }) => keyId);
    read.set(site, ids);
    return ids;
  } catch {
    return null;
  }
}

/**
 * The ids of the keys that the site publishes, base64url: those in the `key.json` of the pages that were built and
 * deployed with this worker, or in the variable `CENTRE_KEY_IDS`, with commas between, where no built pages stand beside
 * it. Null when there are none, or something else is in their place: then no envelope is taken.
 */
export async function publishedKeyIds({
  ASSETS,
  CENTRE_KEY_IDS,
}: Pick<Bindings, 'ASSETS' | 'CENTRE_KEY_IDS'>): Promise<readonly string[] | null> {
  if (CENTRE_KEY_IDS === undefined) return fromSite(ASSETS);
  const ids = CENTRE_KEY_IDS.split(',').map((id) => id.trim());
  return ids.every((id) => fromBase64url(id)?.length === KEY_ID_BYTES) ? ids : null;
}
