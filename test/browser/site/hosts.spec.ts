import { readFileSync } from 'node:fs';
import { type APIRequestContext, expect } from '@playwright/test';
import { isOfDesk } from '../../../functions/pages/site-at.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { pageNames, pathTo, rowOf } from '../../../src/site/routes.ts';
import { loadedBy } from '../../../tools/check/pages/sizes.ts';
import { TEST_DESK, TEST_ORIGIN, TEST_PAGES, testAddress, testDesk } from '../../../tools/test/test-site.ts';
import { deskOn } from '../parts/desk.ts';
import { builtPages, linksOf } from '../support/built-pages.ts';
import { nameOf } from '../support/case.ts';
import { join } from '../support/member.ts';
import { complaints } from '../support/own-centre.ts';
import { test } from '../support/test.ts';

const named = (page: string) => page.slice(TEST_PAGES.length).replaceAll('\\', '/');
const loaded = (desk: boolean) =>
  new Set(
    builtPages()
      .filter(({ path }) => isOfDesk(path) === desk)
      .flatMap(({ file }) => [...loadedBy(file, TEST_PAGES)].map(named)),
  );

/** Asks the served site at a host, by its origin, with the path as it stands. Gives all that the answer tells. */
async function told(request: APIRequestContext, at: string, path: string, method = 'GET') {
  const answer = await request.fetch(TEST_ORIGIN + path, {
    method,
    headers: { Host: new URL(at).host },
    maxRedirects: 0,
  });
  const { date: _, ...headers } = answer.headers();
  return { status: answer.status(), headers, body: await answer.text() };
}

test('what the desk alone loads lies in a folder of its own, and no other page loads from there', () => {
  const [ofDesk, ofSite] = [loaded(true), loaded(false)];
  expect([...ofDesk].filter((path) => path.endsWith('.js')).length).toBeGreaterThan(1);
  expect([...ofDesk].filter((path) => !ofSite.has(path) && !isOfDesk(path))).toEqual([]);
  expect([...ofSite].filter(isOfDesk)).toEqual([]);
});

test('the public host has no desk, in whatever way its pages, chunks and calls are asked for', async ({
  request,
}) => {
  const chunks = [...loaded(true)].filter(isOfDesk);
  expect(chunks.length).toBeGreaterThan(1);
  const [chunk = ''] = chunks;
  for (const host of [TEST_ORIGIN, TEST_ORIGIN.replace('localhost', '127.0.0.1'), 'http://desk.example']) {
    const asked = [
      ...languages.map((language) => pathTo('desk', language)),
      ...['/nl/desk', '/nl/desk.html', '/nl/desk/index.html', '/nl/desk/404/', '/nl/desk/404.html'],
      ...['/nl/%64esk/', '/nl//desk/', '/NL/Desk/'],
    ];
    for (const path of asked) {
      const nowhere = `/${path.slice(1, 3).toLowerCase()}/nowhere/`;
      expect([path, await told(request, host, path)]).toEqual([path, await told(request, host, nowhere)]);
    }
    const hidden = [...chunks, `/${chunk}`, chunk.replace('_', '%5f'), '/nl%2fdesk/', '//nl/desk/'];
    for (const path of hidden)
      expect([path, await told(request, host, path)]).toEqual([path, await told(request, host, '/nowhere')]);
    for (const method of ['GET', 'POST'])
      expect(await told(request, host, '/api/desk/session', method)).toEqual(
        await told(request, host, '/api/nothing', method),
      );
  }
});

test('the desk’s host has the desk, and neither what the public host answers nor its way out', async ({
  request,
}) => {
  for (const path of [...languages.map((language) => pathTo('desk', language)), ...loaded(true)])
    expect([path, (await told(request, TEST_DESK, path)).status]).toEqual([path, 200]);
  for (const path of ['/nl/desk', '/nl/%64esk/', '/NL/desk/'])
    expect((await told(request, TEST_DESK, path)).headers['location']).toBe('/nl/desk/');
  const nowhere = await told(request, TEST_DESK, '/nowhere/');
  expect(nowhere).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } });
  expect(linksOf(nowhere.body)).toEqual([pathTo('desk', 'nl')]);
  for (const path of ['/x', '/x/nl/', '/NL/', '/x?l=nl'])
    expect([path, await told(request, TEST_DESK, path)]).toEqual([path, nowhere]);
  // What sends a drill and deletes it is the desk's as well.
  for (const path of ['/api/mailbox', '/api/referrals', '/api/handed'])
    expect(await told(request, TEST_DESK, path, 'POST')).toEqual(
      await told(request, TEST_DESK, '/api/nothing', 'POST'),
    );
  for (const at of [TEST_ORIGIN, TEST_DESK])
    expect(await told(request, at, '/api/health')).toMatchObject({ status: 200, body: '{"ok":true}' });
});

