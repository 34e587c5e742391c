import { expect, type Page } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import { openSealed } from '../../../src/protocol/keys/open-sealed-box.ts';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { checkDigit, drawReceiptCode } from '../../../src/protocol/seal/receipt.ts';
import { PostMessage } from '../../../src/protocol/wire/api/mailbox.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { counted, filled, sentence, ui } from '../../support/ui.ts';
import { send } from '../parts/form.ts';
import { mailboxOn, openMailbox } from '../parts/mailbox.ts';
import { exit, inLanguage, wordmark } from '../parts/page.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { complaints, withOwnCentre } from '../support/own-centre.ts';
import { type Message, ownMailbox, type Writing } from '../support/own-mailbox.ts';
import { fillForm, SOMEBODY } from '../support/reporter.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'mailbox');

test('shows what the centre wrote as text, and nothing that somebody else wrote', async ({ page }) => {
  const heard = await complaints(page);
  const centre = await withOwnCentre(page);
  const stranger = { ...drawPair(), keyId: centre.keyId };
  const text = '<img src=x onerror="window.hacked=1">\n  مرحبا 🙏';
  const mailbox = await ownMailbox(page, centre, (write) => [
    write.desk(text),
    write.desk('Come to this address', stranger),
    write.elsewhere('From another thread'),
    write.forged('With the code alone'),
    write.reporter(),
  ]);
  const view = await openMailbox(page, 'en', mailbox.code);
  // The last that was written is the reporter's own: the old answer is no news.
  await expect(view.stands('received')).toBeVisible();
  await expect(view.inside).toBeFocused();
  const answers = view.answers;
  await expect(answers).toHaveCount(1);
  expect(await answers.textContent()).toBe(text);
  await expect(page.getByRole('main')).not.toContainText('Come to this address');
  await expect(page.getByRole('main')).not.toContainText('From another thread');
  await expect(page.getByRole('main')).not.toContainText('With the code alone');
  await expect(view.messages).toHaveCount(6);
  await expect(view.messages.first()).toContainText(sentence(en.script.youWrote));
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(mailbox.requests).toEqual([
    { method: 'GET', path: '/api/mailbox', body: null, token: `Bearer ${mailbox.token}` },
  ]);
  await expect(page.getByRole('main')).not.toContainText(mailbox.code);
  expect(heard).toEqual([]);
  await expectNoBarriers(page);
});

test('sends a reply once, sealed, with the key that shows who wrote it', async ({ page }) => {
  const centre = await withOwnCentre(page);
  const mailbox = await ownMailbox(page, centre, () => []);
  const view = await openMailbox(page, 'en', mailbox.code);
  const text = ' Thank you 🙏\n<b>';
  await view.send.click();
  await expect(view.error(en.script.empty)).toBeVisible();
  await view.reply.fill(text);
  await view.send.evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expect(view.reply).toHaveValue('');
  await expect(view.says(en.script.sent)).toBeVisible();
  const posts = mailbox.requests.filter(({ method }) => method === 'POST');
  expect(posts).toHaveLength(1);
  const { id, envelope } = PostMessage.parse(JSON.parse(posts[0]?.body ?? ''));
  const place = { thread: mailbox.thread, id };
  expect(openSealed(fromBase64url(envelope) ?? new Uint8Array(), [centre], place)).toMatchObject({
    ok: true,
    item: { author: 'reporter', text, mailbox: toBase64url(mailbox.publicKey) },
  });
});

test('keeps a reply that was not taken', async ({ page }) => {
  const mailbox = await ownMailbox(page, drawPair(), () => []);
  const view = await openMailbox(page, 'en', mailbox.code);
  mailbox.worker.refuses = 'malformed';
  await view.reply.fill('Thank you');
  await view.send.click();
  await expect(view.trouble).toBeFocused();
  await expect(view.reply).toHaveValue('Thank you');
  await expect(view.reply).toBeEditable();
});

