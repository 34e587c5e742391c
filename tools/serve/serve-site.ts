import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { readAnswer } from '../../src/protocol/wire/api/answer.ts';
import { deskHost } from '../build/desk-host.ts';
import { wranglerEnvironment } from '../store/local-store.ts';
import { listenForBell } from './local-bell.ts';
import { localSecrets } from './local-secrets.ts';
import { tickCrons } from './tick-crons.ts';

/** A running site: the worker in workerd, with its store and the built pages. */
export type ServedSite = {
  origin: string;
  /** Ends the server, by a signal of which it may hear nothing, and resolves when it is gone. */
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  /** Resolves with the exit code when the server ends by itself. */
  ended: Promise<number | null>;
};

/**
 * Serves built pages and the worker on http://localhost, as Cloudflare would, and resolves when it answers. The worker
 * takes envelopes for the keys that these pages publish, and its scheduled work is done once a minute. Its secrets are
 * those of the store in `state`. `vars` are set for the worker beside those of wrangler.toml and of our environment. `log` names a file for
 * everything that the server prints; `main` another worker than ours, for tests. `rang` is called when the bell rings, unless
 * `vars` or our environment name a webhook. Throws when nothing answers within a
 * minute.
 */
export async function serveSite(options: {
  port: number;
  pages: string;
  state: string;
  log: string;
  main?: string;
  vars?: Readonly<Record<string, string>>;
  rang?: () => void;
}): Promise<ServedSite> {
  const { port, pages, state, log, main } = options;
  const vars = { DESK_HOST: deskHost('local'), ...options.vars };
  const bell = await listenForBell(options.rang);
  const server = spawn(
    'wrangler',
    [
      ...['dev', ...(main === undefined ? [] : [main]), '-c', 'wrangler.toml', '--port', String(port)],
      ...['--assets', pages, '--persist-to', state],
      ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    {
      // What our environment sets the worker gets too. Other programs can read what stands on a command line.
      env: {
        ...wranglerEnvironment(),
        CLOUDFLARE_INCLUDE_PROCESS_ENV: 'true',
        ...localSecrets(state),
        WEBHOOK_URL: process.env['WEBHOOK_URL'] || bell.url,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      // A group of its own, so that workerd goes with it.
      detached: process.platform !== 'win32',
    },
  );
  const output = createWriteStream(log);
  server.stdout.pipe(output, { end: false });
  server.stderr.pipe(output, { end: false });
  const ended = new Promise<number | null>((resolve) => server.once('close', resolve));
  const origin = `http://localhost:${port}`;
  const stopTicking = tickCrons(origin);
  const stop: ServedSite['stop'] = async (signal = 'SIGTERM') => {
    stopTicking();
    bell.stop();
    if (server.exitCode !== null || server.signalCode !== null) return;
    if (process.platform === 'win32' || server.pid === undefined) server.kill(signal);
    else process.kill(-server.pid, signal);
    await Promise.race([ended, wait(5000)]);
  };
  if (await answers(origin, ended)) return { origin, stop, ended };
  await stop();
  throw new Error(`The site did not start. What it printed is in ${log}.`);
}

async function answers(origin: string, ended: Promise<unknown>): Promise<boolean> {
  let running = true;
  ended.then(() => {
    running = false;
  });
  const deadline = Date.now() + 60_000;
  while (running && Date.now() < deadline) {
    // Something else may answer at this port.
    const healthy = await fetch(`${origin}/api/health`).then(
      async (response) => (await readAnswer(response))?.ok === true,
      () => false,
    );
    if (healthy) return true;
    await wait(200);
  }
  return false;
}
