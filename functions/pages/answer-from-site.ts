import { workerHeaders } from '../security/headers.ts';
import { type Site, siteAt } from './site-at.ts';

const LANGUAGES = ['nl', 'fr', 'en'];

/**
 * Answers for an address of the built site that the worker sees: with the desk's page or chunk at the desk's host, and
 * where there is no file at this host with the address in small letters if that exists, as people type from paper, else
 * with the host's page that says so, status 404.
 *
 * Never with the headers of the address that was asked for: those let browsers keep a script for a year, and a browser
 * would keep this answer as long, and go without the script.
 */
export async function answerFromSite(request: Request, assets: Fetcher, desk: boolean): Promise<Response> {
  const site = siteAt(desk, assets);
  const found = await site(request);
  if (found.status !== 404) return found;
  return (await inSmallLetters(request, site)) ?? (await notFound(request, site, desk));
}

/** A redirect to the same address in small letters, or null where that differs in nothing or isn't there either. */
async function inSmallLetters(request: Request, site: Site): Promise<Response | null> {
  const { pathname, search, origin } = new URL(request.url);
  const small = pathname.toLowerCase();
  // Two slashes in front would be the address of another host.
  if (small === pathname || /^[/\\]{2}/.test(small)) return null;
  const there = await site(new Request(origin + small, { method: request.method }));
  if (there.status !== 200) return null;
  return new Response(null, { status: 302, headers: { ...workerHeaders(), Location: small + search } });
}

/** The page that says that nothing is here, in the language of the address, with that page's own headers. */
async function notFound(request: Request, site: Site, desk: boolean): Promise<Response> {
  const { pathname, origin } = new URL(request.url);
  const first = pathname.split('/')[1]?.toLowerCase() ?? '';
  const language = LANGUAGES.find((known) => known === first);
  const path = desk ? `/${language ?? LANGUAGES[0]}/desk/404/` : language ? `/${language}/404/` : '/404/';
  const page = await site(new Request(origin + path, { method: request.method }));
  if (page.status !== 200) return new Response(null, { status: 404, headers: workerHeaders() });
  const headers = new Headers(page.headers);
  for (const name of ['ETag', 'CF-Cache-Status']) headers.delete(name);
  return new Response(page.body, { status: 404, headers });
}
