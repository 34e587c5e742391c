import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';

const RING = 'AAAAAAAAAAAAAAAAAAAAAA';
const HOST = 'https://desk.test';
const OWN = '/nl/desk/';

/** What the page that gives the service worker puts before it (src/pages/[lang]/desk/bell.js.ts). */
const GIVEN = { words: { title: 'Desk', text: 'Waits', lost: 'Lost' }, desk: OWN, desks: [OWN, '/fr/desk/'] };

const script = stripTypeScriptTypes(readFileSync('src/desk/ringing/service/bell.ts', 'utf8'));

/** The desk's service worker in a browser of which a test gives the windows; and all that it then does, in its order. */
async function tapped({ windows, data = RING }: { windows: readonly string[]; data?: unknown }) {
  const did: string[] = [];
  const heard = new Map<string, (event: object) => void>();
  let asked: unknown;
  runInNewContext(script, {
    ...GIVEN,
    URL,
    addEventListener: (name: string, hears: (event: object) => void) => heard.set(name, hears),
    clients: {
      matchAll: async (how: unknown) => {
        asked = how;
        return windows.map((path) => ({
          url: HOST + path,
          focus: async () => void did.push(`focus ${path}`),
        }));
      },
      openWindow: async (path: string) => void did.push(`open ${path}`),
    },
    fetch: async (path: string, { method }: RequestInit) => {
      did.push(`${method} ${path}`);
      return new Response();
    },
  });
  const until: Promise<unknown>[] = [];
  heard.get('notificationclick')?.({
    notification: { data, close: () => void did.push('close') },
    waitUntil: (work: Promise<unknown>) => void until.push(work),
  });
  // The browser keeps it running for no longer than it says itself.
  await Promise.all(until);
  return { did, asked };
}

const told = `POST /api/desk/rings/${RING}/answered`;

it.each([
  ['opens the desk at its address where none is open', [], `open ${OWN}`],
  [
    'opens one beside pages of the host that are no desk',
    ['/', '/nl/nothing/', '/nl/desktop/'],
    `open ${OWN}`,
  ],
  ['brings an open desk to the front', ['/', OWN], `focus ${OWN}`],
  ['brings the one to the front that was used last', [`${OWN}#a`, OWN], `focus ${OWN}#a`],
  [
    'brings a desk in another language to the front, and opens no second one',
    ['/fr/desk/'],
    'focus /fr/desk/',
  ],
])('a tap %s', async (_, windows, does) => {
  const { did, asked } = await tapped({ windows });
  expect(did[0]).toBe('close');
  expect(did.filter((one) => /^(open|focus)/.test(one))).toEqual([does]);
  expect(did.filter((one) => one.startsWith('POST'))).toEqual([told]);
  // A page that was loaded before the service worker was there is a desk as well.
  expect(asked).toEqual({ type: 'window', includeUncontrolled: true });
});

it('a tap on what came with no ring opens the desk and tells nobody', async () => {
  const { did } = await tapped({ windows: [], data: null });
  expect(did).toEqual(['close', `open ${OWN}`]);
});
