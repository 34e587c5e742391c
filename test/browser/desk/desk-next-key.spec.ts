import { expect } from '@playwright/test';
import { sentence, ui } from '../../support/ui.ts';
import { beforeRotation, handOn, wayOf } from '../support/before-rotation.ts';
import { nameOf, openCase, refer } from '../support/case.ts';
import { join, lockDesk, signIn } from '../support/member.ts';
import { test } from '../support/test.ts';

test('after a rotation a vault takes the next key in at sign-in, and reads and answers what is sealed to it', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  const name = nameOf('Next');
  const passphrase = await join(page, 'en', name);
  await lockDesk(page);
  const { newest, setBack, file, whole, read } = await beforeRotation(name, passphrase);

  // Without it the desk says what is missing.
  const lacks = page.getByRole('alert').filter({ hasText: sentence(ui('en', 'desk').alerts.keyless) });
  await setBack();
  await signIn(page, name, passphrase);
  await expect(lacks).toBeVisible();
  await lockDesk(page);

  await setBack();
  await handOn(file);
  expect((await wayOf(name)).waiting).toBe(1);
  const id = await refer(request);
  await signIn(page, name, passphrase);
  await openCase(page, id);
  await expect(lacks).toHaveCount(0);
  await expect.poll(async () => (await wayOf(name)).waiting).toBe(0);
  const after = await wayOf(name);
  expect(after.newest).toBe(Buffer.from(newest.keyId).toString('hex').toUpperCase());
  expect(read(after.vault)).toEqual(whole);
});
