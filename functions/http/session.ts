import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { toBase64url } from '../../src/protocol/bytes.ts';
import type { App } from '../env.ts';
import { findSession } from '../store/sessions.ts';
import { now } from './clock.ts';
import { refuse } from './refuse.ts';
import { hashToken, readToken } from './token.ts';

/** Seconds for which a session lasts: a night's duty. */
export const SESSION_LIFETIME = 12 * 60 * 60;

const COOKIE = 'desk';

/**
 * The cookie `__Host-desk`: no script reads it, no other site makes a browser send it, no plain connection carries it.
 * On this computer itself, where the site is tried over http, it is called `desk` and is not `Secure`: Safari keeps no
 * `Secure` cookie there.
 */
function cookieOptions(c: Context) {
  const closed = { path: '/', httpOnly: true, sameSite: 'Strict' } as const;
  return isLoopback(new URL(c.req.url)) ? closed : ({ ...closed, prefix: 'host', secure: true } as const);
}

/** Whether a request was made over plain http to this very computer. Cloudflare routes no such host. */
function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}

/** Gives the browser a session's token (32 bytes). */
export function setSessionCookie(c: Context, token: Uint8Array): void {
  setCookie(c, COOKIE, toBase64url(token), { ...cookieOptions(c), maxAge: SESSION_LIFETIME });
}

/** Takes the session's token away from the browser. */
export function clearSessionCookie(c: Context): void {
  deleteCookie(c, COOKIE, cookieOptions(c));
}

/** The hash of the token that the browser sent, or of random bytes when it sent none. */
export function sessionHash(c: Context): Promise<Uint8Array<ArrayBuffer>> {
  const options = cookieOptions(c);
  const sent = 'prefix' in options ? getCookie(c, COOKIE, options.prefix) : getCookie(c, COOKIE);
  return hashToken(readToken(sent ?? ''));
}

/** Lets members with a session in and sets `member`; everyone else gets 401 `unauthorized`. */
export const signedIn = createMiddleware<App>(async (c, next) => {
  const member = await findSession(c.env.DB, await sessionHash(c), now());
  if (!member) return refuse(c, 'unauthorized');
  c.set('member', member);
  return next();
});
