import { expect, type Page, test } from '@playwright/test';
import nacl from 'tweetnacl';
import { languages } from '../../../src/i18n/languages.ts';
import { openItem } from '../../../src/protocol/keys/open-sealed-box.ts';
import { checkDigit, drawReceiptCode } from '../../../src/protocol/seal/receipt.ts';
import { PostMessage } from '../../../src/protocol/wire/api/fields.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { counted, filled, sentence, ui } from '../../support/ui.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { complaints, withOwnCentre } from '../support/own-centre.ts';
import { answer, ownMailbox } from '../support/own-mailbox.ts';
import { fillForm, openMailbox, send } from '../support/reporter.ts';

const en = ui('en', 'mailbox');

const inside = (page: Page) => page.locator('[data-status]');

test('shows what the centre wrote as text, and nothing that somebody else wrote', async ({ page }) => {
  const heard = await complaints(page);
  const centre = await withOwnCentre(page);
  const stranger = nacl.box.keyPair();
  const text = '<img src=x onerror="window.hacked=1">\n  مرحبا 🙏';
  let to = new Uint8Array(32);
  const mailbox = await ownMailbox(page, ({ thread }) => [
    answer(text, thread, centre.secretKey, to),
    answer('Come to this address', thread, stranger.secretKey, to),
    answer('From another thread', randomId(), centre.secretKey, to),
    { author: 'reporter', id: randomId(), at: 1_795_000_900 },
  ]);
  to = new Uint8Array(mailbox.publicKey);
  await openMailbox(page, 'en', mailbox.code);
  // The last that was written is the reporter's own: the old answer is no news.
  await expect(inside(page)).toHaveAttribute('data-status', 'received');
  await expect(inside(page)).toBeFocused();
  const answers = page.locator('[data-answer]');
  await expect(answers).toHaveCount(1);
  expect(await answers.textContent()).toBe(text);
  await expect(page.locator('main')).not.toContainText('Come to this address');
  await expect(page.locator('main')).not.toContainText('From another thread');
  await expect(page.locator('[data-part="messages"] li')).toHaveCount(5);
  await expect(page.locator('[data-part="messages"] li').first()).toContainText(sentence(en.script.youWrote));
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(mailbox.requests).toEqual([
    { method: 'GET', path: '/api/mailbox', body: null, token: `Bearer ${mailbox.token}` },
  ]);
  await expect(page.locator('main')).not.toContainText(mailbox.code);
  expect(heard).toEqual([]);
  await expectNoBarriers(page);
});

test('sends a reply once, sealed, with the key that shows who wrote it', async ({ page }) => {
  const centre = await withOwnCentre(page);
  const mailbox = await ownMailbox(page, () => []);
  await openMailbox(page, 'en', mailbox.code);
  const text = ' Thank you 🙏\n<b>';
  await page.locator('[data-action="reply"]').click();
  await expect(page.locator('[data-part="reply-error"]')).toBeVisible();
  await page.locator('[data-field="reply"]').fill(text);
  await page.locator('[data-action="reply"]').evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expect(page.locator('[data-field="reply"]')).toHaveValue('');
  await expect(page.locator('[data-part="inside-status"]')).toHaveText(en.script.sent);
  const posts = mailbox.requests.filter(({ method }) => method === 'POST');
  expect(posts).toHaveLength(1);
  const { id, envelope } = PostMessage.parse(JSON.parse(posts[0]?.body ?? ''));
  const place = { thread: mailbox.thread, id };
  expect(openItem(fromBase64url(envelope) ?? new Uint8Array(), [centre.secretKey], place)).toMatchObject({
    ok: true,
    item: { author: 'reporter', text, mailbox: toBase64url(mailbox.publicKey) },
  });
});

test('keeps a reply that was not taken', async ({ page }) => {
  const mailbox = await ownMailbox(page, () => []);
  await openMailbox(page, 'en', mailbox.code);
  mailbox.worker.refuses = 'malformed';
  await page.locator('[data-field="reply"]').fill('Thank you');
  await page.locator('[data-action="reply"]').click();
  await expect(page.locator('[data-part="inside-trouble"]')).toBeFocused();
  await expect(page.locator('[data-field="reply"]')).toHaveValue('Thank you');
  await expect(page.locator('[data-field="reply"]')).toBeEditable();
});