test('finds a slip of the pen without asking anybody', async ({ page }) => {
  const asked: string[] = [];
  await page.goto(pathTo('mailbox', 'en'));
  const view = mailboxOn(page);
  page.on('request', (request) => asked.push(request.url()));
  const { code } = view;
  const right = '123456789012345';
  const wrong = (Number(checkDigit(right)) + 1) % 10;
  for (const [typed, said] of [
    ['', filled(en.script.wrong.receipt_length, { count: 0 })],
    ['1234 5678', filled(en.script.wrong.receipt_length, { count: 8 })],
    [`${right}${wrong}`, en.script.wrong.receipt_check],
  ] as const) {
    await code.fill(typed);
    await view.open.click();
    await expect(code).toBeFocused();
    await expect(code).toHaveAccessibleDescription(sentence(said));
    await expect(page).toHaveTitle(sentence(`${en.script.error}{{title}}`));
  }
  expect(asked).toEqual([]);
});

test('asks nobody while a code is typed, and what it then shows needs the salt that came', async ({
  page,
}) => {
  const centre = await withOwnCentre(page);
  const mailbox = await ownMailbox(page, centre, (write) => [write.desk('Hello')]);
  await page.goto(pathTo('mailbox', 'en'));
  const view = mailboxOn(page);
  await view.code.pressSequentially(mailbox.code);
  // Long enough for all that the code alone leads to.
  await page.waitForTimeout(3000);
  expect(mailbox.requests).toEqual([]);
  await view.open.click();
  await expect(view.stands('answered')).toBeVisible({ timeout: 30_000 });
  await view.close.click();
  mailbox.worker.salt = toBase64url(new Uint8Array(16));
  await view.code.fill(mailbox.code);
  await view.open.click();
  await expect(view.inside).toBeVisible({ timeout: 30_000 });
  await expect(view.answers).toHaveCount(0);
});

test('says the same of every number that opens nothing', async ({ page }) => {
  await page.goto(pathTo('mailbox', 'en'));
  const view = mailboxOn(page);
  await view.code.fill(drawReceiptCode());
  await view.code.press('Enter');
  await expect(view.error(en.script.wrong.unknown)).toBeVisible({ timeout: 30_000 });
});

test('deletes everything, after asking', async ({ page }) => {
  await page.goto(pathTo('form', 'nl'));
  await fillForm(page, SOMEBODY);
  const code = await send(page);
  const view = await openMailbox(page, 'nl', code);
  await expect(view.stands('received')).toBeVisible();
  await view.remove.click();
  await expect(view.confirm).toBeFocused();
  await view.keep.click();
  await expect(view.confirm).toBeHidden();
  await expect(view.remove).toBeFocused();
  await view.remove.click();
  await view.removeAll.click();
  await expect(view.shut('deleted')).toBeFocused();
  await expect(view.inside).toHaveCount(0);
  await view.code.fill(code);
  await view.open.click();
  await expect(view.error(ui('nl', 'mailbox').script.wrong.unknown)).toBeVisible({ timeout: 30_000 });
});

test('shuts after five minutes without anybody, and on leaving', async ({ page }) => {
  await page.clock.install();
  const mailbox = await ownMailbox(page, drawPair(), () => []);
  const view = await openMailbox(page, 'en', mailbox.code);
  await view.reply.fill('Half a sentence');
  await page.clock.fastForward('04:10');
  await expect(view.soon).toBeVisible();
  await page.keyboard.press('Shift');
  await expect(view.soon).toHaveCount(0);
  await page.clock.fastForward('04:10');
  await expect(view.soon).toBeVisible();
  await expect(view.inside).toBeVisible();
  await page.clock.fastForward('01:00');
  await expect(view.inside).toHaveCount(0);
  await expect(view.reply).toHaveCount(0);
  await expect(view.shut('idleLost')).toBeVisible();

  await openMailbox(page, 'en', mailbox.code);
  await page.evaluate(() => dispatchEvent(new Event('leave')));
  await expect(view.inside).toHaveCount(0);
});

