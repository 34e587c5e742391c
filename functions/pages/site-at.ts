/** The desk's pages in each language, and the chunks that they alone load. */
const OF_DESK = /^\/(_desk|[^/]+\/desk)(?=[./]|$)/;

/**
 * Whether a path belongs to the desk: its pages, and the chunks that they alone load. Read as Cloudflare reads a path
 * when it looks for a file (decoded, several slashes as one): another spelling of it would lead there.
 */
export function isOfDesk(pathname: string): boolean {
  return OF_DESK.test(pathname.split('/').map(decoded).join('/').replace(/\/+/g, '/'));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The built site as one of its hosts has it: it gives the file for a request, or 404. */
export type Site = (request: Request) => Promise<Response>;

/** The built site at the desk's host, or at the public one: what is the other's is as if it were not there. */
export function siteAt(desk: boolean, assets: Fetcher): Site {
  return async (request) => {
    const own = isOfDesk(new URL(request.url).pathname) === desk;
    return own ? assets.fetch(request) : new Response(null, { status: 404 });
  };
}
