import { createServer } from 'node:net';
import * as z from 'zod';
import { end, printed, start } from './process.ts';
import type { Browser, Launch, Tab } from './tab.ts';

const Answer = z.object({ value: z.unknown() });
const Session = z.object({ sessionId: z.string() });
const Window = z.object({ handle: z.string() });
const Fault = z.object({ error: z.string(), message: z.string().optional() });

/** A port of this computer that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** WebKitGTK, the engine of Safari, over classic WebDriver, on a screen that nobody sees. It keeps no profile. */
export async function launchWebKit(path: string, { proxy }: Launch): Promise<Browser> {
  const screen = start('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  screen.stderr?.resume();
  const display = await printed(screen, screen.stdout, /(\d+)\n/);
  const port = await freePort();
  const driver = start(path, [`--port=${port}`], {
    DISPLAY: `:${display}`,
    GDK_BACKEND: 'x11',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  });
  driver.stdout?.resume();
  driver.stderr?.resume();

  const send = async (method: string, route: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${route}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const { value } = Answer.parse(await response.json());
    if (response.ok) return value;
    const fault = Fault.parse(value);
    throw new Error(`${route}: ${fault.error} ${fault.message ?? ''}`);
  };

  const ready = async (tries = 300): Promise<void> => {
    const there = await send('GET', '/status').then(
      () => true,
      () => false,
    );
    if (there) return;
    if (tries === 0) throw new Error(`${path} did not start`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return ready(tries - 1);
  };
  await ready();

  const { sessionId } = Session.parse(
    await send('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          acceptInsecureCerts: true,
          // A script in a page that is just being left may never end; it is asked again.
          timeouts: { script: 5000 },
          'webkitgtk:browserOptions': {
            args: [
              '--automation',
              `--proxy=http://127.0.0.1:${proxy}`,
              '--ignore-host=localhost',
              '--ignore-host=*.localhost',
            ],
          },
        },
      },
    }),
  );
  const session = `/session/${sessionId}`;
  const handles = async () => z.array(z.string()).parse(await send('GET', `${session}/window/handles`));
  let current = '';

  const tabOf = (handle: string): Tab => {
    const inTab = async (method: string, route: string, body?: object) => {
      if (current !== handle) await send('POST', `${session}/window`, { handle });
      current = handle;
      return send(method, `${session}${route}`, body);
    };
    return {
      open: async (url) => void (await inTab('POST', '/url', { url })),
      async evaluate(expression) {
        const script = `const done = arguments[arguments.length - 1];
          Promise.resolve(${expression}).then((value) => done(JSON.stringify({ value: value ?? null })),
            (error) => done(JSON.stringify({ error: String(error) })));`;
        const text = z.string().parse(await inTab('POST', '/execute/async', { script, args: [] }));
        const { value, error } = z
          .object({ value: z.unknown(), error: z.string().optional() })
          .parse(JSON.parse(text));
        if (error !== undefined) throw new Error(error);
        return value;
      },
      input: async (input) => void (await inTab('POST', '/actions', { actions: [input] })),
      traverse: async (delta) => void (await inTab('POST', delta < 0 ? '/back' : '/forward', {})),
      async close() {
        await inTab('DELETE', '/window');
        // Not being in any window it could open none.
        [current = ''] = await handles();
        await send('POST', `${session}/window`, { handle: current });
      },
    };
  };

  const stop = async () => {
    await end(driver, 'SIGKILL');
    await end(screen, 'SIGTERM');
  };
  return {
    newTab: async () =>
      tabOf(Window.parse(await send('POST', `${session}/window/new`, { type: 'window' })).handle),
    keepsSession: () => false,
    tabs: async () => (await handles()).map(tabOf),
    async quit() {
      await send('DELETE', session).catch(() => {});
      await stop();
    },
    kill: stop,
  };
}
