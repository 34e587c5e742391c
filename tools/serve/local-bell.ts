import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A webhook on this computer: where the worker rings, and what ends it. */
export type LocalBell = { url: string; stop: () => void };

/**
 * Listens for the bell of a worker on this computer, where no channel is set up that would reach anybody. `rang` is called
 * each time.
 */
export async function listenForBell(rang: () => void = () => {}): Promise<LocalBell> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      if (request.method === 'POST') rang();
      response.writeHead(request.method === 'POST' ? 204 : 404).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}
