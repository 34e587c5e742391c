import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { clearSessionCookie, sessionHash, setSessionCookie } from '../../../functions/sign-in/session.ts';
import { TOKEN_BYTES } from '../../../functions/sign-in/token.ts';
import { SESSION_HEADER } from '../../../src/protocol/wire/api/door.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';

const token = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
const text = toBase64url(token);
/** The name of the session, by which its cookie is called. */
const session = toBase64url(await sha256(token));
const called = session.slice(0, 8);
const named = { [SESSION_HEADER]: session };

/** The least that uses the cookie: it is set, read as a hash, and cleared. */
const app = new Hono()
  .post('/', (c) => {
    setSessionCookie(c, session, token);
    return c.body(null, 204);
  })
  .get('/', async (c) => c.text(toBase64url(await sessionHash(c))))
  .delete('/', (c) => {
    clearSessionCookie(c);
    return c.body(null, 204);
  });

const setAt = async (address: string, method = 'POST') =>
  (await app.request(address, { method, headers: named })).headers.get('Set-Cookie')?.split('; ').sort();

const reads = async (address: string, Cookie: string) =>
  (await (await app.request(address, { headers: { Cookie, ...named } })).text()) === session;

const AWAY = [
  'https://pag-asa.test/',
  'http://pag-asa.test/',
  'https://localhost/',
  'http://localhost.pag-asa.test/',
  'http://notlocalhost/',
  'http://127.0.0.1.pag-asa.test/',
  'http://10.0.0.1/',
];
const HERE = [
  'http://localhost:8787/',
  'http://desk.localhost:8787/',
  'http://127.0.0.1:8787/',
  'http://[::1]:8787/',
];

it.each(AWAY)('at %s is closed to all but its own host over TLS', async (address) => {
  const closed = ['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure'];
  expect(await setAt(address)).toEqual([
    ...closed.slice(0, 1),
    'Max-Age=43200',
    ...closed.slice(1),
    `__Host-desk-${called}=${text}`,
  ]);
  expect(await setAt(address, 'DELETE')).toEqual([
    ...closed.slice(0, 1),
    'Max-Age=0',
    ...closed.slice(1),
    `__Host-desk-${called}=`,
  ]);
  expect(await reads(address, `__Host-desk-${called}=${text}`)).toBe(true);
  // Whoever can set a plain cookie on the host can't set this one.
  expect(await reads(address, `desk-${called}=${text}`)).toBe(false);
});

it.each(HERE)('at %s, on this computer, is one that Safari keeps too', async (address) => {
  expect(await setAt(address)).toEqual([
    'HttpOnly',
    'Max-Age=43200',
    'Path=/',
    'SameSite=Strict',
    `desk-${called}=${text}`,
  ]);
  expect(await setAt(address, 'DELETE')).toEqual([
    'HttpOnly',
    'Max-Age=0',
    'Path=/',
    'SameSite=Strict',
    `desk-${called}=`,
  ]);
  expect(await reads(address, `desk-${called}=${text}`)).toBe(true);
  expect(await reads(address, `__Host-desk-${called}=${text}`)).toBe(false);
});
