import { expect, type Page, test } from '@playwright/test';
import nacl from 'tweetnacl';
import { type ErrorCode, type MailboxBody, PostMessage } from '../../src/protocol/api.ts';
import { boxItem } from '../../src/protocol/authenticated.ts';
import { fromBase64url, toBase64url } from '../../src/protocol/bytes.ts';
import { openItem } from '../../src/protocol/open.ts';
import { randomId } from '../../src/protocol/random-id.ts';
import { checkDigit, openMailbox as deriveMailbox, drawReceiptCode } from '../../src/protocol/receipt.ts';
import { expectNoBarriers } from './support/barriers.ts';
import { complaints, withOwnCentre } from './support/own-centre.ts';
import { fillForm, openMailbox, send } from './support/reporter.ts';
import { refuse, stored } from './support/worker-answers.ts';

type Message = MailboxBody['messages'][number];

const inside = (page: Page) => page.locator('[data-status]');

/** A mailbox that the test holds both ends of: its worker is `answers`, its centre a key of the test. */
async function ownMailbox(page: Page, messages: (place: { thread: string }) => Message[]) {
  const code = drawReceiptCode();
  const { publicKey, token } = await deriveMailbox(code);
  const thread = randomId();
  const requests: { method: string; body: string | null; token: string | undefined }[] = [];
  const worker: { refuses: ErrorCode | null } = { refuses: null };
  await page.route('**/api/mailbox', async (route) => {
    const request = route.request();
    const method = request.method();
    requests.push({ method, body: request.postData(), token: request.headers()['authorization'] });
    if (worker.refuses) return refuse(route, worker.refuses);
    if (method === 'DELETE') return route.fulfill({ json: { ok: true, deleted: thread } });
    if (method === 'POST') return stored(route);
    const body: MailboxBody = {
      thread,
      state: 'open',
      receivedAt: 1_795_000_000,
      messages: messages({ thread }),
    };
    return route.fulfill({ json: { ok: true, ...body } });
  });
  return { code, publicKey, token: toBase64url(token), thread, requests, worker };
}

/** An answer of the desk to a mailbox. */
function answer(text: string, thread: string, from: Uint8Array, to: Uint8Array): Message {
  const id = randomId();
  const envelope = boxItem({ v: 1, kind: 'message', author: 'desk', thread, id, text }, from, to);
  return { author: 'desk', id, at: 1_795_000_600, envelope: toBase64url(envelope ?? new Uint8Array()) };
}

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
  await expect(inside(page)).toHaveAttribute('data-status', 'answered');
  await expect(inside(page)).toBeFocused();
  const answers = page.locator('[data-answer]');
  await expect(answers).toHaveCount(1);
  expect(await answers.textContent()).toBe(text);
  await expect(page.locator('main')).not.toContainText('Come to this address');
  await expect(page.locator('main')).not.toContainText('From another thread');
  await expect(page.locator('[data-part="messages"] li')).toHaveCount(5);
  await expect(page.locator('[data-part="messages"] li').first()).toContainText('You wrote on');
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(mailbox.requests).toEqual([{ method: 'GET', body: null, token: `Bearer ${mailbox.token}` }]);
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
  await expect(page.locator('[data-part="inside-status"]')).toHaveText(/^Sent/);
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
  await page.goto('/en/info/b/');
  page.on('request', (request) => asked.push(request.url()));
  const code = page.locator('[data-field="code"]');
  const right = '123456789012345';
  const wrong = (Number(checkDigit(right)) + 1) % 10;
  for (const [typed, said] of [
    ['', '16 digits'],
    ['1234 5678', '16 digits'],
    [`${right}${wrong}`, 'One digit'],
  ] as const) {
    await code.fill(typed);
    await page.locator('[data-action="open"]').click();
    await expect(code).toBeFocused();
    await expect(code).toHaveAccessibleDescription(new RegExp(said));
    await expect(page).toHaveTitle(/^Error: /);
  }
  expect(asked).toEqual([]);
});

test('says the same of every number that opens nothing', async ({ page }) => {
  await page.goto('/en/info/b/');
  await page.locator('[data-field="code"]').fill(drawReceiptCode());
  await page.locator('[data-field="code"]').press('Enter');
  await expect(page.locator('[data-part="code-error"]')).toHaveText(/^We find nothing/, { timeout: 30_000 });
});

test('deletes everything, after asking', async ({ page }) => {
  await page.goto('/nl/info/a/');
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
  for (const language of ['nl', 'fr', 'en']) {
    await page.goto(`/${language}/info/b/`);
    await page.locator('[data-action="open"]').click();
    await expect(page.locator('[data-part="code-error"]')).toBeVisible();
    await expectNoBarriers(page);
  }
});
