import { expect } from '@playwright/test';
import { PublishedKeys, pageKey } from '../../../src/protocol/wire/centre-key.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { sendAndFollow } from '../parts/form.ts';
import { openMailbox } from '../parts/mailbox.ts';
import { nameOf } from '../support/case.ts';
import { openThread, takeAndAnswer } from '../support/desk.ts';
import { join, signIn } from '../support/member.ts';
import { withCentreKey } from '../support/own-centre.ts';
import { fillForm } from '../support/reporter.ts';
import { test } from '../support/test.ts';

const written = {
  who: 'me',
  danger: 'unsure',
  age: 'adult',
  speaks: 'ar',
  way: 'call',
  number: '0488 12 34 56',
  times: 'evening',
  otherVoice: 'hang-up',
  happening: ['papers'],
  place: 'Gent',
  story: 'Before and after.',
  callName: 'Rotation',
};

test('a form from before a rotation still reaches the desk, and its code reads what is answered with the new key', async ({
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const { keys } = PublishedKeys.parse(await (await request.get('/key.json')).json());
  const [newest, older] = keys;
  if (!newest || !older) throw new Error('The served site has been through no rotation');

  const reporter = await (await browser.newContext()).newPage();
  await reporter.goto(pathTo('form', 'en'));
  const carried = () => reporter.locator('[data-centre-keys]').getAttribute('data-centre-keys');
  expect(await carried()).toBe(pageKey(newest));
  await withCentreKey(reporter, pageKey(older));
  await reporter.reload();
  expect(await carried()).toBe(pageKey(older));
  await fillForm(reporter, written);
  const { code, id } = await sendAndFollow(reporter);
  await reporter.context().close();

  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await join(desk, 'en', 'Rotation');
  await openThread(desk, id);
  const answer = 'With the new key.';
  await takeAndAnswer(desk, answer);
  await desk.context().close();

  const later = await (await browser.newContext()).newPage();
  const mailbox = await openMailbox(later, 'en', code);
  expect(await later.locator('[data-centre-keys]').getAttribute('data-centre-keys')).toBe(
    `${pageKey(newest)} ${pageKey(older)}`,
  );
  await expect(mailbox.answers).toHaveText(answer);
  await later.context().close();
});

test('a member whose vault lacks a key of the site is told whom to call', async ({ page }) => {
  test.setTimeout(120_000);
  // A member from before the new key was published: whoever joins after it compares its words, and gets that key.
  const name = nameOf('Keyless');
  const passphrase = await join(page, 'en', name);
  const [keyId, fingerprint] = ['AAAAAAAAAAA', '00000 11111 22222 33333 44444 55555'];
  await page.route(/\/en\/desk\/$/, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const lacking = JSON.stringify({ keyId, publicKey: '', signingKey: '', fingerprint });
    const escaped = lacking.replaceAll('"', '&#34;');
    await route.fulfill({
      response,
      body: html.replace(/data-centre-keys="\[/, `data-centre-keys="[${escaped},`),
    });
  });
  await page.reload();
  await signIn(page, name, passphrase);
  const said = ui('en', 'desk').alerts.keyless.replace('{{fingerprint}}', fingerprint);
  await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible();
});
