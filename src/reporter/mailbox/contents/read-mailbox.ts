import type { MailboxBody } from '../../../protocol/wire/api/mailbox.ts';
import { type NothingForCode, nothingForCode } from '../../code-door/nothing-for-code.ts';
import { getMailbox } from '../../sending/calls.ts';
import { deliver, type Patience, WATCHED } from '../../sending/deliver.ts';

/** How long reading is tried. */
const READING: Patience = { ...WATCHED, time: 45_000 };

/**
 * Why a mailbox is not read: there is nothing for its code, or nothing that it opens; `unanswered`: trying again is
 * right; `refused`: it is not.
 */
export type ReadingFault = { ok: false; code: NothingForCode | 'unanswered' | 'refused' | 'stopped' };

/**
 * Fetches the mailbox of a token, all its pages as one. `thread`: the one that it held before, where it was read before;
 * another one is not its contents.
 */
export async function fetchMailbox(
  token: string,
  signal: AbortSignal,
  thread?: string,
): Promise<{ ok: true; body: MailboxBody } | ReadingFault> {
  const messages: MailboxBody['messages'] = [];
  let before = thread;
  for (let after: number | undefined; ; ) {
    const delivery = await deliver(getMailbox(token, after), signal, undefined, READING);
    if (!delivery.ok) {
      if (delivery.code === 'stopped') return { ok: false, code: 'stopped' };
      if (delivery.code !== 'refused') return { ok: false, code: 'unanswered' };
      return { ok: false, code: nothingForCode(delivery.reason) ?? 'refused' };
    }
    const { next, ...body } = delivery.value;
    if (before !== undefined && body.thread !== before) return { ok: false, code: 'unanswered' };
    before = body.thread;
    messages.push(...body.messages);
    if (next === undefined) return { ok: true, body: { ...body, messages } };
    // A worker that does not go on would never end.
    if (after !== undefined && next <= after) return { ok: false, code: 'unanswered' };
    after = next;
  }
}
