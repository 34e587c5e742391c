import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { boxItem } from '../../../../src/protocol/seal/authenticated-box.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import type { MailboxBody } from '../../../../src/protocol/wire/api/mailbox.ts';
import { toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { type Entry, openContents } from '../../../../src/reporter/mailbox/contents/open-contents.ts';
import { sampleAnswer } from '../../../samples/answer.ts';
import { forgedAnswer } from '../../../support/forged-answer.ts';
import { type Written, writtenThread } from '../../../support/written-thread.ts';

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

type Message = MailboxBody['messages'][number];

/** When the samples say that they were written. */
const AT = 1_794_999_600;

/** A message as the worker gives it. */
const fromDesk = ({ id, envelope }: Pick<Written, 'id' | 'envelope'>, at = AT): Message => ({
  author: 'desk',
  id,
  at,
  envelope,
});
const own = ({ envelope: _, ...place }: ReturnType<ReturnType<typeof writtenThread>['reporter']>) =>
  ({ author: 'reporter', at: AT, ...place }) satisfies Message;

const write = () => writtenThread({ thread, mailbox, centre });

function open(first: string, messages: Message[], state: MailboxBody['state'] = 'open') {
  const body = { thread, salt: 'A'.repeat(22), state, receivedAt: AT, first, messages };
  return openContents(body, keys, [centre, older]);
}

/** What the mailbox shows of messages: what can be read, and what is wrong. */
const shown = (entries: Entry[]) =>
  entries
    .slice(1)
    .map((entry) => (entry.author === 'desk' ? [entry.text, entry.wrong] : ['own', entry.wrong]));

/** An answer that somebody made for some place. */
function answerOf(text: string, by = centre, place = thread): Message {
  const item = sampleAnswer(place, text);
  return fromDesk({
    id: item.id,
    envelope: toBase64url(boxItem(item, by, mailbox.publicKey) ?? new Uint8Array()),
  });
}

describe('the contents of a mailbox', () => {
  it('are what both sides wrote, and where the next message stands', () => {
    const sides = write();
    const [hello, question] = [sides.desk('Hello'), sides.reporter('May I ring you?')];
    const yes = sides.desk('Yes');
    const opened = open(sides.first, [fromDesk(hello), own(question), fromDesk(yes)]);
    expect(shown(opened.entries)).toEqual([
      ['Hello', null],
      ['own', null],
      ['Yes', null],
    ]);
    expect(opened).toMatchObject({
      status: 'answered',
      next: { seq: 2, prev: question.digest, seen: yes.digest },
    });
    expect(open(sides.first, []).next).toEqual({ seq: 1, prev: sides.first, seen: null });
  });

  it('show no text that somebody else boxed, that was written for another thread, or with the code alone', () => {
    const item = sampleAnswer(thread, 'Come to this address');
    const forged = toBase64url(forgedAnswer(item, centre, mailbox.secretKey));
    for (const message of [
      answerOf('Come to this address', stranger),
      answerOf('Come to this address', drawPair()),
      answerOf('Come to this address', centre, randomId()),
      fromDesk({ id: item.id, envelope: forged }),
    ]) {
      expect(shown(open(write().first, [message]).entries)).toEqual([[null, null]]);
    }
  });

  it('tell a status as one, which is neither an answer nor what can’t be read', () => {
    const sides = write();
    const { entries } = open(sides.first, [fromDesk(sides.status('passed-on'))]);
    expect(entries[1]).toMatchObject({ author: 'desk', says: 'passed-on', text: null, wrong: null });
  });

  it('open answers of older keys, and none that was made with one after a newer one was used', () => {
    const sides = write();
    const [one, two] = [sides.desk('1', older), sides.desk('2')];
    const [three, four] = [sides.desk('3', older), sides.desk('4')];
    const messages = [one, two, three, four].map((written) => fromDesk(written));
    expect(shown(open(sides.first, messages).entries)).toEqual([
      ['1', null],
      ['2', null],
      [null, null],
      ['4', 'missing'],
    ]);
  });

  it('say that one of ours is missing, stands twice or elsewhere, and show no less of the others', () => {
    const sides = write();
    const [one, two, three] = [sides.desk('1'), sides.desk('2'), sides.desk('3')].map((written) =>
      fromDesk(written),
    ) as [Message, Message, Message];
    const read = (messages: Message[]) => shown(open(sides.first, messages).entries);
    expect(read([one, three])).toEqual([
      ['1', null],
      ['3', 'missing'],
    ]);
    expect(read([one, one, two])).toEqual([
      ['1', null],
      ['1', 'misplaced'],
      ['2', null],
    ]);
    expect(read([two, one, three])).toEqual([
      ['2', 'missing'],
      ['1', 'misplaced'],
      ['3', null],
    ]);
  });

  it('say that one of theirs is missing, also when only our answer shows it, or was not written with their code', () => {
    const sides = write();
    const [one, two] = [sides.reporter('1'), sides.reporter('2')];
    const answer = sides.desk('We read both');
    const read = (messages: Message[]) => shown(open(sides.first, messages).entries);
    expect(read([own(two)])).toEqual([['own', 'missing']]);
    expect(read([own(one), fromDesk(answer)])).toEqual([
      ['own', null],
      ['We read both', 'unseen'],
    ]);
    const strange = { ...own(two), digest: write().first };
    expect(read([own(one), strange])).toEqual([
      ['own', null],
      ['own', 'strange'],
    ]);
    const stranger = writtenThread({ thread, centre, first: sides.first }).reporter('not theirs');
    expect(read([own(stranger)])).toEqual([['own', 'strange']]);
  });

  it('say that what began the thread is another, once a message shows it', () => {
    const sides = write();
    const [question, answer] = [sides.reporter('1'), sides.desk('2')];
    const other = write().first;
    expect(shown(open(other, [own(question)]).entries)).toEqual([['own', 'changed']]);
    expect(shown(open(other, [fromDesk(answer)]).entries)[0]?.[1]).toBe('unseen');
  });

  it('name the time at which its writer says that a message was written, where the mailbox says otherwise', () => {
    const sides = write();
    const [near, far] = [fromDesk(sides.desk('1'), AT + 3600), fromDesk(sides.desk('2'), AT + 7 * 86_400)];
    const { entries } = open(sides.first, [near, far]);
    expect(entries[1]).not.toHaveProperty('written');
    expect(entries[2]).toMatchObject({ at: AT + 7 * 86_400, written: AT });
  });
});

describe('where a thread stands', () => {
  it.each([
    ['new', 'received'],
    ['taken', 'read'],
    ['open', 'read'],
    ['closed', 'closed'],
  ] as const)('is said of one that is %s: %s', (state, status) => {
    expect(open(write().first, [], state).status).toBe(status);
  });

  it.each([
    ['d', 'answered'],
    ['d r', 'received'],
    ['d r d', 'answered'],
    ['r', 'received'],
    ['x', 'read'],
    ['d x', 'answered'],
    ['r x', 'received'],
    ['d r x', 'received'],
    ['p', 'passed-on'],
    ['d r p', 'passed-on'],
    ['p r', 'received'],
    ['p d', 'answered'],
    // An answer that nobody may have read yet is not hidden by where the case went.
    ['d p', 'answered'],
    ['d p r x', 'received'],
  ])(
    'is said by what was last written in it, by us (d; p: passed on), them (r) or a forger (x): %s',
    (order, status) => {
      const sides = write();
      const messages = order.split(' ').map((side) => {
        if (side === 'x') return answerOf('Come here', stranger);
        if (side === 'p') return fromDesk(sides.status('passed-on'));
        return side === 'd' ? fromDesk(sides.desk('Hello')) : own(sides.reporter('Hello'));
      });
      expect(open(sides.first, messages).status).toBe(status);
    },
  );
});
