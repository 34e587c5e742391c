import type { Page } from '@playwright/test';
import type nacl from 'tweetnacl';
import type { DeskMessage } from '../../../src/protocol/items/kinds/message.ts';
import type { Status } from '../../../src/protocol/items/kinds/status.ts';
import { boxItem } from '../../../src/protocol/seal/authenticated-box.ts';
import type { CentrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { deriveMailboxPair, deriveToken, drawMailboxSalt } from '../../../src/protocol/seal/mailbox.ts';
import { drawReceiptCode } from '../../../src/protocol/seal/receipt.ts';
import type { ErrorCode } from '../../../src/protocol/wire/api/errors.ts';
import type { MailboxBody } from '../../../src/protocol/wire/api/mailbox.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { sampleAnswer } from '../../samples/answer.ts';
import type { ForeignAnswer } from '../../support/foreign-answers.ts';
import { forgedAnswer } from '../../support/forged-answer.ts';
import { writtenThread } from '../../support/written-thread.ts';
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
  /** When it came, and where it is closed the day of its end. */
  receivedAt: MailboxBody['receivedAt'];
  purgeDay?: number;
  salt: MailboxBody['salt'];
};

/** What writes into such a mailbox, each message behind those before it; all of the centre, if no other is named. */
export type Writing = {
  /** An answer of the desk: of this centre, or of another that has its key id. */
  desk: (text: string, by?: CentrePair) => Message;
  /** What the desk tells without a word. */
  status: (says: Status['says']) => Message;
  /** One that was made for another thread. */
  elsewhere: (text: string) => Message;
  /** One that whoever holds the receipt code made, and not the centre. */
  forged: (text: string) => Message;
  /** A message of the reporter's own. */
  reporter: (text?: string) => Message;
};

/**
 * A mailbox that the test holds both ends of: its worker is the test, its centre a key of the test. `messages` is asked
 * anew for what it holds each time.
 */
export async function ownMailbox(page: Page, centre: CentrePair, messages: (writing: Writing) => Message[]) {
  const code = drawReceiptCode();
  const salt = drawMailboxSalt();
  const { publicKey, secretKey } = await deriveMailboxPair(code, salt);
  const token = await deriveToken(code);
  const thread = randomId();
  const mailbox = { publicKey, secretKey };
  const first = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  const requests: Asked[] = [];
  const worker: Worker = {
    refuses: null,
    foreign: null,
    gone: false,
    state: 'open',
    receivedAt: 1_795_000_000,
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
      receivedAt: worker.receivedAt,
      ...(worker.purgeDay !== undefined && { purgeDay: worker.purgeDay }),
      first,
      messages: messages(writingIn(thread, first, mailbox, centre)),
    };
    return route.fulfill({ json: { ok: true, ...body } });
  });
  return { code, publicKey, secretKey, token: toBase64url(token), thread, requests, worker };
}

function writingIn(thread: string, first: string, mailbox: nacl.BoxKeyPair, centre: CentrePair): Writing {
  const sides = writtenThread({ thread, first, mailbox, centre });
  const fromDesk = ({ id, envelope }: { id: string; envelope: string }): Message => ({
    author: 'desk',
    id,
    at: 1_795_000_600,
    envelope,
  });
  const boxed = (item: DeskMessage, envelope: Uint8Array | null) =>
    fromDesk({ id: item.id, envelope: toBase64url(envelope ?? new Uint8Array()) });
  return {
    desk: (text, by) => {
      if (!by) return fromDesk(sides.desk(text));
      const item = sampleAnswer(thread, text);
      return boxed(item, boxItem(item, by, mailbox.publicKey));
    },
    status: (says) => fromDesk(sides.status(says)),
    elsewhere(text) {
      const item = sampleAnswer(randomId(), text);
      return boxed(item, boxItem(item, centre, mailbox.publicKey));
    },
    forged(text) {
      const item = sampleAnswer(thread, text);
      return boxed(item, forgedAnswer(item, centre, mailbox.secretKey));
    },
    reporter(text = 'Thank you.') {
      const { envelope: _, ...own } = sides.reporter(text);
      return { author: 'reporter', at: 1_795_000_900, ...own };
    },
  };
}
