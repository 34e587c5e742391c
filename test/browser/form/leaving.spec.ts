import { expect, type Page, test } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { fillRequest, send } from '../support/reporter.ts';

const WEATHER = 'https://www.meteo.be/';

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
const question = (page: Page, name: 'words' | 'code') => page.locator(`[data-part="ask-${name}"]`);
const stay = (page: Page) => page.locator('[data-choice="stay"]:visible');
const go = (page: Page) => page.locator('[data-choice="go"]:visible');

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
    words: 'story',
    write: (page: Page) => field(page, 'story').fill('Help'),
    fill: async (page: Page) => {
      await field(page, 'who').locator('[value="me"]').click();
      await field(page, 'danger').locator('[value="no"]').click();
    },
  },
  {
    path: pathTo('request', 'en'),
    words: 'text',
    write: (page: Page) => field(page, 'text').fill('20 posters'),
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

for (const { path, words, write, fill } of forms) {
  for (const [what, leave, arrives] of [
    ['the wordmark', (page: Page) => page.locator('.safe-header a').first().click(), '/en/'],
    [
      'a language',
      (page: Page) => page.locator('.languages [hreflang="fr"]').click(),
      path.replace('en', 'fr'),
    ],
    ['Back', (page: Page) => page.goBack(), pathTo('help', 'en')],
  ] as const) {
    test(`${path}: ${what} asks once when something is written, and then does what it does`, async ({
      page,
    }) => {
      const heard = hearQuestions(page);
      await page.goto(pathTo('help', 'en'));
      await page.goto(path);
      await expect(page.locator('[data-part="not-ready"]')).toBeHidden();
      await write(page);
      await leave(page);
      await expect(question(page, 'words')).toBeFocused();
      await expect(field(page, words)).toBeHidden();
      await expect(page.locator('.exit')).toBeInViewport();
      await stay(page).click();
      await expect(field(page, words)).not.toHaveValue('');
      await leave(page);
      await expect(question(page, 'words')).toBeFocused();
      await go(page).click();
      await page.waitForURL(`**${arrives}`);
      expect(heard).toEqual([]);
    });

    test(`${path}: ${what} asks on a receipt until the code is written down`, async ({ page }) => {
      const heard = hearQuestions(page);
      await page.goto(pathTo('help', 'en'));
      await page.goto(path);
      await fill(page);
      const code = await send(page);
      await leave(page);
      await expect(question(page, 'code')).toBeFocused();
      await expect(question(page, 'words')).toBeHidden();
      await stay(page).click();
      await expect(page.locator('[data-receipt]')).toContainText(code.slice(0, 4));
      await page.locator('[data-action="noted"]').click();
      await leave(page);
      // Back first shows once more that it was sent.
      if (what === 'Back') {
        await expect(page.locator('[data-part="already"]')).toBeVisible();
        await leave(page);
      }
      await page.waitForURL(`**${arrives}`);
      expect(heard).toEqual([]);
    });
  }

  test(`${path}: a reload asks when something is written, and not otherwise`, async ({ page }) => {
    const heard = hearQuestions(page);
    await page.goto(path);
    await expect(page.locator('[data-part="not-ready"]')).toBeHidden();
    await page.reload();
    await expect(page.locator('[data-part="not-ready"]')).toBeHidden();
    expect(heard).toEqual([]);
    await write(page);
    await page.evaluate(() => location.reload());
    await expect.poll(() => heard).toEqual(['beforeunload']);
    await expect(field(page, words)).not.toHaveValue('');
    await field(page, words).fill('');
    await page.reload();
    expect(heard).toEqual(['beforeunload']);
  });

  test(`${path}: who comes back, or loads the page again, reads how to tell what became of it`, async ({
    page,
  }) => {
    await page.goto(path);
    await expect(page.locator('[data-opening="short"]')).toBeVisible();
    await page.goto(pathTo('help', 'en'));
    await page.goBack();
    await expect(page.locator('[data-opening="returned"]')).toBeVisible();
    await expect(page.locator('[data-opening="short"]')).toBeHidden();
    await page.reload();
    await expect(page.locator('[data-opening="returned"] a')).toHaveAttribute(
      'href',
      pathTo('mailbox', 'en'),
    );
  });

  test(`${path}: quick exit never asks, and Back never shows the words again`, async ({ page }) => {
    const heard = hearQuestions(page);
    await page.route(`${WEATHER}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny' }));
    for (const exit of [
      () => page.locator('[data-exit]').click(),
      async () => {
        for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
      },
    ]) {
      await page.goto(path);
      await expect(page.locator('[data-part="not-ready"]')).toBeHidden();
      await write(page);
      await exit();
      await page.waitForURL(`${WEATHER}**`);
      await page.goBack();
      await page.waitForURL(`${WEATHER}**`);
    }
    // On the question itself, and on a receipt, the exit is as quick.
    await page.goto(path);
    await write(page);
    await page.locator('.safe-header a').first().click();
    await expect(question(page, 'words')).toBeFocused();
    await page.locator('[data-exit]').click();
    await page.waitForURL(`${WEATHER}**`);
    await page.goto(path);
    await fill(page);
    await send(page);
    await page.locator('[data-exit]').click();
    await page.waitForURL(`${WEATHER}**`);
    expect(heard).toEqual([]);
  });
}

test('Back passes through a form in which nothing is left, and calling asks nothing', async ({ page }) => {
  const heard = hearQuestions(page);
  await page.goto(pathTo('help', 'en'));
  await page.goto(pathTo('form', 'en'));
  await field(page, 'story').fill('Help');
  await page.locator('main a[href^="tel:"]:visible').first().click();
  await expect(question(page, 'words')).toBeHidden();
  await expect(field(page, 'story')).toHaveValue('Help');
  // The window that a call opens may hold the keyboard for a moment, and the key that deletes then goes nowhere.
  await expect(async () => {
    await field(page, 'story').fill('');
    await expect(field(page, 'story')).toHaveValue('', { timeout: 200 });
  }).toPass();
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
  await expect(own.locator('[data-part="not-ready"]')).toBeHidden();
  await field(own, 'story').fill('Help');
  await own.evaluate(() => history.back());
  await expect(question(own, 'words')).toBeFocused();
  await go(own).click();
  await own.waitForURL('**/en/');
});