test('finds a slip of the pen without asking anybody', async ({ page }) => {
  const asked: string[] = [];
  await page.goto(pathTo('mailbox', 'en'));
  page.on('request', (request) => asked.push(request.url()));
  const code = page.locator('[data-field="code"]');
  const right = '123456789012345';
  const wrong = (Number(checkDigit(right)) + 1) % 10;
  for (const [typed, said] of [
    ['', filled(en.script.wrong.receipt_length, { count: 0 })],
    ['1234 5678', filled(en.script.wrong.receipt_length, { count: 8 })],
    [`${right}${wrong}`, en.script.wrong.receipt_check],
  ] as const) {
    await code.fill(typed);
    await page.locator('[data-action="open"]').click();
    await expect(code).toBeFocused();
    await expect(code).toHaveAccessibleDescription(sentence(said));
    await expect(page).toHaveTitle(sentence(`${en.script.error}{{title}}`));
  }
  expect(asked).toEqual([]);
});

test('says the same of every number that opens nothing', async ({ page }) => {
  await page.goto(pathTo('mailbox', 'en'));
  await page.locator('[data-field="code"]').fill(drawReceiptCode());
  await page.locator('[data-field="code"]').press('Enter');
  await expect(page.locator('[data-part="code-error"]')).toHaveText(en.script.wrong.unknown, {
    timeout: 30_000,
  });
});

test('deletes everything, after asking', async ({ page }) => {
  await page.goto(pathTo('form', 'nl'));
  await fillForm(page, {
    who: 'me',
    danger: 'no',
    age: 'adult',
    speaks: 'fr',
    way: 'call',
    number: '0488 12 34 56',
    times: 'any',
    otherVoice: 'hang-up',
    happening: ['pay'],
    place: 'Gent',
    story: 'Geen loon',
    callName: 'An',
  });
  const code = await send(page);
  await openMailbox(page, 'nl', code);
  await expect(inside(page)).toHaveAttribute('data-status', 'received');
  await page.locator('[data-action="delete"]').click();
  await expect(page.locator('[data-part="confirm"]')).toBeFocused();
  await page.locator('[data-action="keep"]').click();
  await expect(page.locator('[data-part="confirm"]')).toBeHidden();
  await expect(page.locator('[data-action="delete"]')).toBeFocused();
  await page.locator('[data-action="delete"]').click();
  await page.locator('[data-action="delete-all"]').click();
  await expect(page.locator('[data-part="shut"]')).toBeFocused();
  await expect(inside(page)).toHaveCount(0);
  await page.locator('[data-field="code"]').fill(code);
  await page.locator('[data-action="open"]').click();
  await expect(page.locator('[data-part="code-error"]')).toBeVisible({ timeout: 30_000 });
});

test('shuts after five minutes without anybody, and on leaving', async ({ page }) => {
  await page.clock.install();
  const mailbox = await ownMailbox(page, () => []);
  await openMailbox(page, 'en', mailbox.code);
  await page.locator('[data-field="reply"]').fill('Half a sentence');
  await page.clock.fastForward('04:10');
  await expect(page.locator('[data-part="soon"]')).not.toBeEmpty();
  await page.keyboard.press('Shift');
  await expect(page.locator('[data-part="soon"]')).toBeEmpty();
  await page.clock.fastForward('04:10');
  await expect(page.locator('[data-part="soon"]')).not.toBeEmpty();
  await expect(inside(page)).toBeVisible();
  await page.clock.fastForward('01:00');
  await expect(inside(page)).toHaveCount(0);
  await expect(page.locator('[data-field="reply"]')).toHaveCount(0);
  await expect(page.locator('[data-part="shut"]')).toBeVisible();

  await openMailbox(page, 'en', mailbox.code);
  await page.evaluate(() => dispatchEvent(new Event('leave')));
  await expect(inside(page)).toHaveCount(0);
});

test('has no barriers at the door', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const language of languages) {
    await page.goto(pathTo('mailbox', language));
    await page.locator('[data-action="open"]').click();
    await expect(page.locator('[data-part="code-error"]')).toBeVisible();
    await expectNoBarriers(page);
  }
});

test('leads to us and nowhere else, asks before it closes, and keeps numbers in one piece', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const centre = await withOwnCentre(page);
  let to = new Uint8Array(32);
  const text =
    'Bel 02 511 64 64 (dag en nacht) of lees https://www.pag-asa.be/nl/info/e/. Advocaat: 0488 12 34 56. https://evil.example/nl/';
  const mailbox = await ownMailbox(page, ({ thread }) => [answer(text, thread, centre.secretKey, to)]);
  to = new Uint8Array(mailbox.publicKey);
  await openMailbox(page, 'nl', mailbox.code);
  const said = page.locator('[data-answer]');
  expect(await said.textContent()).toBe(text);
  await expect(inside(page)).toHaveAttribute('data-status', 'answered');
  const links = said.locator('a');
  await expect(links).toHaveCount(2);
  await expect(links.nth(0)).toHaveAttribute('href', 'tel:+3225116464');
  await expect(links.nth(1)).toHaveAttribute('href', pathTo('rights', 'nl'));
  for (const number of await said.locator('.digits').all()) {
    expect(await number.evaluate((element) => element.getClientRects().length)).toBe(1);
  }
  await expectNoBarriers(page);

  await links.nth(1).click();
  const leave = page.locator('[data-part="leave"]');
  await expect(leave).toBeFocused();
  await page.locator('[data-action="stay"]').click();
  await expect(leave).toBeHidden();
  await expect(links.nth(1)).toBeFocused();

  // With a reply begun it asks as every other link does, and once.
  await page.locator('[data-field="reply"]').fill('Half');
  await links.nth(1).click();
  await expect(page.locator('[data-part="ask-words"]')).toBeFocused();
  await page.locator('[data-choice="stay"]').click();
  await expect(leave).toBeHidden();
  await expect(page.locator('[data-field="reply"]')).toHaveValue('Half');
  await page.locator('[data-field="reply"]').fill('');
  await links.nth(1).click();
  await page.locator('[data-action="go"]').click();
  await page.waitForURL(`**${pathTo('rights', 'nl')}`);
});

