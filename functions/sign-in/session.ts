import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { SESSION_HEADER } from '../../src/protocol/wire/api/door.ts';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import { sha256 } from '../../src/protocol/wire/sha256.ts';
import type { App } from '../env.ts';
import { now } from '../http/clock.ts';
import { refuse } from '../http/refuse.ts';
import { findSession } from '../store/sessions.ts';
import { readToken } from './token.ts';

/** Seconds for which a session lasts: a night's duty. */
export const SESSION_LIFETIME = 12 * 60 * 60;

/**
 * The cookies `__Host-desk-…`, one for each session, called by the first letters of its name: no script reads them, no
 * other site makes a browser send them, no plain connection carries them. One for each, because all tabs of a browser
 * share its cookies: a tab that signs in or out must leave the sessions of the others alone. On this computer itself,
 * where the site is tried over http, they are called `desk-…` and are not `Secure`: Safari keeps no `Secure` cookie
 * there.
 */
function cookieOptions(c: Context) {
  const closed = { path: '/', httpOnly: true, sameSite: 'Strict' } as const;
  return isLoopback(new URL(c.req.url)) ? closed : ({ ...closed, prefix: 'host', secure: true } as const);
}

/** Whether a request was made over plain http to this very computer. Cloudflare routes no such host. */
function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}

const cookieName = (session: string) => `desk-${session.slice(0, 8)}`;

/** The session that a request names, as `POST /api/desk/session` named it; empty where that is no such name. */
function sessionNamed(c: Context): string {
  const session = c.req.header(SESSION_HEADER) ?? '';
  return /^[\w-]{43}$/.test(session) ? session : '';
}

/** Gives the browser a session's token (32 bytes). `session` is the base64url of its hash. */
export function setSessionCookie(c: Context, session: string, token: Uint8Array): void {
  setCookie(c, cookieName(session), toBase64url(token), { ...cookieOptions(c), maxAge: SESSION_LIFETIME });
}

/** Takes the token of the session that the request names away from the browser. */
export function clearSessionCookie(c: Context): void {
  const session = sessionNamed(c);
  if (session !== '') deleteCookie(c, cookieName(session), cookieOptions(c));
}

/**
 * The hash of the token of the session that the request names; of random bytes when it names none, or the browser sent
 * no token for it, or one of another session.
 */
export async function sessionHash(c: Context): Promise<Uint8Array<ArrayBuffer>> {
  const session = sessionNamed(c);
  const name = cookieName(session);
  const options = cookieOptions(c);
  const sent = 'prefix' in options ? getCookie(c, name, options.prefix) : getCookie(c, name);
  const token = readToken(sent ?? '');
  const hash = await sha256(token);
  return toBase64url(hash) === session ? hash : sha256(crypto.getRandomValues(token));
}

/** Lets members with a session in and sets `member`; everyone else gets 401 `unauthorized`. */
export const signedIn = createMiddleware<App>(async (c, next) => {
  const member = await findSession(c.env.DB, await sessionHash(c), now());
  if (!member) return refuse(c, 'unauthorized');
  c.set('member', member);
  return next();
});
