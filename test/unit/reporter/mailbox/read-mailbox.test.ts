import { afterEach, expect, it, vi } from 'vitest';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { fetchMailbox } from '../../../../src/reporter/mailbox/contents/read-mailbox.ts';

const thread = randomId();
const first = 'A'.repeat(43);
const salt = 'A'.repeat(22);

afterEach(() => vi.unstubAllGlobals());

const fetched = (place?: string) => fetchMailbox('A'.repeat(43), new AbortController().signal, place);

it('knows no mailbox where the worker knows none', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ error: { code: 'unauthorized' } }, { status: 401 }));
  expect(await fetched()).toEqual({ ok: false, code: 'unknown' });
});

/** A message of the reporter's own in the mailbox. */
function own(at: number) {
  const [prev, mac, digest] = ['A', 'B', 'C'].map((letter) => `${letter.repeat(42)}A`);
  return { author: 'reporter', id: randomId(), at, seq: at, prev, mac, digest };
}

/** Answers the pages of a mailbox one after the other, and then the last again. Gives the paths that were asked. */
function pages(...bodies: { thread?: string; messages: unknown[]; next?: number }[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const body = bodies.length > 1 ? bodies.shift() : bodies[0];
    return Response.json({ ok: true, thread, salt, first, state: 'open', receivedAt: 1, ...body });
  });
  return asked;
}

it('goes on from page to page', async () => {
  const all = [own(1), own(2), own(3)];
  const [one, two, three] = all;
  const asked = pages({ messages: [one], next: 4 }, { messages: [two], next: 9 }, { messages: [three] });
  expect(await fetched()).toMatchObject({ ok: true, body: { thread, messages: all } });
  expect(asked).toEqual(['/api/mailbox', '/api/mailbox?after=4', '/api/mailbox?after=9']);
});

it.each([
  ['is of another thread', { thread: randomId(), messages: [] }],
  ['does not go on', { messages: [], next: 4 }],
])('is not satisfied with a page that %s', async (_, second) => {
  pages({ messages: [], next: 4 }, second);
  expect(await fetched()).toEqual({ ok: false, code: 'unanswered' });
});

it('takes the contents of another thread for no answer', async () => {
  const body = { ok: true, thread: randomId(), salt, first, state: 'new', receivedAt: 1, messages: [] };
  vi.stubGlobal('fetch', async () => Response.json(body));
  expect(await fetched(thread)).toEqual({ ok: false, code: 'unanswered' });
});
