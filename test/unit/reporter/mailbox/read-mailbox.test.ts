import nacl from 'tweetnacl';
import { afterEach, expect, it, vi } from 'vitest';
import { boxItem } from '../../../../src/protocol/seal/authenticated-box.ts';
import { type CentrePair, drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { fetchMailbox, openContents } from '../../../../src/reporter/mailbox/contents/read-mailbox.ts';
import { sampleAnswer } from '../../../samples/answer.ts';
import { forgedAnswer } from '../../../support/forged-answer.ts';

const centre = drawPair();
const stranger = { ...drawPair(), keyId: centre.keyId };
const older = drawPair();
const mailbox = nacl.box.keyPair();
const thread = randomId();
const keys = {
  publicKey: toBase64url(mailbox.publicKey),
  secretKey: mailbox.secretKey,
  token: 'A'.repeat(43),
};

afterEach(() => vi.unstubAllGlobals());

/** An answer as the worker gives it, boxed by a key of somebody's for a place of somebody's choice. */
function answer(text: string, from: CentrePair, place = thread) {
  const item = sampleAnswer(place, text);
  const { id } = item;
  const envelope = boxItem(item, from, mailbox.publicKey);
  return { author: 'desk', id, at: 1_700_000_100, envelope: toBase64url(envelope ?? new Uint8Array()) };
}

const salt = 'A'.repeat(22);
const fetched = (place?: string) => fetchMailbox(keys.token, new AbortController().signal, place);

async function read(state: string, messages: unknown[]) {
  const body = { ok: true, thread, salt, state, receivedAt: 1_700_000_000, messages };
  vi.stubGlobal('fetch', async () => Response.json(body));
  const mailboxBody = await fetched();
  return mailboxBody.ok ? openContents(mailboxBody.body, keys, [centre, older]) : mailboxBody;
}

it('opens what the centre wrote', async () => {
  expect(await read('open', [answer('You are safe here.', centre)])).toMatchObject({
    status: 'answered',
    entries: [{ author: 'reporter' }, { text: 'You are safe here.' }],
  });
});

it('shows no text that somebody else boxed, or that was written for another thread', async () => {
  const read1 = await read('open', [answer('Come to this address', stranger)]);
  expect(read1).toMatchObject({ entries: [{ author: 'reporter' }, { text: null }] });
  const read2 = await read('open', [answer('Come to this address', centre, randomId())]);
  expect(read2).toMatchObject({ entries: [{ author: 'reporter' }, { text: null }] });
});

it("shows no text that its reporter's own key boxed", async () => {
  const item = sampleAnswer(thread, 'Not from the centre');
  const envelope = toBase64url(forgedAnswer(item, centre, mailbox.secretKey));
  const read1 = await read('open', [{ author: 'desk', id: item.id, at: 1_700_000_100, envelope }]);
  expect(read1).toMatchObject({ entries: [{ author: 'reporter' }, { text: null }] });
});

it('opens answers of older keys, and none that was made with one after a newer one was used', async () => {
  const answers = [answer('1', older), answer('2', centre), answer('3', older), answer('4', centre)];
  expect(await read('open', answers)).toMatchObject({
    entries: [{ author: 'reporter' }, { text: '1' }, { text: '2' }, { text: null }, { text: '4' }],
  });
});

it.each([
  ['new', 'received'],
  ['taken', 'read'],
  ['open', 'read'],
  ['closed', 'closed'],
])('says of a referral that is %s: %s', async (state, status) => {
  expect(await read(state, [])).toMatchObject({ status });
});

it('knows no mailbox where the worker knows none', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ error: { code: 'unauthorized' } }, { status: 401 }));
  expect(await fetched()).toEqual({ ok: false, code: 'unknown' });
});

const own = (at: number) => ({ author: 'reporter', id: randomId(), at });

it.each([
  ['an answer', () => [answer('Hello', centre)], 'answered'],
  ['an answer and a reply', () => [answer('Hello', centre), own(1_700_000_200)], 'received'],
  ['an answer, a reply and an answer', () => [answer('A', centre), own(1), answer('B', centre)], 'answered'],
  ['a message of their own', () => [own(1_700_000_200)], 'received'],
  ['nothing but a forged answer', () => [answer('Come here', stranger)], 'read'],
  ['an answer and then a forged one', () => [answer('Hello', centre), answer('Come', stranger)], 'answered'],
  ['a reply and then a forged answer', () => [own(1), answer('Come here', stranger)], 'received'],
  [
    'an answer, a reply, a forged answer',
    () => [answer('A', centre), own(1), answer('B', stranger)],
    'received',
  ],
])('says where a thread stands by what was last written in it: %s', async (_what, messages, status) => {
  expect(await read('open', messages())).toMatchObject({ status });
});

/** Answers the pages of a mailbox one after the other, and then the last again. Gives the paths that were asked. */
function pages(...bodies: { thread?: string; messages: unknown[]; next?: number }[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const body = bodies.length > 1 ? bodies.shift() : bodies[0];
    return Response.json({ ok: true, thread, salt, state: 'open', receivedAt: 1, ...body });
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
  const body = { ok: true, thread: randomId(), salt, state: 'new', receivedAt: 1_700_000_000, messages: [] };
  vi.stubGlobal('fetch', async () => Response.json(body));
  expect(await fetched(thread)).toEqual({ ok: false, code: 'unanswered' });
});
