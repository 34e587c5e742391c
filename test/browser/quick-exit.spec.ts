import { expect, type Page, test } from '@playwright/test';

const WEATHER = 'https://www.meteo.be/**';

test.beforeEach(async ({ page }) => {
  await page.route(WEATHER, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
  );
});

/** Comes to the help page as people do: from somewhere else, through the home page. */
async function arrive(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goto('/nl/');
  await page.goto('/nl/info/');
}

const weather = /^https:\/\/www\.meteo\.be\/nl/;

test('replaces the page, and Back never shows ours again', async ({ page }) => {
  await arrive(page);
  await page.getByRole('link', { name: 'Verlaat deze site' }).click();
  await page.waitForURL(weather);
  // Back leads to the home page of ours, which leaves again at once; once more leads to where they came from.
  await page.goBack({ waitUntil: 'commit' }).catch(() => null);
  await page.waitForURL(weather);
  await expect(page).toHaveTitle('Weather');
  await page.goBack({ waitUntil: 'commit' }).catch(() => null);
  await expect.poll(() => page.url()).toBe('about:blank');
});

test('lets a later visit by address through', async ({ page }) => {
  await arrive(page);
  await page.getByRole('link', { name: 'Verlaat deze site' }).click();
  await page.waitForURL(weather);
  await page.goto('/nl/info/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('leaves one neutral mark in this tab, and nothing else', async ({ page }) => {
  await arrive(page);
  expect(await page.evaluate(whatIsThere)).toMatchObject({ session: {}, local: {}, cookie: '' });
  // What stands in the page while a slow network fetches the weather: looked at once the way out was taken.
  const seen = new Promise<ReturnType<typeof whatIsThere>>((resolve) => page.exposeFunction('seen', resolve));
  await page.evaluate(`addEventListener('leave', () => queueMicrotask(() => seen((${whatIsThere})())))`);
  await page.getByRole('link', { name: 'Verlaat deze site' }).click();
  expect(await seen).toEqual({
    session: { v: '1' },
    local: {},
    cookie: '',
    title: '…',
    body: '<p role="alert">Even laden</p>',
  });
});

/** Runs in the page. */
function whatIsThere() {
  return {
    session: { ...sessionStorage },
    local: { ...localStorage },
    cookie: document.cookie,
    title: document.title,
    body: document.body.innerHTML,
  };
}

test('Shift three times leaves, and says how many are left', async ({ page }) => {
  await arrive(page);
  await page.keyboard.press('ShiftLeft');
  await expect(page.getByRole('status')).toHaveText(/2/);
  // The other Shift key counts as well.
  await page.keyboard.press('ShiftRight');
  await expect(page.getByRole('status')).toHaveText(/1/);
  await page.keyboard.press('ShiftLeft');
  await page.waitForURL(weather);
});

test('capitals do not leave', async ({ page }) => {
  await arrive(page);
  for (let letter = 0; letter < 6; letter++) await page.keyboard.press('Shift+A');
  await page.keyboard.press('Shift');
  await page.keyboard.press('b');
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await expect(page).toHaveURL(/\/nl\/info\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('is the first stop of the keyboard, the skip link the second, on every kind of page', async ({
  page,
}) => {
  for (const [path, exit, skip] of [
    ['/nl/', 'Verlaat deze site', /inhoud/],
    ['/fr/info/', 'Quitter ce site', /contenu/],
    ['/en/info/', 'Leave this site', /content/],
  ] as const) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveText(new RegExp(exit));
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveText(skip);
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  }
});

test('works from the keyboard', async ({ page }) => {
  await arrive(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(weather);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('goes through /x, which clears what there is', async ({ page, request }) => {
    await page.goto('/fr/info/');
    const link = page.getByRole('link', { name: 'Quitter ce site' });
    expect(await link.getAttribute('href')).toBe('/x?l=fr');
    const answer = await request.get('/x?l=fr', { maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers()).toMatchObject({
      location: 'https://www.meteo.be/fr',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'clear-site-data': '"cookies", "storage"',
    });
  });
});
