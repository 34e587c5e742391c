import { expect, test } from '@playwright/test';
import nacl from 'tweetnacl';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { ui } from '../../support/ui.ts';
import { theirs } from '../parts/desk.ts';
import { nameOf, openCase } from '../support/case.ts';
import { join } from '../support/member.ts';
import { refer, write } from '../support/refer.ts';

test('a message that was sealed with another mailbox is shown with a warning, and no other is', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const person = await refer(request);
  const stranger = { ...person, mailbox: toBase64url(nacl.box.keyPair().publicKey) };
  expect(await write(request, person, 'It is me.')).toBe(201);
  expect(await write(request, stranger, 'It is me again.')).toBe(201);

  await join(page, 'en', nameOf('Forged'));
  await openCase(page, person.id);
  const messages = theirs(page);
  await expect(messages).toHaveText([/It is me\.$/, /It is me again\.$/]);
  const warning = ui('en', 'desk').thread.otherMailbox;
  await expect(messages.filter({ hasText: warning })).toHaveText([/It is me again\.$/]);
  await expect(messages.filter({ hasText: warning }).getByText(warning)).toBeVisible();
});
