import { expect, it } from 'vitest';
import { readMailboxSecrets } from '../../../functions/secrets/mailbox-secrets.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';

const bytes = (fill: number, length = 32) => new Uint8Array(length).fill(fill);
const text = (fill: number, length?: number) => toBase64url(bytes(fill, length));
const read = (MAILBOX_SECRET?: string) => readMailboxSecrets({ MAILBOX_SECRET });

it('reads one secret, or two, newest first', () => {
  expect(read(text(1))).toEqual([bytes(1), bytes(1)]);
  expect(read(`${text(2, 48)}, ${text(1)}\n`)).toEqual([bytes(2, 48), bytes(1)]);
});

it.each([
  ['none', undefined],
  ['an empty one', ''],
  ['one of 31 bytes', text(1, 31)],
  ['what is not base64url', `${text(1)}=`],
  ['nothing behind a comma', `${text(1)},`],
  ['a short one behind a comma', `${text(1)},${text(2, 16)}`],
  ['three', [text(1), text(2), text(3)].join(',')],
])('takes %s for no secret at all', (_what, value) => {
  expect(read(value)).toBeNull();
});
