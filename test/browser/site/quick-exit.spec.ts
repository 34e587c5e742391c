import { expect, type Page } from '@playwright/test';
import { pageLanguages } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { exit } from '../parts/page.ts';
import { test } from '../support/test.ts';

const WEATHER = 'https://www.meteo.be/';
const SEARCH = 'https://search.test/';

/** Answers for the sites around ours, so that no test leaves the machine. */
async function surround(page: Page): Promise<void> {
  await page.route(`${WEATHER}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><p>Sunny</p>' }),
  );
  await page.route(`${SEARCH}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Search</title>' }),
  );
}

/** From here on the weather site answers with nothing, so that the browser goes on showing what we left behind. */
async function noWeather(page: Page): Promise<void> {
  await page.route(`${WEATHER}**`, (route) => route.fulfill({ status: 204 }));
}

/** What a browser shows of a page, and what it keeps of it. */
const left = (page: Page) =>
  page.evaluate(() => ({
    text: document.body?.innerText.trim() ?? '',
    title: document.title,
    styles: [...document.styleSheets].some((sheet) => !sheet.disabled),
    session: { ...sessionStorage },
    local: { ...localStorage },
    cookies: document.cookie,
  }));

const atWeather = (page: Page) => page.waitForURL(`${WEATHER}nl`);

/** Whether the page is still ours after all that the keys set off has happened. */
async function expectToStay(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  expect(new URL(page.url()).pathname).toBe(pathTo('help', 'nl'));
  await expect(page.locator('h1')).toBeVisible();
}

const nl = ui('nl', 'safe').exit;

test.beforeEach(async ({ page }) => {
  await surround(page);
});

test('empties the page before the weather arrives, and keeps one neutral flag', async ({ page }) => {
  await page.goto(pathTo('help', 'nl'));
  await noWeather(page);
  await page.evaluate(() => {
    addEventListener('leave', () => {
      document.documentElement.dataset['wiped'] = document.querySelector('h1') ? 'before' : 'after';
    });
  });
  await exit(page).click();
  await expect(page.getByRole('alert')).toHaveText(nl.loading);
  expect(await left(page)).toEqual({
    text: nl.loading,
    title: '…',
    styles: false,
    session: { v: '1' },
    local: {},
    cookies: '',
  });
  expect(await page.locator('html').getAttribute('data-wiped')).toBe('before');
});

test('Back shows nothing of ours while the weather is on its way', async ({ page }) => {
  await page.goto(SEARCH);
  await page.goto('/nl/');
  await page
    .locator(`main a[href="${pathTo('help', 'nl')}"]`)
    .first()
    .click();
  await page.waitForURL(`**${pathTo('help', 'nl')}`);
  await exit(page).click();
  await atWeather(page);

  await noWeather(page);
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(async () => (await left(page)).text).not.toContain('PAG');
  expect(await left(page)).toMatchObject({ text: '', title: '…' });
});

test('Back leads to the weather again, and a second Back to where the visitor came from', async ({
  page,
}) => {
  await page.goto(SEARCH);
  await page.goto('/nl/');
  await page
    .locator(`main a[href="${pathTo('help', 'nl')}"]`)
    .first()
    .click();
  await page.waitForURL(`**${pathTo('help', 'nl')}`);
  await exit(page).click();
  await atWeather(page);
  await page.goBack();
  await atWeather(page);
  await page.goBack();
  await page.waitForURL(SEARCH);
});

test('a reload while the weather is on its way shows nothing of ours either', async ({ page }) => {
  await page.goto(pathTo('help', 'nl'));
  await noWeather(page);
  await exit(page).click();
  await expect(page.getByRole('alert')).toHaveText(nl.loading);
  await page.reload({ waitUntil: 'commit' });
  await expect.poll(async () => left(page)).toMatchObject({ text: '', title: '…', session: { v: '1' } });
});

test('what lay ahead in the history is gone', async ({ page }) => {
  await page.goto(SEARCH);
  await page.goto('/nl/');
  await page.goto(pathTo('help', 'nl'));
  await page.goto(pathTo('worried', 'nl'));
  await page.goBack();
  await page.waitForURL(`**${pathTo('help', 'nl')}`);
  await exit(page).click();
  await atWeather(page);
  expect(await page.goForward()).toBeNull();
  expect(page.url()).toBe(`${WEATHER}nl`);
});

test('a visit by address works again, and clears the flag', async ({ page }) => {
  await page.goto(pathTo('help', 'nl'));
  await exit(page).click();
  await atWeather(page);
  await page.goto(pathTo('help', 'nl'));
  await expect(page.locator('h1')).toBeVisible();
  expect((await left(page)).session).toEqual({});
});

test('leads in every language to the weather to which the way without scripts leads', async ({
  page,
  request,
}) => {
  // Arabic stands for what the weather is not in.
  for (const tag of [...pageLanguages, 'ar']) {
    const weather = /<a href="([^"]+)"/.exec(await (await request.get(`/x/${tag}/`)).text())?.[1] ?? '';
    expect(weather).toContain(WEATHER);
    await page.goto(pathTo('help', 'nl'));
    await page.evaluate((lang) => {
      document.documentElement.lang = lang;
    }, tag);
    await page.locator('[data-exit]').click();
    await page.waitForURL(weather);
  }
});

