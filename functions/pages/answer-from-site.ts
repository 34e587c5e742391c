import { workerHeaders } from '../security/headers.ts';
import { type Site, siteAt } from './site-at.ts';

/** What says at the desk's host that nothing is here, where the address names no language of the desk. */
const NOTHING_AT_DESK = '/nl/desk/404/';

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

/**
 * A redirect to the same address in small letters, with its language in its own spelling, or null where that differs in
 * nothing or isn't there either.
 */
async function inSmallLetters(request: Request, site: Site): Promise<Response | null> {
  const { pathname, search, origin } = new URL(request.url);
  const small = pathname.toLowerCase();
  // Two slashes in front would be the address of another host.
  if (/^[/\\]{2}/.test(small)) return null;
  const language = languageIn(small);
  const spelled = language === undefined ? small : small.replace(/^\/[^/]+/, `/${language}`);
  for (const path of new Set([small, spelled])) {
    if (path === pathname) continue;
    const there = await site(new Request(origin + path, { method: request.method }));
    if (there.status === 200)
      return new Response(null, { status: 302, headers: { ...workerHeaders(), Location: path + search } });
  }
  return null;
}

/**
 * The page that says that nothing is here, in the language of the address where the host has one in it, with that page's
 * own headers. Which languages there are, the built site alone knows.
 */
async function notFound(request: Request, site: Site, desk: boolean): Promise<Response> {
  const { pathname, origin } = new URL(request.url);
  const language = languageIn(pathname);
  const own = language === undefined ? [] : [`/${language}/${desk ? 'desk/' : ''}404/`];
  for (const path of [...own, desk ? NOTHING_AT_DESK : '/404/']) {
    const page = await site(new Request(origin + path, { method: request.method }));
    if (page.status !== 200) continue;
    const headers = new Headers(page.headers);
    for (const name of ['ETag', 'CF-Cache-Status']) headers.delete(name);
    return new Response(page.body, { status: 404, headers });
  }
  return new Response(null, { status: 404, headers: workerHeaders() });
}

/** What may be a language at the beginning of an address, in its own spelling: `pt-BR` for `/pt-br/info/`. */
function languageIn(pathname: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(pathname.split('/')[1])[0];
  } catch {
    return undefined;
  }
}
