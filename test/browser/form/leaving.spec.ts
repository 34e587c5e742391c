import { expect, type Page } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { answerLeast, choose, expectKept, formOn, receipt, send, fill as type } from '../parts/form.ts';
import { exit, inLanguage, wordmark } from '../parts/page.ts';
import { chosen, field } from '../parts/questions.ts';
import { AT_WORK, fillRequest, fillWork } from '../support/reporter.ts';
import { test } from '../support/test.ts';

const WEATHER = 'https://www.meteo.be/';

/** Which questions of the browser itself (`beforeunload`) came up. Each is answered by staying. */
function hearQuestions(page: Page): string[] {
  const heard: string[] = [];
  page.on('dialog', async (dialog) => {
    heard.push(dialog.type());
    await dialog.dismiss();
  });
  return heard;
}

const forms = [
  {
    path: pathTo('form', 'en'),
    words: 'story' as const,
    write: async (page: Page) => {
      await choose(page, 'who', 'me');
      await choose(page, 'danger', 'no');
      await type(page, 'story', 'Help');
    },
    kept: 'Help',
    fill: async (page: Page) => {
      await answerLeast(page);
    },
  },
  {
    path: pathTo('work', 'en'),
    words: 'story' as const,
    write: (page: Page) => fillWork(page, { ...AT_WORK, story: 'Help' }),
    kept: 'Help',
    fill: (page: Page) => fillWork(page, AT_WORK),
  },
  {
    path: pathTo('request', 'en'),
    words: 'text' as const,
    write: (page: Page) => field(page, 'text').fill('20 posters'),
    kept: '20 posters',
    fill: (page: Page) =>
      fillRequest(page, {
        about: ['copies'],
        text: '20 posters',
        organisation: 'OCMW',
        name: 'An',
        reply: '',
      }),
  },
];

/** Comes to a form from another page, and writes. Gives what the browser asks from then on. */
async function begin(page: Page, path: string, write: (page: Page) => Promise<void>): Promise<string[]> {
  const heard = hearQuestions(page);
  await page.goto(pathTo('help', 'en'));
  await page.goto(path);
  await expect(formOn(page).notReady).toBeHidden();
  await write(page);
  return heard;
}

/** Goes back until the page asks, or is left: on the way lie the questions before. */
async function goBackOut(page: Page): Promise<void> {
  const { pathname } = new URL(page.url());
  const isHere = () => new URL(page.url()).pathname === pathname;
  for (let presses = 0; presses < 20 && isHere(); presses++) {
    if (await page.getByRole('alertdialog').isVisible()) return;
    await page.goBack();
  }
}

