import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';

/** All other sites of the world, so that no test leaves this computer. */
export type World = {
  /** The port of a proxy for https. */
  proxy: number;
  /** From here on nothing of the world answers, or again. */
  hold: (held: boolean) => void;
  stop: () => Promise<void>;
};

/** Each host is a page that says its name, and has something to type, or to tick, as careless pages have. */
const SITE = `export default { fetch(request) {
  const { hostname } = new URL(request.url);
  const control = hostname.startsWith('tick')
    ? '<input type="checkbox" id="ticked" name="ticked">'
    : '<input id="typed" name="typed">';
  const page = '<!doctype html><title>' + hostname + '</title><p>' + hostname + '</p><form style="height: 9000px">' + control + '</form>';
  return new Response(page, { headers: { 'Content-Type': 'text/html' } });
} }`;

/** Starts the world: one TLS server with a certificate that nobody trusts, behind a proxy that leads every host to it. */
export async function startWorld(): Promise<World> {
  const site = new Miniflare(
    convertV4MiniflareOptions({ modules: true, script: SITE, https: true, host: '127.0.0.1', port: 0 }),
  );
  const { port } = await site.ready;
  const open = new Set<Duplex>();
  const held = new Set<Duplex>();
  let holding = false;

  const proxy = createServer().on('connect', (_: IncomingMessage, client: Duplex, early: Buffer) => {
    open.add(client);
    client.on('error', () => {}).on('close', () => open.delete(client));
    if (holding) {
      held.add(client);
      return;
    }
    const server = connect(Number(port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      server.write(early);
      server.pipe(client).pipe(server);
    });
    server.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address() as AddressInfo;

  return {
    proxy: address.port,
    hold(on) {
      holding = on;
      // What is open would go on answering, and what was held back would wait for ever.
      for (const socket of on ? open : held) socket.destroy();
      held.clear();
    },
    async stop() {
      for (const socket of open) socket.destroy();
      proxy.close();
      await site.dispose();
    },
  };
}