test('nothing public runs at the desk’s host, or is found there', async ({ page, request }) => {
  for (const name of pageNames.filter((each) => rowOf(each).policy !== 'desk')) {
    const { headers } = await told(request, TEST_DESK, pathTo(name, 'nl'));
    expect([name, headers['content-security-policy']]).toEqual([
      name,
      expect.stringMatching(/^default-src 'none'; script-src 'none';.* connect-src 'none';[^,]*$/),
    ]);
    expect([name, headers['x-robots-tag']]).toEqual([name, 'noindex']);
  }
  const heard = await complaints(page);
  await page.goto(TEST_DESK + pathTo('form', 'nl'), { waitUntil: 'networkidle' });
  expect(heard.join()).toContain('script-src');
  await expect(page.locator('html')).not.toHaveClass(/js/);
  await expect(page.locator('main fieldset button:enabled')).toHaveCount(0);
});

test('no page of the site leads to the desk, and the desk’s pages lead to nothing else', () => {
  for (const { file, path } of builtPages()) {
    const html = readFileSync(file, 'utf8');
    const wrong = linksOf(html).filter((href) => isOfDesk(href) !== isOfDesk(path) && href.startsWith('/'));
    expect([path, wrong]).toEqual([path, []]);
    if (isOfDesk(path)) expect(html).not.toMatch(/rel="(canonical|alternate)"/);
    else expect(html).not.toContain(new URL(TEST_DESK).host);
  }
});

test('a member’s cookie stays with the desk’s host: the public one has none and clears none', async ({
  context,
  page,
}) => {
  test.setTimeout(180_000);
  await join(page, 'en', nameOf('Gastheer'));
  expect((await context.cookies(TEST_DESK)).length).toBe(1);

  const sent: (string | undefined)[] = [];
  const visitor = await context.newPage();
  visitor.on('request', async (asked) => sent.push((await asked.allHeaders())['cookie']));
  for (const path of ['/', pathTo('help', 'nl'), pathTo('form', 'nl'), pathTo('mailbox', 'nl')])
    await visitor.goto(testAddress(path), { waitUntil: 'networkidle' });
  const answer = await visitor.goto(TEST_ORIGIN + pathTo('desk', 'nl'));
  expect(answer?.status()).toBe(404);
  expect(sent.length).toBeGreaterThan(4);
  expect(sent.filter(Boolean)).toEqual([]);
  expect(await context.cookies(TEST_ORIGIN)).toEqual([]);

  await page.evaluate(() => sessionStorage.setItem('kept', 'here'));
  await visitor.route(/meteo\.be/, (route) => route.fulfill({ body: 'weather' }));
  const [left] = await Promise.all([
    visitor.waitForResponse(`${TEST_ORIGIN}/x/nl/`),
    visitor.goto(`${TEST_ORIGIN}/x/nl/`),
  ]);
  expect((await left.allHeaders())['clear-site-data']).toBe('"storage"');
  expect(await page.evaluate(() => sessionStorage.getItem('kept'))).toBe('here');
  expect((await context.cookies(TEST_DESK)).length).toBe(1);
  await deskOn(page).refresh.click();
  await expect(deskOn(page).lock).toBeVisible();
});

test('no foreign page, nor the public one, can sign a member out or clear anything of the desk', async ({
  context,
  page,
}) => {
  test.setTimeout(180_000);
  await join(page, 'en', nameOf('Vast'));
  await page.evaluate(() => sessionStorage.setItem('kept', 'here'));
  const ends = [
    `${TEST_DESK}/api/desk/session/end`,
    `${TEST_DESK}/x`,
    `${TEST_DESK}/x/nl/`,
    `${TEST_ORIGIN}/x`,
  ];
  const foreign = await context.newPage();
  await context.route('http://foreign.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Foreign</title>' }),
  );
  await foreign.route(/meteo\.be/, (route) => route.fulfill({ body: 'weather' }));
  for (const from of ['http://foreign.example/', testAddress(pathTo('help', 'nl'))]) {
    await foreign.goto(from);
    await foreign.evaluate(async (addresses) => {
      const asked = addresses.flatMap((address) =>
        ['GET', 'POST'].map((method) =>
          fetch(address, { method, mode: 'no-cors', credentials: 'include' }).catch(() => null),
        ),
      );
      const shown = addresses.map(
        (address) =>
          new Promise((resolve) => {
            const image = new Image();
            image.onload = resolve;
            image.onerror = resolve;
            image.src = address;
          }),
      );
      await Promise.all([...asked, ...shown]);
    }, ends);
    for (const address of ends) await foreign.goto(address).catch(() => null);
    // A form sends a POST from the top of a page, and would bring cookies that are laxer than ours.
    await foreign.goto('http://foreign.example/');
    await foreign.evaluate((address) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = address;
      document.body.appendChild(form);
      // Not before this is done here: it takes the page away.
      setTimeout(() => form.submit());
    }, ends[0] ?? '');
    await foreign.waitForURL(ends[0] ?? '');
  }
  expect((await context.cookies(TEST_DESK)).length).toBe(1);
  expect(await page.evaluate(() => sessionStorage.getItem('kept'))).toBe('here');
  const listed = page.waitForResponse(/\/api\/desk\/threads/);
  await deskOn(page).refresh.click();
  expect((await listed).status()).toBe(200);
  await expect(deskOn(page).lock).toBeVisible();
});

test('the desk in another language stays at its host', async ({ page }) => {
  await page.goto(testDesk('nl'));
  await page.locator('.languages a[hreflang="fr"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  expect(page.url()).toBe(testDesk('fr'));
});