test('the first Tab is the exit, the second the way to the content', async ({ page }) => {
  await page.goto(pathTo('help', 'nl'));
  await page.keyboard.press('Tab');
  await expect(exit(page)).toBeFocused();
  await expect(exit(page)).toHaveAccessibleName(nl.label);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await expect(page.locator('.skip')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await exit(page).focus();
  await page.keyboard.press('Enter');
  await atWeather(page);
});

test('Shift three times leaves, and says how many are left', async ({ page }) => {
  await page.goto(pathTo('help', 'nl'));
  const count = page.locator('.exit').getByRole('status');
  await page.keyboard.press('Shift');
  await expect(count).toHaveText(nl.twoMore);
  await page.keyboard.press('Shift');
  await expect(count).toHaveText(nl.oneMore);
  await page.keyboard.press('Shift');
  await atWeather(page);
});

test('left and right Shift count together', async ({ page }) => {
  await page.goto(pathTo('help', 'nl'));
  await page.keyboard.press('ShiftLeft');
  await page.keyboard.press('ShiftRight');
  await page.keyboard.press('ShiftLeft');
  await atWeather(page);
});

test('both Shifts held at once count as two', async ({ page }) => {
  await page.goto(pathTo('help', 'nl'));
  await page.keyboard.down('ShiftLeft');
  await page.keyboard.down('ShiftRight');
  await page.keyboard.up('ShiftRight');
  await page.keyboard.up('ShiftLeft');
  await page.keyboard.press('ShiftRight');
  await atWeather(page);
});

test('capitals do not leave', async ({ page }) => {
  await page.goto(pathTo('help', 'nl'));
  for (const letter of 'ABCDE') await page.keyboard.press(`Shift+${letter}`);
  await page.keyboard.down('Shift');
  for (const letter of 'ABC') await page.keyboard.press(letter);
  await page.keyboard.up('Shift');
  await expectToStay(page);
  await expect(page.locator('.exit').getByRole('status')).toBeEmpty();
});

test('another key in between, a shortcut or a selection with Shift does not leave', async ({ page }) => {
  await page.goto(pathTo('help', 'nl'));
  for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift', 'Tab', 'Shift']) await page.keyboard.press(key);
  await page.keyboard.down('Alt');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  await page.keyboard.up('Alt');
  for (let press = 0; press < 3; press += 1) await page.locator('h1').click({ modifiers: ['Shift'] });
  await expectToStay(page);
});

test('presses more than five seconds apart do not leave', async ({ page }) => {
  await page.clock.install();
  await page.goto(pathTo('help', 'nl'));
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await page.clock.runFor(5001);
  await expect(page.locator('.exit').getByRole('status')).toBeEmpty();
  await page.keyboard.press('Shift');
  await expect(page.locator('.exit').getByRole('status')).toHaveText(nl.twoMore);
  await page.clock.runFor(100);
  expect(new URL(page.url()).pathname).toBe(pathTo('help', 'nl'));
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the exit is a link to the weather', async ({ page }) => {
    await page.goto(pathTo('help', 'fr'));
    // What it leads to is elsewhere, where no test may go: that it is asked for is all that can be seen.
    const asked = page.waitForRequest(`${WEATHER}fr`);
    await exit(page).click();
    expect((await asked).isNavigationRequest()).toBe(true);
  });

  test('Back from the weather does not show the way there', async ({ page }) => {
    await page.goto(SEARCH);
    await page.goto('/x/nl/');
    await atWeather(page);
    await page.goBack();
    expect(page.url()).toBe(SEARCH);
  });
});

/** Whether a browser keeps a page in memory while another is shown, and thaws it on Back. */
async function keepsPages(page: Page): Promise<boolean> {
  await page.goto('/nl/');
  await page.evaluate(() => {
    document.documentElement.dataset['kept'] = 'yes';
  });
  await page
    .locator(`main a[href="${pathTo('help', 'nl')}"]`)
    .first()
    .click();
  await page.waitForURL(`**${pathTo('help', 'nl')}`);
  // A thawed page loads nothing, so there is no load to wait for.
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForURL('**/nl/', { waitUntil: 'commit' });
  // One that comes anew has no body yet when it is asked.
  return page.evaluate(() => document.documentElement.dataset['kept'] === 'yes');
}

test('a page that the browser kept in memory leaves again too', async ({
  playwright,
  baseURL,
  launchOptions,
}) => {
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const newPage = async () => {
      const page = await browser.newPage(baseURL === undefined ? {} : { baseURL });
      await surround(page);
      return page;
    };
    test.skip(!(await keepsPages(await newPage())), 'This browser keeps no page in memory.');
    // A browser that is short of memory gives up a page that it kept: then that one comes anew, and leaves all the same.
    await expect(async () => {
      const page = await newPage();
      const left: string[] = [];
      page.on('console', (message) => left.push(message.text()));
      await page.goto('/nl/');
      // Only the page as it was, thawed, still has this listener.
      await page.evaluate(() => addEventListener('leave', () => console.log(location.pathname)));
      await page
        .locator(`main a[href="${pathTo('help', 'nl')}"]`)
        .first()
        .click();
      await page.waitForURL(`**${pathTo('help', 'nl')}`);
      await page.evaluate(() => {
        sessionStorage['v'] = 1;
      });
      await page.goBack({ waitUntil: 'commit' });
      await atWeather(page);
      expect(left).toEqual(['/nl/']);
    }).toPass();
  } finally {
    await browser.close();
  }
});

test('every public page carries the same script, of about a kilobyte', async ({ request }) => {
  const scripts = await Promise.all(
    ['/', '/nl/', '/fr/', pathTo('help', 'en'), '/nothing-here/'].map(async (path) => {
      const html = await (await request.get(path)).text();
      return /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? path;
    }),
  );
  expect(new Set(scripts).size).toBe(1);
  expect(new TextEncoder().encode(scripts[0]).length).toBeLessThanOrEqual(1024);
});
