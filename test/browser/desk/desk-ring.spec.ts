import { type BrowserContext, type CDPSession, expect, type Page } from '@playwright/test';
import { deviceIdOf } from '../../../src/protocol/wire/device-id.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { chromiumLaunch } from '../../../tools/test/chromium.ts';
import { TEST_ORIGIN, testDesk } from '../../../tools/test/test-site.ts';
import { ui } from '../../support/ui.ts';
import { fromMenu } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf } from '../support/case.ts';
import { join } from '../support/member.ts';
import { ownStore } from '../support/own-store.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');
const DESK = new URL(testDesk('en')).origin;

// A browser without a window shows no notifications.
test.use({ launchOptions: await chromiumLaunch() });
test.beforeEach(async ({ page }) => {
  await page.context().grantPermissions(['notifications'], { origin: DESK });
  await page.goto(testDesk('en'));
  const shows = await page.evaluate(() => Notification.permission);
  // Each test opens the desk anew.
  await page.goto('about:blank');
  test.skip(shows !== 'granted', 'This Chromium shows no notifications: it has no window');
});

/** Lets the browser subscribe without a push service, which it would not find from here. */
async function withoutPushService(page: Page): Promise<void> {
  await page.addInitScript((endpoint) => {
    let subscribed = false;
    const subscription = {
      endpoint,
      getKey: (name: string) => new Uint8Array(name === 'auth' ? 16 : 65).fill(4).buffer,
      unsubscribe: async () => {
        subscribed = false;
        return true;
      },
    };
    Object.assign(PushManager.prototype, {
      subscribe: async () => {
        subscribed = true;
        return subscription;
      },
      getSubscription: async () => (subscribed ? subscription : null),
    });
  }, `https://push.invalid/${randomId()}`);
}

/** The desk with the screen of the alarm, on which this device was switched on. */
async function switchedOn(page: Page): Promise<void> {
  await withoutPushService(page);
  await join(page, 'en', nameOf('Bell'));
  await fromMenu(page, en.ring.title);
  const worker = page.context().waitForEvent('serviceworker');
  await button(page, en.ring.switchOn).click();
  await worker;
  await expect(page.getByText(en.ring.never)).toBeVisible();
}

/** Brings a push to the desk's service worker, as a push service would. */
async function push(page: Page, data: string): Promise<void> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const known = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(DESK));
      if (own) resolve(own.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.deliverPushMessage', { origin: DESK, registrationId: await known, data });
}

/** What the service worker shows at the moment. */
const shown = (page: Page) =>
  page.evaluate(async () => {
    const [registration] = await navigator.serviceWorker.getRegistrations();
    const all = (await registration?.getNotifications()) ?? [];
    return all.map(({ title, body }) => ({ title, body }));
  });

const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** The id of the last ring that went out by any way. */
const lastRing = async () => {
  const [last] = await ownStore(
    'SELECT ring_id FROM bell_ways WHERE ring_id IS NOT NULL ORDER BY rung_at DESC, rowid DESC LIMIT 1',
  );
  return String(last?.['ring_id'] ?? '');
};

/** Taps what is shown. Only a browser's own event may be waited for, so that this one is not. */
const TAP = `registration.getNotifications().then(([notification]) => {
  const event = new NotificationEvent('notificationclick', { notification });
  Object.assign(event, { waitUntil: () => {} });
  dispatchEvent(event);
})`;

async function tap(context: BrowserContext): Promise<void> {
  await serviceWorkerOf(context)?.evaluate(TAP);
}

const serviceWorkerOf = (context: BrowserContext) =>
  context.serviceWorkers().find((one) => one.url().startsWith(DESK));

/** Has the service worker write down which windows it opens or brings to the front: a browser does that for a person alone. */
const NOTE_WINDOWS = `
  self.did = [];
  Clients.prototype.openWindow = async (path) => void self.did.push('open ' + path);
  WindowClient.prototype.focus = async function () { self.did.push('focus ' + new URL(this.url).pathname); };`;

test('a push shows that something waits and nothing else, and a tap on it proves that this device rings', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await switchedOn(page);
  await expectNoBarriers(page);
  await button(page, en.ring.test).click();
  // No push service is at that address: it was not sent, and says so.
  await expect(page.getByText(en.ring.refused)).toBeVisible({ timeout: 20_000 });
  await push(page, await lastRing());
  await expect.poll(() => shown(page)).toEqual([{ title: en.title, body: en.ring.waits }]);
  await tap(page.context());
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => {
      await fromMenu(page, en.ring.title);
      const proved = await page.getByText(en.ring.never).count();
      await page.keyboard.press('Escape');
      return proved;
    })
    .toBe(0);
});

