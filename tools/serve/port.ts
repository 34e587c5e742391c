import { createServer } from 'node:net';

/** A port of this computer that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Whether a port of this computer can be used: nobody listens on it, on either kind of address. */
export async function portIsFree(port: number): Promise<boolean> {
  const tries = ['127.0.0.1', '::1'].map(
    (host) =>
      new Promise<boolean>((resolve) => {
        const server = createServer();
        server
          .once('error', (error: NodeJS.ErrnoException) =>
            resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
          )
          .listen(port, host, () => server.close(() => resolve(true)));
      }),
  );
  return (await Promise.all(tries)).every(Boolean);
}

/** The port that a word names, 1 to 65535. Throws with what to do when it names none. */
export function readPort(word: string, name: string): number {
  const port = Number(word);
  if (/^\d+$/.test(word) && port >= 1 && port <= 65_535) return port;
  throw new Error(`${name} is “${word}”. Give it a number from 1 to 65535, such as 8787.`);
}
