import { expect, it } from 'vitest';
import { makeMailboxes, type NewMailbox } from '../../../src/reporter/sealed-form/new-mailboxes.ts';

/** Mailboxes that are numbered as they are drawn; the first `failing` draws fail. */
function numbered(failing = 0) {
  let drawn = 0;
  const draw = async (): Promise<NewMailbox> => {
    drawn += 1;
    if (drawn <= failing) throw new Error('no memory');
    return { code: String(drawn), publicKey: '', mailbox: '', salt: '' };
  };
  const mailboxes = makeMailboxes(draw);
  return { mailboxes, code: async () => (await mailboxes.next()).code, drawn: () => drawn };
}

it('draws one ahead, once, and gives each to one item alone', async () => {
  const { mailboxes, code, drawn } = numbered();
  mailboxes.prepare();
  mailboxes.prepare();
  expect(drawn()).toBe(1);
  expect([await code(), await code(), drawn()]).toEqual(['1', '2', 2]);
});

it('draws when it is asked where nothing was drawn ahead, or that was forgotten', async () => {
  const { mailboxes, code } = numbered();
  expect(await code()).toBe('1');
  mailboxes.prepare();
  mailboxes.forget();
  expect(await code()).toBe('3');
});

it('tries again what failed while nobody waited for it', async () => {
  const { mailboxes, code } = numbered(1);
  mailboxes.prepare();
  await Promise.resolve();
  await Promise.resolve();
  expect(await code()).toBe('2');
});