for (const [what, leave, arrives] of [
  ['the wordmark', (page: Page) => page.locator('.safe-header a').first().click(), '/en/'],
  ['a language', (page: Page) => page.locator('.languages [hreflang="fr"]').click(), pathTo('mailbox', 'fr')],
  ['Back', (page: Page) => page.goBack(), pathTo('help', 'en')],
] as const) {
  test(`${what} asks before it drops a reply, and does not ask once it is sent or shut`, async ({ page }) => {
    const asked: string[] = [];
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.dismiss();
    });
    const mailbox = await ownMailbox(page, () => []);
    await page.goto(pathTo('help', 'en'));
    await openMailbox(page, 'en', mailbox.code);
    const reply = page.locator('[data-field="reply"]');
    const question = page.locator('[data-part="ask-words"]');
    await reply.fill('Half');
    await leave(page);
    await expect(question).toBeFocused();
    await expect(reply).toBeHidden();
    await expect(page.locator('.exit')).toBeInViewport();
    await page.locator('[data-choice="stay"]').click();
    await expect(reply).toHaveValue('Half');
    await page.locator('[data-action="reply"]').click();
    await expect(reply).toHaveValue('');
    await reply.fill('Half again');
    await page.locator('[data-action="close"]').click();
    await expect(page.locator('[data-part="shut"]')).toBeFocused();
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
  const mailbox = await ownMailbox(page, () => []);
  await openMailbox(page, 'en', mailbox.code);
  await page.locator('[data-field="reply"]').fill('Half');
  await page.locator('[data-exit]').click();
  await page.waitForURL('https://www.meteo.be/**');
  expect(asked).toEqual([]);
});

test('gives the numbers to call, and says that a closed thread may be written to', async ({ page }) => {
  const mailbox = await ownMailbox(page, () => []);
  mailbox.worker.state = 'closed';
  await openMailbox(page, 'fr', mailbox.code);
  const main = page.locator('[data-part="inside"]');
  await expect(main.locator('.call:visible')).toHaveCount(1);
  await expect(main.locator('a[href="tel:112"]:visible')).toHaveCount(1);
  await expect(main.locator('[data-part="write-again"]')).toHaveText(ui('fr', 'mailbox').writeAgain);
});

test('says that there is nothing new, and when there is', async ({ page }) => {
  const centre = await withOwnCentre(page);
  let to = new Uint8Array(32);
  let answers: string[] = ['First'];
  const mailbox = await ownMailbox(page, ({ thread }) =>
    answers.map((text) => answer(text, thread, centre.secretKey, to)),
  );
  to = new Uint8Array(mailbox.publicKey);
  await openMailbox(page, 'en', mailbox.code);
  const status = page.locator('[data-part="inside-status"]');
  await page.locator('[data-action="look"]').click();
  await expect(status).toHaveText(en.script.nothingNew);
  answers = ['First', 'Second'];
  await page.locator('[data-action="look"]').click();
  await expect(status).toHaveText(en.script.status.answered);
  await expect(page.locator('[data-answer]')).toHaveText(['First', 'Second']);
});

test('cuts nothing that is pasted, and says how much is too much', async ({ page }) => {
  const mailbox = await ownMailbox(page, () => []);
  await openMailbox(page, 'en', mailbox.code);
  const reply = page.locator('[data-field="reply"]');
  const text = `${'a'.repeat(4000)}${'b'.repeat(25)}`;
  await reply.evaluate((area: HTMLTextAreaElement, pasted) => {
    area.focus();
    document.execCommand('insertText', false, pasted);
  }, text);
  await expect(reply).toHaveValue(text);
  await expect(page.locator('[data-part="count-r"]')).toHaveText(counted('en', en.script, 'over', 25));
  await page.locator('[data-action="reply"]').click();
  await expect(page.locator('[data-part="reply-error"]')).toHaveText(counted('en', en.script, 'over', 25));
  await expect(reply).toHaveValue(text);
  expect(mailbox.requests.map(({ method }) => method)).toEqual(['GET']);
  await reply.fill('a'.repeat(4000));
  await expect(page.locator('[data-part="reply-error"]')).toBeHidden();
  await page.locator('[data-action="reply"]').click();
  await expect(page.locator('[data-part="inside-status"]')).toHaveText(en.script.sent);
});