for (const { path, words, write, kept, fill } of forms) {
  for (const [what, leave, arrives] of [
    ['the wordmark', (page: Page) => wordmark(page).click(), '/en/'],
    ['a language', (page: Page) => inLanguage(page, 'fr').click(), path.replace('en', 'fr')],
    ['Back', goBackOut, pathTo('help', 'en')],
  ] as const) {
    test(`${path}: ${what} asks once when something is written, and then does what it does`, async ({
      page,
    }) => {
      const heard = await begin(page, path, write);
      await leave(page);
      await expect(formOn(page).words.question).toBeFocused();
      await expect(field(page, words)).toBeHidden();
      await expect(page.locator('.exit')).toBeInViewport();
      await formOn(page).words.stay.click();
      await expectKept(page, words, kept);
      await leave(page);
      await expect(formOn(page).words.question).toBeFocused();
      await formOn(page).words.go.click();
      await page.waitForURL(`**${arrives}`);
      expect(heard).toEqual([]);
    });

    test(`${path}: ${what} asks on a receipt until the code is written down`, async ({ page }) => {
      const heard = hearQuestions(page);
      await page.goto(pathTo('help', 'en'));
      await page.goto(path);
      await fill(page);
      const code = await send(page);
      const leaveReceipt = what === 'Back' ? () => page.goBack() : () => leave(page);
      await leaveReceipt();
      await expect(formOn(page).code.question).toBeFocused();
      await expect(formOn(page).words.question).toBeHidden();
      await formOn(page).code.stay.click();
      await expect(receipt(page)).toContainText(code.slice(0, 4));
      await formOn(page).noted.click();
      await leaveReceipt();
      // Back first shows once more that it was sent.
      if (what === 'Back') {
        await expect(formOn(page).already).toBeVisible();
        await leaveReceipt();
      }
      await page.waitForURL(`**${arrives}`);
      expect(heard).toEqual([]);
    });
  }

  test(`${path}: a reload asks when something is written, and not otherwise`, async ({ page }) => {
    const heard = hearQuestions(page);
    await page.goto(path);
    await expect(formOn(page).notReady).toBeHidden();
    await page.reload();
    await expect(formOn(page).notReady).toBeHidden();
    expect(heard).toEqual([]);
    await write(page);
    await page.evaluate(() => location.reload());
    await expect.poll(() => heard).toEqual(['beforeunload']);
    await expectKept(page, words, kept);
  });

  test(`${path}: a reload asks on a receipt until the code is written down, and then nothing of it is left`, async ({
    page,
  }) => {
    const heard = hearQuestions(page);
    await page.goto(path);
    await fill(page);
    const code = await send(page);
    await page.evaluate(() => location.reload());
    await expect.poll(() => heard).toEqual(['beforeunload']);
    await expect(receipt(page)).toContainText(code.slice(0, 4));
    await formOn(page).noted.click();
    await page.reload();
    await expect(formOn(page).returned).toBeVisible();
    await expect(receipt(page)).toHaveCount(0);
    expect(heard).toHaveLength(1);
  });

  test(`${path}: Forward, after it was left, leads to an empty form that says how to tell what became of the words`, async ({
    page,
  }) => {
    const heard = await begin(page, path, write);
    await goBackOut(page);
    await formOn(page).words.go.click();
    await page.waitForURL(`**${pathTo('help', 'en')}`);
    await page.goForward();
    await expect(formOn(page).returned).toBeVisible();
    await expect(chosen(page)).toHaveCount(0);
    for (const typed of await page.locator('main :is(input, textarea)').all())
      await expect(typed).toHaveValue('');
    expect(heard).toEqual([]);
  });

  test(`${path}: who comes back, or loads the page again, reads how to tell what became of it`, async ({
    page,
  }) => {
    await page.goto(path);
    await expect(formOn(page).short).toBeVisible();
    await page.goto(pathTo('help', 'en'));
    await page.goBack();
    await expect(formOn(page).returned).toBeVisible();
    await expect(formOn(page).short).toBeHidden();
    await page.reload();
    await expect(formOn(page).returned.getByRole('link')).toHaveAttribute('href', pathTo('mailbox', 'en'));
  });

  test(`${path}: quick exit never asks, and Back never shows the words again`, async ({ page }) => {
    const heard = hearQuestions(page);
    await page.route(`${WEATHER}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny' }));
    for (const away of [
      () => exit(page).click(),
      async () => {
        for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
      },
    ]) {
      await page.goto(path);
      await expect(formOn(page).notReady).toBeHidden();
      await write(page);
      await away();
      await page.waitForURL(`${WEATHER}**`);
      await page.goBack();
      await page.waitForURL(`${WEATHER}**`);
    }
    // On the question itself, and on a receipt, the exit is as quick.
    await page.goto(path);
    await write(page);
    await wordmark(page).click();
    await expect(formOn(page).words.question).toBeFocused();
    await exit(page).click();
    await page.waitForURL(`${WEATHER}**`);
    await page.goto(path);
    await fill(page);
    await send(page);
    await exit(page).click();
    await page.waitForURL(`${WEATHER}**`);
    expect(heard).toEqual([]);
  });
}

test('Back passes through a form in which nothing is left, and calling asks nothing', async ({ page }) => {
  const heard = hearQuestions(page);
  await page.goto(pathTo('help', 'en'));
  await page.goto(pathTo('request', 'en'));
  await type(page, 'text', 'Help');
  await page.locator('main a[href^="tel:"]:visible').first().click();
  await expect(formOn(page).words.question).toBeHidden();
  await expect(field(page, 'text')).toHaveValue('Help');
  // Not by the keyboard: Chromium's window that asks about the call keeps keys from the page as long as it stands there.
  await field(page, 'text').evaluate((text: HTMLTextAreaElement) => {
    text.value = '';
    text.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await page.goBack();
  await page.waitForURL(`**${pathTo('help', 'en')}`);
  expect(heard).toEqual([]);
});

test('a form in a tab of its own can be left by Back as well', async ({ context }) => {
  const page = await context.newPage();
  await page.goto(pathTo('form', 'en'));
  await page.evaluate((form) => open(form, '_blank', 'noopener'), pathTo('form', 'en'));
  const own = await context.waitForEvent('page').catch(() => context.pages().at(-1));
  if (!own) throw new Error('no tab');
  await expect(formOn(own).notReady).toBeHidden();
  await choose(own, 'who', 'me');
  await own.evaluate(() => history.back());
  await expect(formOn(own).short.or(formOn(own).returned)).toBeVisible();
  await own.evaluate(() => history.back());
  await expect(formOn(own).words.question).toBeFocused();
  await formOn(own).words.go.click();
  await own.waitForURL('**/en/');
});