test('has no barriers at the door', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const language of languages) {
    await page.goto(pathTo('mailbox', language));
    const view = mailboxOn(page);
    await view.open.click();
    const { receipt_length } = ui(language, 'mailbox').script.wrong;
    await expect(view.error(filled(receipt_length, { count: 0 }))).toBeVisible();
    await expectNoBarriers(page);
  }
});

test('leads to us and nowhere else, asks before it closes, and keeps numbers in one piece', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const centre = await withOwnCentre(page);
  const text =
    'Bel 02 511 64 64 (dag en nacht) of lees https://www.pag-asa.be/nl/info/e/. Advocaat: 0488 12 34 56. https://evil.example/nl/';
  const mailbox = await ownMailbox(page, centre, (write) => [write.desk(text)]);
  const view = await openMailbox(page, 'nl', mailbox.code);
  const said = view.answers;
  expect(await said.textContent()).toBe(text);
  await expect(view.stands('answered')).toBeVisible();
  const links = said.getByRole('link');
  await expect(links).toHaveCount(2);
  await expect(links.nth(0)).toHaveAttribute('href', 'tel:+3225116464');
  await expect(links.nth(1)).toHaveAttribute('href', pathTo('rights', 'nl'));
  for (const number of await said.locator('.digits').all()) {
    expect(await number.evaluate((element) => element.getClientRects().length)).toBe(1);
  }
  await expectNoBarriers(page);

  await links.nth(1).click();
  const { leave } = view;
  await expect(leave).toBeFocused();
  await view.leaveStay.click();
  await expect(leave).toBeHidden();
  await expect(links.nth(1)).toBeFocused();

  // With a reply begun it asks as every other link does, and once.
  await view.reply.fill('Half');
  await links.nth(1).click();
  await expect(view.ask).toBeFocused();
  await view.askStay.click();
  await expect(leave).toBeHidden();
  await expect(view.reply).toHaveValue('Half');
  await view.reply.fill('');
  await links.nth(1).click();
  await view.leaveGo.click();
  await page.waitForURL(`**${pathTo('rights', 'nl')}`);
});

for (const [what, leave, arrives] of [
  ['the wordmark', (page: Page) => wordmark(page).click(), '/en/'],
  ['a language', (page: Page) => inLanguage(page, 'fr').click(), pathTo('mailbox', 'fr')],
  ['Back', (page: Page) => page.goBack(), pathTo('help', 'en')],
] as const) {
  test(`${what} asks before it drops a reply, and does not ask once it is sent or shut`, async ({ page }) => {
    const asked: string[] = [];
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.dismiss();
    });
    const mailbox = await ownMailbox(page, drawPair(), () => []);
    await page.goto(pathTo('help', 'en'));
    const view = await openMailbox(page, 'en', mailbox.code);
    const { reply, ask } = view;
    await reply.fill('Half');
    await leave(page);
    await expect(ask).toBeFocused();
    await expect(reply).toBeHidden();
    await expect(page.locator('.exit')).toBeInViewport();
    await view.askStay.click();
    await expect(reply).toHaveValue('Half');
    await view.send.click();
    await expect(reply).toHaveValue('');
    await reply.fill('Half again');
    await view.close.click();
    await expect(view.shut('closed')).toBeFocused();
    await leave(page);
    await page.waitForURL(`**${arrives}`);
    expect(asked).toEqual([]);
  });
}

test('quick exit asks nothing of who has begun a reply', async ({ page }) => {
  const asked: string[] = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  await page.route('https://www.meteo.be/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '' }),
  );
  const mailbox = await ownMailbox(page, drawPair(), () => []);
  const view = await openMailbox(page, 'en', mailbox.code);
  await view.reply.fill('Half');
  await exit(page).click();
  await page.waitForURL('https://www.meteo.be/**');
  expect(asked).toEqual([]);
});

