import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer on its way from the site to a person, which something in between may change. */
export type Passing = {
  /** The host that was asked, with its port. */
  host: string;
  path: string;
  status: number;
  headers: IncomingHttpHeaders & Record<string, string | string[] | undefined>;
  body: Buffer;
};

/** Stands where Cloudflare's edge stands, before the site at `origin`: `change` is what it does to each answer. */
export async function startEdge(origin: string, change: (passing: Passing) => Passing) {
  const server = createServer((asked, answer) => {
    const { 'accept-encoding': _, ...headers } = asked.headers;
    request(new URL(asked.url ?? '/', origin), { method: asked.method, headers }, (given) => {
      const pieces: Buffer[] = [];
      given.on('data', (piece: Buffer) => pieces.push(piece));
      given.once('end', () => {
        const { 'content-length': _, 'transfer-encoding': __, ...kept } = given.headers;
        const passed = change({
          host: asked.headers.host ?? '',
          path: asked.url ?? '/',
          status: given.statusCode ?? 0,
          headers: kept,
          body: Buffer.concat(pieces),
        });
        answer.writeHead(passed.status, passed.headers).end(passed.body);
      });
    }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    site: new URL(`http://127.0.0.1:${port}/`),
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
