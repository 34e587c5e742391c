import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAnswer } from '../../src/protocol/wire/api/answer.ts';
import { type CentreKey, describedKey, PublishedKeys } from '../../src/protocol/wire/centre-key.ts';
import { anyAddress } from '../../tools/bench/intake/any-address.ts';
import { sealReferral } from '../../tools/bench/sealed-referral.ts';
import { NEVER_BUSY } from '../../tools/serve/never-busy.ts';
import { freePort } from '../../tools/serve/port.ts';
import { type ServedSite, serveSite } from '../../tools/serve/serve-site.ts';
import { migrate } from '../../tools/store/local-store.ts';
import { writeSmallPages } from '../support/small-pages.ts';
import type { Held, Standings } from './worker.ts';

/** A first item as it is sent, and what came of it: the status, and after how many milliseconds. */
export type Sealed = ReturnType<typeof sealReferral>;
export type Receipt = { status: number; after: number };

/** A worker over stores that can be told to fail, on this computer. */
export type FaultyHouse = {
  /** A first item, sealed to its key. */
  seal: () => Sealed;
  /** Sends it once. Status 0: there was no answer. */
  send: (sealed: Sealed) => Promise<Receipt>;
  /** Lets the stores stand so from now on; what is left out is well. */
  stand: (standings: Partial<Standings>) => Promise<void>;
  /** Runs the scheduled work. */
  sweep: () => Promise<void>;
  held: () => Promise<Held>;
  /** Begins to serve, again after it was killed. */
  serve: () => Promise<void>;
  /** Ends all of its processes at once, as a power cut would. */
  kill: () => Promise<void>;
  origin: string;
  log: string;
  /** Ends it, and takes its folder away. */
  end: () => Promise<void>;
};

/** The worker with stores that fail. */
const MAIN = 'test/faults/worker.ts';

/**
 * Whether a connection was shut while something was sent. One that is used again may have been shut long before, which
 * nobody noticed while much was sealed: browsers then send once more on a new one, and so does this.
 */
function wasShut(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET';
}

/** Asks, and once more where the connection was shut before there was an answer. */
export function askAgainIfShut<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  return ask().catch((error: unknown) => {
    if (!wasShut(error)) throw error;
    return ask();
  });
}

/** The key that built pages publish, base64url. */
function newestKeyOf(pages: string): CentreKey {
  const { keys } = PublishedKeys.parse(JSON.parse(readFileSync(join(pages, 'key.json'), 'utf8')));
  const newest = keys[0] && describedKey(keys[0]);
  if (!newest) throw new Error('The pages publish no key');
  return newest;
}

/**
 * Makes a house in a folder of its own, with these built pages, or the least that can be served. It does not serve
 * yet.
 */
export async function faultyHouse(pages?: string): Promise<FaultyHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const log = join(folder, 'server.log');
  const shown = pages ?? join(folder, 'pages');
  const key = pages === undefined ? writeSmallPages(shown) : newestKeyOf(shown);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  migrate(join(folder, 'state'));
  let site: ServedSite | null = null;

  const send = async ({ path, body }: Sealed): Promise<Receipt> => {
    const start = performance.now();
    const answered = async () => {
      const answer = await fetch(origin + path, {
        method: 'PUT',
        body,
        headers: { 'Content-Type': 'application/json', Origin: origin, 'CF-Connecting-IP': anyAddress() },
        signal: AbortSignal.timeout(15_000),
      });
      // Only the worker's own, and whole, is an answer.
      return (await readAnswer(answer)) ? answer.status : 0;
    };
    const status = await askAgainIfShut(answered).catch(() => 0);
    return { status, after: performance.now() - start };
  };

  return {
    origin,
    log,
    seal: () => sealReferral(key),
    send,
    async stand(standings) {
      const body = JSON.stringify({ DB: { fault: 'well' }, SECOND: { fault: 'well' }, ...standings });
      await fetch(`${origin}/faults`, { method: 'PUT', body });
    },
    async sweep() {
      await fetch(`${origin}/cdn-cgi/local/scheduled`);
    },
    held: async () => (await fetch(`${origin}/faults`)).json() as Promise<Held>,
    async serve() {
      site = await serveSite({
        ...{ port, pages: shown, state: join(folder, 'state'), log, main: MAIN },
        // What is tried here is not how many may send.
        vars: NEVER_BUSY,
      });
    },
    async kill() {
      await site?.stop('SIGKILL');
    },
    async end() {
      await site?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
