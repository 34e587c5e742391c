import { env } from 'cloudflare:workers';

/** The built site as the worker sees it: these paths exist, and each says its name. */
export function siteOf(paths: readonly string[]): Fetcher {
  return new Proxy(env.ASSETS, {
    get: () => async (request: Request) => {
      const { pathname } = new URL(request.url);
      const headers = { 'Cache-Control': 'public, max-age=31536000, immutable', ETag: '"1"' };
      if (!paths.includes(pathname)) return new Response(null, { status: 404, headers });
      return new Response(`asset ${pathname}`, { headers: { ...headers, 'Cache-Control': 'no-store' } });
    },
  });
}