test('takes a code as a messenger pastes it', async ({ page }) => {
  const mailbox = await ownMailbox(page, () => []);
  await page.goto(pathTo('mailbox', 'en'));
  const pasted = `Code: \u2068${mailbox.code.replace(/(.{4})/g, '$1\u200b ')}\u2069, keep it safe`;
  await page.locator('[data-field="code"]').fill(pasted);
  await expect(page.locator('[data-field="code"]')).toHaveValue(pasted);
  await page.locator('[data-action="open"]').click();
  await expect(inside(page)).toBeVisible({ timeout: 30_000 });
});

test('deletes by POST where a network lets no DELETE through', async ({ page }) => {
  const mailbox = await ownMailbox(page, () => []);
  await page.route('**/api/mailbox', (route) =>
    route.request().method() === 'DELETE' ? route.fulfill({ status: 405 }) : route.fallback(),
  );
  await openMailbox(page, 'en', mailbox.code);
  await page.locator('[data-action="delete"]').click();
  await expect(page.locator('[data-part="confirm"]')).toContainText(en.confirm.text);
  await page.locator('[data-action="delete-all"]').click();
  await expect(page.locator('[data-part="shut"]')).toHaveText(en.script.shut.deleted);
  expect(mailbox.requests.at(-1)?.path).toBe('/api/mailbox/delete');
});

test('sends a reply by itself when the network is back, also after the mailbox has shut', async ({
  page,
}) => {
  await page.clock.install();
  const mailbox = await ownMailbox(page, () => []);
  await openMailbox(page, 'en', mailbox.code);
  mailbox.worker.gone = true;
  await page.locator('[data-field="reply"]').fill('I moved');
  await page.locator('[data-action="reply"]').click();
  const until = (selector: string) =>
    expect(async () => {
      await page.clock.runFor(5000);
      await expect(page.locator(selector)).toBeVisible({ timeout: 100 });
    }).toPass({ timeout: 50_000 });
  await until('[data-part="unsent"]');
  await expect(page.locator('[data-part="unsent"]')).toContainText(en.unsent.text);
  await page.clock.fastForward('05:10');
  await expect(inside(page)).toHaveCount(0);
  await expect(page.locator('[data-part="shut"]')).toContainText(en.script.shut.idleSending);
  mailbox.worker.gone = false;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.locator('[data-part="shut"]')).toHaveText(en.script.shut.sentLater, { timeout: 20_000 });
  const bodies = mailbox.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
  expect(new Set(bodies).size).toBe(1);
});

test('says so when it shuts over words that were not sent', async ({ page }) => {
  await page.clock.install();
  const mailbox = await ownMailbox(page, () => []);
  await openMailbox(page, 'en', mailbox.code);
  await page.locator('[data-field="reply"]').fill('Half a sentence');
  await page.clock.fastForward('05:10');
  await expect(page.locator('[data-part="shut"]')).toContainText(en.script.shut.idleLost);
});

test('a clock that is set covers it at most, and takes no word', async ({ page }) => {
  await page.clock.install();
  const mailbox = await ownMailbox(page, () => []);
  await openMailbox(page, 'nl', mailbox.code);
  await page.locator('[data-field="reply"]').fill('Half');
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 3_600_000;
  });
  await page.clock.runFor(6000);
  const cover = page.locator('[data-part="cover"]');
  await expect(cover).toBeVisible();
  await expect(inside(page)).toBeHidden();
  await expectNoBarriers(page);
  await cover.getByRole('button').click();
  await expect(page.locator('[data-field="reply"]')).toHaveValue('Half');
  await expect(page.locator('[data-field="reply"]')).toBeFocused();
  await page.clock.runFor(60_000);
  await expect(inside(page)).toBeVisible();
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
    await expect(page.locator('[data-part="not-ready"]')).toBeHidden();
    const notice = page.locator('[data-part="inside-app"]');
    await expect(notice).toBeVisible({ visible: warned });
    if (warned) {
      const [above, below] = [
        await notice.boundingBox(),
        await page.locator('[data-field="code"]').boundingBox(),
      ];
      expect(above?.y).toBeLessThan(below?.y ?? 0);
      await expectNoBarriers(page);
    }
    await context.close();
  }
});
