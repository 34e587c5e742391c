import { expect } from '@playwright/test';
import nacl from 'tweetnacl';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../src/protocol/wire/digest.ts';
import { sampleAnswer } from '../../samples/answer.ts';
import { forgedAnswer } from '../../support/forged-answer.ts';
import { ui } from '../../support/ui.ts';
import { theirs } from '../parts/desk.ts';
import { nameOf, openCase } from '../support/case.ts';
import { join } from '../support/member.ts';
import { centreKey, refer, write } from '../support/refer.ts';
import { tamper } from '../support/tamper.ts';
import { test } from '../support/test.ts';

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
  const warning = ui('en', 'desk').thread.wrong.strange;
  await expect(messages.filter({ hasText: warning })).toHaveText([/It is me again\.$/]);
  await expect(messages.filter({ hasText: warning }).getByText(warning)).toBeVisible();
});

test('an answer that the holder of the receipt code made and laid into the store is shown as not ours', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const person = await refer(request);
  await page.setViewportSize({ width: 1280, height: 900 });
  await join(page, 'en', nameOf('Real'));
  const lie = sampleAnswer(person.id, 'Come to this address');
  const envelope = forgedAnswer(lie, await centreKey(request), person.secretKey);
  await tamper(
    `INSERT INTO messages (id, thread_id, rev, author, seq, member_id, at, digest, sealed)
     SELECT ?, ?, 1, 'desk', 1, id, 1, ?, ? FROM members LIMIT 1`,
    lie.id,
    person.id,
    digestOf(envelope),
    envelope,
  );
  await openCase(page, person.id);
  const answer = page.locator('[data-message="desk"]');
  await expect(answer).toContainText(ui('en', 'desk').broken.forged);
  await expect(page.getByText(lie.text)).toHaveCount(0);
});