test('gives the numbers to call, and says that a closed thread may be written to', async ({ page }) => {
  const mailbox = await ownMailbox(page, drawPair(), () => []);
  mailbox.worker.state = 'closed';
  const view = await openMailbox(page, 'fr', mailbox.code);
  const main = page.getByRole('main');
  await expect(main.locator('.call:visible')).toHaveCount(1);
  await expect(main.locator('a[href="tel:112"]:visible')).toHaveCount(1);
  await expect(view.writeAgain).toBeVisible();
  await expect(page.locator('[data-part="ends"]')).toBeHidden();
});

test('says on which day what is closed is deleted, and no hour of what was written', async ({ page }) => {
  const mailbox = await ownMailbox(page, drawPair(), () => []);
  const day = Date.UTC(2027, 1, 3) / 86_400_000;
  const worker = { state: 'closed', receivedAt: Date.UTC(2026, 10, 18) / 1000, purgeDay: day } as const;
  Object.assign(mailbox.worker, worker);
  await openMailbox(page, 'en', mailbox.code);
  await expect(page.locator('[data-part="ends"]')).toHaveText(
    filled(en.script.ends, { when: '3 February 2027' }),
  );
  await expect(page.getByText(filled(en.script.youWrote, { when: '18 November 2026' }))).toBeVisible();
});

test('says that there is nothing new, and when there is', async ({ page }) => {
  const centre = await withOwnCentre(page);
  let answers: string[] = ['First'];
  const mailbox = await ownMailbox(page, centre, (write) => answers.map((text) => write.desk(text)));
  const view = await openMailbox(page, 'en', mailbox.code);
  await view.look.click();
  await expect(view.says(en.script.nothingNew)).toBeVisible();
  answers = ['First', 'Second'];
  await view.look.click();
  await expect(view.says(en.script.status.answered)).toBeVisible();
  await expect(view.answers).toHaveText(['First', 'Second']);
});

test('what becomes of the case stands above it, is news when it comes, and hides no answer', async ({
  page,
}) => {
  const centre = await withOwnCentre(page);
  let written: (write: Writing) => Message[] = (write) => [write.desk('First'), write.reporter()];
  const mailbox = await ownMailbox(page, centre, (write) => written(write));
  const view = await openMailbox(page, 'en', mailbox.code);
  await expect(view.stands('received')).toBeVisible();
  written = (write) => [write.desk('First'), write.reporter(), write.status('passed-on')];
  await view.look.click();
  await expect(view.stands('passed-on')).toBeVisible();
  await expect(view.says(en.script.status['passed-on'])).toBeVisible();
  await expect(view.messages.last()).toContainText(en.script.says['passed-on']);
  await view.look.click();
  await expect(view.says(en.script.nothingNew)).toBeVisible();
  mailbox.worker.state = 'closed';
  await view.look.click();
  await expect(view.says(en.script.status.closed)).toBeVisible();
  mailbox.worker.state = 'open';
  written = (write) => [write.reporter(), write.desk('Call them'), write.status('passed-on')];
  await view.look.click();
  await expect(view.stands('answered')).toBeVisible();
});

test('cuts nothing that is pasted, and says how much is too much', async ({ page }) => {
  const mailbox = await ownMailbox(page, drawPair(), () => []);
  const view = await openMailbox(page, 'en', mailbox.code);
  const { reply } = view;
  const text = `${'a'.repeat(4000)}${'b'.repeat(25)}`;
  await reply.evaluate((area: HTMLTextAreaElement, pasted) => {
    area.focus();
    document.execCommand('insertText', false, pasted);
  }, text);
  await expect(reply).toHaveValue(text);
  await expect(page.locator('[data-part="count-r"]')).toHaveText(counted('en', en.script, 'over', 25));
  await view.send.click();
  await expect(view.error(counted('en', en.script, 'over', 25))).toBeVisible();
  await expect(reply).toHaveValue(text);
  expect(mailbox.requests.map(({ method }) => method)).toEqual(['GET']);
  await reply.fill('a'.repeat(4000));
  await expect(view.error(counted('en', en.script, 'over', 25))).toBeHidden();
  await view.send.click();
  await expect(view.says(en.script.sent)).toBeVisible();
});

