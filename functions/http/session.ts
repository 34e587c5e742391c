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

/** The cookie `__Host-desk`: no script reads it, and no other site makes a browser send it. */
const COOKIE = {
  name: 'desk',
  options: { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' },
} as const;

/** Gives the browser a session's token (32 bytes). */
export function setSessionCookie(c: Context, token: Uint8Array): void {
  setCookie(c, COOKIE.name, toBase64url(token), { ...COOKIE.options, maxAge: SESSION_LIFETIME });
}

/** Takes the session's token away from the browser. */
export function clearSessionCookie(c: Context): void {
  deleteCookie(c, COOKIE.name, COOKIE.options);
}

/** The hash of the token that the browser sent, or of random bytes when it sent none. */
export function sessionHash(c: Context): Promise<Uint8Array<ArrayBuffer>> {
  return hashToken(readToken(getCookie(c, COOKIE.name, COOKIE.options.prefix) ?? ''));
}

/** Lets members with a session in and sets `member`; everyone else gets 401 `unauthorized`. */
export const signedIn = createMiddleware<App>(async (c, next) => {
  const member = await findSession(c.env.DB, await sessionHash(c), now());
  if (!member) return refuse(c, 'unauthorized');
  c.set('member', member);
  return next();
});
