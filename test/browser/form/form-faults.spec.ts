import { expect, type Page } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import {
  answerLeast,
  choose,
  expectKept,
  fill,
  fillLeast,
  formOn,
  reachCheck,
  receipt,
  send,
} from '../parts/form.ts';
import { openMailbox } from '../parts/mailbox.ts';
import { exit, notReady } from '../parts/page.ts';
import { chosen, field } from '../parts/questions.ts';
import { test } from '../support/test.ts';
import { refuse, stored } from '../support/worker-answers.ts';

/** A word that stands nowhere else. */
const CANARY = 'kanariezwaluw';

/** Everything that leaves a page: addresses, headers and bodies. */
function listen(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', async (request) => {
    sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`);
  });
  return sent;
}

/** What of that gives the canary away, as it is or in base64 at any offset. */
function betrayed(sent: readonly string[]): string[] {
  const spellings = ['', ' ', '  '].map((shift) => btoa(shift + CANARY).slice(4, -4));
  return sent.filter((line) => [CANARY, ...spellings].some((spelling) => line.includes(spelling)));
}

/** Puts the canary into every field, also by force, and presses every key and button that there is. */
async function tryEverything(page: Page) {
  await page.getByRole('main').evaluate((main, canary) => {
    for (const box of main.querySelectorAll('[role="checkbox"]')) box.setAttribute('aria-checked', 'true');
    for (const control of main.querySelectorAll<HTMLInputElement>('input[type="text"], textarea')) {
      control.value = canary;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, CANARY);
  for (const control of await page.locator('main :is(input, textarea):visible:enabled').all()) {
    await control.press('Enter');
  }
  for (const button of await page.locator('main button:visible').all()) {
    await button.dispatchEvent('click');
  }
  await page.waitForTimeout(500);
}

for (const path of [pathTo('form', 'nl'), pathTo('mailbox', 'nl'), pathTo('request', 'nl')]) {
  for (const [what, body] of [
    ['throws', 'throw 1'],
    ['is not JavaScript', '<!doctype html>'],
    ['is empty', ''],
  ] as const) {
    test(`${path} lets nothing out when its script ${what}`, async ({ page }) => {
      const sent = listen(page);
      await page.route(/\/_astro\/.*\.js/, (route) =>
        route.fulfill({ body, contentType: 'text/javascript' }),
      );
      await page.goto(path, { waitUntil: 'networkidle' });
      await expect(notReady(page)).toBeVisible();
      const before = sent.length;
      await tryEverything(page);
      expect(sent.slice(before)).toEqual([]);
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path);
    });
  }
}

const breakages = {
  'random bytes': () => {
    crypto.getRandomValues = () => {
      throw new Error('Broken');
    };
  },
  hashing: () => {
    Object.defineProperty(crypto.subtle, 'digest', { value: () => Promise.reject(new Error('Broken')) });
  },
  numbers: () => {
    // What the curve and the ciphers of tweetnacl count with.
    Float64Array.prototype.set = () => {
      throw new Error('Broken');
    };
    Object.defineProperty(window, 'Float64Array', {
      value: () => {
        throw new Error('Broken');
      },
    });
    Uint8Array.prototype.subarray = () => {
      throw new Error('Broken');
    };
  },
};

for (const [what, breakage] of Object.entries(breakages)) {
  test(`lets nothing out when ${what} break while somebody writes`, async ({ page }) => {
    const sent = listen(page);
    await page.goto(pathTo('form', 'nl'));
    await answerLeast(page);
    await fill(page, 'story', CANARY);
    await reachCheck(page);
    const before = sent.length;
    await page.evaluate(breakage);
    await formOn(page).send.click();
    const fault = formOn(page).fault;
    await expect(fault).toBeFocused({ timeout: 30_000 });
    await expect(fault.locator('.call')).toBeVisible();
    await expectKept(page, 'story', CANARY);
    expect(sent.slice(before)).toEqual([]);
    await tryEverything(page);
    expect(betrayed(sent)).toEqual([]);
  });
}

test('one referral, though the worker had the first of three tries and nobody heard its answer', async ({
  page,
}) => {
  const seen: { request: string; status: number | null }[] = [];
  await page.route('**/api/referrals/*', async (route) => {
    const request = `${route.request().url()} ${route.request().postData()}`;
    if (seen.length === 1) {
      seen.push({ request, status: null });
      return route.abort('connectionreset');
    }
    const response = await route.fetch();
    seen.push({ request, status: response.status() });
    return seen.length === 1 ? route.abort('connectionreset') : route.fulfill({ response });
  });
  await page.goto(pathTo('form', 'en'));
  await fillLeast(page);
  const code = await send(page);
  expect(new Set(seen.map(({ request }) => request)).size).toBe(1);
  // Stored by the first, known again by the third: insert once.
  expect(seen.map(({ status }) => status)).toEqual([201, null, 200]);
  const mailbox = await openMailbox(page, 'en', code);
  await expect(mailbox.stands('received')).toBeVisible();
});

test('says that it is not sent, keeps the answers, and sends the same bytes when asked again', async ({
  page,
}) => {
  const bodies: (string | null)[] = [];
  let refusing = true;
  await page.route('**/api/referrals/*', (route) => {
    bodies.push(route.request().postData());
    return refusing ? refuse(route, 'limited', 3600) : stored(route);
  });
  await page.goto(pathTo('form', 'en'));
  await fillLeast(page);
  await formOn(page).send.click();
  const unsent = formOn(page).unsent;
  await expect(unsent).toBeFocused({ timeout: 30_000 });
  await expect(unsent.locator('.call')).toBeVisible();
  await expectKept(page, 'story', 'Help');
  await unsent.getByRole('button').click();
  await expect(unsent).toBeFocused({ timeout: 30_000 });
  await fill(page, 'story', 'Help me');
  refusing = false;
  await unsent.getByRole('button').click();
  await expect(receipt(page)).toBeVisible({ timeout: 30_000 });
  expect(bodies).toHaveLength(3);
  expect(bodies[1]).toBe(bodies[0]);
  expect(bodies[2]).not.toBe(bodies[0]);
});

test('nothing can be changed while it is being sent', async ({ page }) => {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/api/referrals/*', async (route) => {
    await held;
    await stored(route);
  });
  await page.goto(pathTo('form', 'en'));
  await answerLeast(page);
  await formOn(page).send.click();
  await expect(formOn(page).sending).toBeFocused();
  await expect(formOn(page).form.locator(':is(input, textarea, button):visible:enabled')).toHaveCount(0);
  go();
  await expect(receipt(page)).toBeVisible({ timeout: 30_000 });
});

test('Back after another page finds an empty form', async ({ page }) => {
  await page.goto(pathTo('form', 'en'));
  await choose(page, 'who', 'me');
  await choose(page, 'danger', 'no');
  await choose(page, 'way', 'call');
  await field(page, 'number').fill('0488 12 34 56');
  await choose(page, 'happening', 'pay');
  await fill(page, 'story', 'Help');
  await page.goto(pathTo('help', 'en'));
  await page.goBack();
  await expect(notReady(page)).toBeHidden();
  const kept = await page
    .getByRole('textbox', { includeHidden: true })
    .evaluateAll((boxes: HTMLInputElement[]) => boxes.filter(({ value }) => value !== ''));
  expect(kept).toEqual([]);
  await expect(chosen(page)).toHaveCount(0);
});

test('Back after the exit finds no form', async ({ page }) => {
  await page.route('https://www.meteo.be/**', (route) =>
    route.fulfill({ body: '<title>Weather</title>', contentType: 'text/html' }),
  );
  await page.goto(pathTo('help', 'en'));
  await page.goto(pathTo('form', 'en'));
  await choose(page, 'who', 'me');
  await choose(page, 'danger', 'no');
  await fill(page, 'story', CANARY);
  const sent = listen(page);
  await exit(page).click();
  await page.waitForURL('https://www.meteo.be/**');
  await page.goBack({ waitUntil: 'commit' }).catch(() => null);
  await page.waitForURL('https://www.meteo.be/**');
  expect(betrayed(sent)).toEqual([]);
});
