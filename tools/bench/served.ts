import { NEVER_BUSY } from '../serve/never-busy.ts';
import { freePort } from '../serve/port.ts';
import { serveSite } from '../serve/serve-site.ts';
import { migrate } from '../store/local-store.ts';

/** A worker that does nothing but count a request as ours does, and store its body. */
const BARE = 'tools/bench/intake/bare-worker.ts';

/** The desk's host is an address here, since Node finds no names below localhost. */
const VARS = { ...NEVER_BUSY, DESK_HOST: '127.0.0.1' };

/**
 * Serves our worker and the bare one, each with these pages and a store of its own in `folder`, while `use` works with
 * their origins, the desk's own among them. `state` is the folder of our store.
 */
export async function whileServed<Result>(
  folder: string,
  pages: string,
  use: (served: { ours: string; desk: string; bare: string; state: string }) => Promise<Result>,
): Promise<Result> {
  const serve = async (name: string, main?: string) => {
    const state = `${folder}/${name}`;
    migrate(state);
    const log = `${folder}/${name}.log`;
    const port = await freePort();
    return serveSite({ port, pages, state, log, vars: VARS, ...(main !== undefined && { main }) });
  };
  const ours = await serve('ours');
  try {
    const bare = await serve('bare', BARE);
    try {
      const desk = new URL(ours.origin);
      desk.hostname = VARS.DESK_HOST;
      return await use({ ours: ours.origin, desk: desk.origin, bare: bare.origin, state: `${folder}/ours` });
    } finally {
      await bare.stop();
    }
  } finally {
    await ours.stop();
  }
}
