import type { Page } from '@playwright/test';
import { boxItem } from '../../../src/protocol/seal/authenticated-box.ts';
import type { CentrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { deriveMailboxPair, deriveToken, drawMailboxSalt } from '../../../src/protocol/seal/mailbox.ts';
import { drawReceiptCode } from '../../../src/protocol/seal/receipt.ts';
import type { ErrorCode } from '../../../src/protocol/wire/api/errors.ts';
import type { MailboxBody } from '../../../src/protocol/wire/api/mailbox.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import type { CentreKey } from '../../../src/protocol/wire/centre-key.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { sampleAnswer } from '../../samples/answer.ts';
import type { ForeignAnswer } from '../../support/foreign-answers.ts';
import { forgedAnswer } from '../../support/forged-answer.ts';
import { refuse, stored } from './worker-answers.ts';

/** A message as the worker gives it. */
export type Message = MailboxBody['messages'][number];

/** What came to the worker of a mailbox. */
export type Asked = { method: string; path: string; body: string | null; token: string | undefined };

/** How a worker behaves: as it should, refusing, with somebody else answering in its place, or out of reach. */
export type Worker = {
  refuses: ErrorCode | null;
  foreign: ForeignAnswer | null;
  gone: boolean;
  state: MailboxBody['state'];
  salt: MailboxBody['salt'];
};

/** A mailbox that the test holds both ends of: its worker is the test, its centre a key of the test. */
export async function ownMailbox(page: Page, messages: (place: { thread: string }) => Message[]) {
  const code = drawReceiptCode();
  const salt = drawMailboxSalt();
  const { publicKey, secretKey } = await deriveMailboxPair(code, salt);
  const token = await deriveToken(code);
  const thread = randomId();
  const requests: Asked[] = [];
  const worker: Worker = {
    refuses: null,
    foreign: null,
    gone: false,
    state: 'open',
    salt: toBase64url(salt),
  };
  await page.route(/\/api\/mailbox(\/delete)?$/, async (route) => {
    const request = route.request();
    const method = request.method();
    const { pathname } = new URL(request.url());
    const authorization = request.headers()['authorization'];
    requests.push({ method, path: pathname, body: request.postData(), token: authorization });
    if (worker.gone) return route.abort();
    if (worker.foreign) return route.fulfill(worker.foreign);
    if (worker.refuses) return refuse(route, worker.refuses);
    if (method === 'DELETE' || pathname.endsWith('/delete')) {
      return route.fulfill({ json: { ok: true, deleted: thread } });
    }
    if (method === 'POST') return stored(route);
    const body: MailboxBody = {
      thread,
      salt: worker.salt,
      state: worker.state,
      receivedAt: 1_795_000_000,
      messages: messages({ thread }),
    };
    return route.fulfill({ json: { ok: true, ...body } });
  });
  return { code, publicKey, secretKey, token: toBase64url(token), thread, requests, worker };
}

/** An answer of a desk to a mailbox. */
export function answer(text: string, thread: string, from: CentrePair, to: Uint8Array): Message {
  const item = sampleAnswer(thread, text);
  return asMessage(item.id, boxItem(item, from, to));
}

/** An answer that whoever holds the receipt code made, and not the centre. */
export function forged(text: string, thread: string, centre: CentreKey, secretKey: Uint8Array): Message {
  const item = sampleAnswer(thread, text);
  return asMessage(item.id, forgedAnswer(item, centre, secretKey));
}

function asMessage(id: string, envelope: Uint8Array | null): Message {
  return {
    author: 'desk',
    id,
    at: 1_795_000_600,
    envelope: toBase64url(envelope ?? new Uint8Array()),
  };
}