test('what is pushed and is no ring shows the same and asks for nothing', async ({ page }) => {
  test.setTimeout(120_000);
  await switchedOn(page);
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  await push(page, '../../session/end');
  await expect.poll(() => shown(page)).toEqual([{ title: en.title, body: en.ring.waits }]);
  expect(asked.filter((url) => url.includes('/rings/'))).toEqual([]);
});

test('nothing on the public host, its way out and foreign pages included, takes the service worker away', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await switchedOn(page);
  const other = await context.newPage();
  // The way out leads to the weather, which would interrupt whatever is opened next where it is not there.
  await other.route(/meteo\.be/, (route) => route.fulfill({ body: 'weather' }));
  await other.goto(`${TEST_ORIGIN}/x/nl`);
  await other.goto(TEST_ORIGIN);
  await other.route('http://foreign.test/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: [TEST_ORIGIN, DESK].map((at) => `<img src="${at}/x"><iframe src="${at}/x/nl"></iframe>`).join(''),
    }),
  );
  await other.goto('http://foreign.test/');
  await other.waitForTimeout(1500);
  expect(await registrations(page)).toBe(1);
  // It keeps nothing: no cache, no file, no page of the desk.
  expect(
    await page.evaluate(async () => [await caches.keys(), (await indexedDB.databases()).length]),
  ).toEqual([[], 0]);
  await push(page, randomId());
  await expect.poll(() => shown(page)).toHaveLength(1);
});

test('switching a device off takes its service worker away', async ({ page }) => {
  test.setTimeout(120_000);
  await switchedOn(page);
  await button(page, en.ring.switchOff).click();
  await expect(page.getByText(en.ring.off)).toBeVisible();
  expect(await registrations(page)).toBe(0);
});

test('a tap on what is shown brings an open desk to the front in whatever language, and opens one where none is', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await switchedOn(page);
  await push(page, randomId());
  await expect.poll(() => shown(page)).toHaveLength(1);
  await serviceWorkerOf(context)?.evaluate(NOTE_WINDOWS);
  const did = () => serviceWorkerOf(context)?.evaluate<string[]>('self.did');
  await tap(context);
  await expect.poll(did).toEqual([`focus ${pathTo('desk', 'en')}`]);
  await page.goto(testDesk('fr'));
  await push(page, randomId());
  await expect.poll(() => shown(page)).toHaveLength(1);
  await tap(context);
  await expect.poll(did).toEqual([`focus ${pathTo('desk', 'en')}`, `focus ${pathTo('desk', 'fr')}`]);
  await page.goto(`${DESK}/en/nothing/`);
  await push(page, randomId());
  await expect.poll(() => shown(page)).toHaveLength(1);
  await tap(context);
  await expect.poll(did).toHaveLength(3);
  expect((await did())?.[2]).toBe(`open ${pathTo('desk', 'en')}`);
});

/** Has the service worker hear that the browser changed the subscription, with doubles of what browsers give it. */
async function subscriptionChanges(context: BrowserContext, was: object | null, next: object): Promise<void> {
  const [worker] = context.serviceWorkers().filter((one) => one.url().startsWith(DESK));
  await worker?.evaluate(
    ([before, after]) => {
      const subscription = (json: unknown) => json && { toJSON: () => json, options: {} };
      const event = new Event('pushsubscriptionchange');
      Object.assign(event, {
        waitUntil: () => {},
        oldSubscription: subscription(before),
        newSubscription: subscription(after),
      });
      dispatchEvent(event);
    },
    [was, next] as const,
  );
}

/** An address of a device as a browser gives it: the doubles above have these keys. */
const addressOf = (endpoint: string) => {
  const key = (length: number) => Buffer.alloc(length, 4).toString('base64url');
  return { endpoint, keys: { p256dh: key(65), auth: key(16) } };
};

test('a subscription that the browser renews reaches the worker by itself; one that it can not tell of is said', async ({
  page,
}) => {
  test.setTimeout(120_000);
  let sent = '';
  page.on('request', (request) => {
    const { channel, address } = request.url().includes('/bell-ways/') ? request.postDataJSON() : {};
    if (channel === 'push') sent = address.endpoint;
  });
  await switchedOn(page);
  const next = `https://push.invalid/${randomId()}`;
  const told = page
    .context()
    .waitForEvent('response', (response) => response.url().endsWith('/rings/renewed'));
  await subscriptionChanges(page.context(), addressOf(sent), addressOf(next));
  expect((await told).status()).toBe(200);
  expect(await shown(page)).toEqual([]);
  // The worker knows it there, and no longer where it was.
  const known = (await ownStore('SELECT id FROM bell_ways')).map(({ id }) => id);
  expect(known).toContain(await deviceIdOf(next));
  expect(known).not.toContain(await deviceIdOf(sent));
  // A browser that does not say which it was.
  await subscriptionChanges(page.context(), null, addressOf(next));
  await expect.poll(() => shown(page)).toEqual([{ title: en.title, body: en.ring.lost }]);
});