test('takes a code as a messenger pastes it', async ({ page }) => {
  const mailbox = await ownMailbox(page, drawPair(), () => []);
  await page.goto(pathTo('mailbox', 'en'));
  const view = mailboxOn(page);
  const pasted = `Code: \u2068${mailbox.code.replace(/(.{4})/g, '$1\u200b ')}\u2069, keep it safe`;
  await view.code.fill(pasted);
  await expect(view.code).toHaveValue(pasted);
  await view.open.click();
  await expect(view.inside).toBeVisible({ timeout: 30_000 });
});

test('deletes by POST where a network lets no DELETE through', async ({ page }) => {
  const mailbox = await ownMailbox(page, drawPair(), () => []);
  await page.route('**/api/mailbox', (route) =>
    route.request().method() === 'DELETE' ? route.fulfill({ status: 405 }) : route.fallback(),
  );
  const view = await openMailbox(page, 'en', mailbox.code);
  await view.remove.click();
  await expect(view.confirm).toContainText(en.confirm.text);
  await view.removeAll.click();
  await expect(view.shut('deleted')).toBeVisible();
  expect(mailbox.requests.at(-1)?.path).toBe('/api/mailbox/delete');
});

test('sends a reply by itself when the network is back, also after the mailbox has shut', async ({
  page,
}) => {
  await page.clock.install();
  const mailbox = await ownMailbox(page, drawPair(), () => []);
  const view = await openMailbox(page, 'en', mailbox.code);
  mailbox.worker.gone = true;
  await view.reply.fill('I moved');
  await view.send.click();
  await expect(async () => {
    await page.clock.runFor(5000);
    await expect(view.unsent).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 50_000 });
  await expect(view.unsent).toContainText(en.unsent.text);
  await page.clock.fastForward('05:10');
  await expect(view.inside).toHaveCount(0);
  await expect(view.shut('idleSending')).toBeVisible();
  mailbox.worker.gone = false;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(view.shut('sentLater')).toBeVisible({ timeout: 20_000 });
  const bodies = mailbox.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
  expect(new Set(bodies).size).toBe(1);
});

test('says so when it shuts over words that were not sent', async ({ page }) => {
  await page.clock.install();
  const mailbox = await ownMailbox(page, drawPair(), () => []);
  const view = await openMailbox(page, 'en', mailbox.code);
  await view.reply.fill('Half a sentence');
  await page.clock.fastForward('05:10');
  await expect(view.shut('idleLost')).toBeVisible();
});

test('a clock that is set covers it at most, and takes no word', async ({ page }) => {
  await page.clock.install();
  const mailbox = await ownMailbox(page, drawPair(), () => []);
  const view = await openMailbox(page, 'nl', mailbox.code);
  await view.reply.fill('Half');
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 3_600_000;
  });
  await page.clock.runFor(6000);
  await expect(view.uncover).toBeVisible();
  await expect(view.inside).toBeHidden();
  await expectNoBarriers(page);
  await view.uncover.click();
  await expect(view.reply).toHaveValue('Half');
  await expect(view.reply).toBeFocused();
  await page.clock.runFor(60_000);
  await expect(view.inside).toBeVisible();
});

test('warns inside another app before anything is asked', async ({ browser }) => {
  for (const [userAgent, warned] of [
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Zalo iOS/602',
      true,
    ],
    ['Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36', false],
  ] as const) {
    const context = await browser.newContext({ userAgent, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(pathTo('mailbox', 'nl'));
    const view = mailboxOn(page);
    await expect(view.notReady).toBeHidden();
    const notice = view.insideApp;
    await expect(notice).toBeVisible({ visible: warned });
    if (warned) {
      const [above, below] = [await notice.boundingBox(), await view.code.boundingBox()];
      expect(above?.y).toBeLessThan(below?.y ?? 0);
      await expectNoBarriers(page);
    }
    await context.close();
  }
});
