import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join as joinPath } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { chromiumLaunch } from '../../../tools/test/chromium.ts';
import { TEST_LOG, TEST_ORIGIN, TEST_STATE } from '../../../tools/test/test-site.ts';
import { ui } from '../../support/ui.ts';
import { formOn, send } from '../parts/form.ts';
import { fillForm, fillRequest, fillWork } from '../support/reporter.ts';
import { test } from '../support/test.ts';
import { filesBelow, placesOf } from '../support/traces.ts';

/** A word that stands nowhere else, so that one place where it turns up is one too many. */
const CANARY = 'kanariezwaluw';

/** A word that the test itself leaves in the browser. */
const CONTROL = 'winterkoninkje';

const canary = (field: string) => `${CANARY} ${field}`;
const written = {
  who: 'me',
  danger: 'no',
  age: 'adult',
  speaks: 'fr',
  way: 'call',
  number: canary('0470 00 00 00'),
  times: 'any',
  otherVoice: 'wrong-number',
  happening: ['debt'],
  place: canary('place'),
  story: canary('story'),
  callName: canary('name'),
};

const request = {
  about: ['copies', 'training'],
  text: canary('text'),
  organisation: canary('organisation'),
  name: canary('name'),
  reply: canary('reply'),
};

const work = {
  service: canary('service'),
  callName: canary('name'),
  role: canary('role'),
  number: canary('0470 00 00 00'),
  colleague: canary('colleague'),
  reference: canary('reference'),
  danger: 'no',
  here: 'yes',
  until: canary('until'),
  needs: ['medical'],
  speaks: 'fr',
  speaksOther: canary('languages'),
  help: canary('help'),
  consent: 'agreed',
  person: canary('person'),
  personNumber: canary('0470 11 11 11'),
  sector: canary('sector'),
  place: canary('place'),
  story: canary('story'),
};

/** Makes the copy for the file of a professional, as they print it: on paper, or as a PDF that is kept where they say. */
async function printCopy(page: Page): Promise<void> {
  // A browser's own window to print in would wait for somebody.
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await formOn(page).noted.click();
  await page.getByRole('button', { name: ui('nl', 'work').copy.print }).click();
  await expect(page.locator('html[data-printed]')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.copy')).toContainText(work.story);
  expect((await page.pdf()).length).toBeGreaterThan(0);
}

const forms = [
  { path: pathTo('form', 'nl'), fill: (page: Page) => fillForm(page, written) },
  { path: pathTo('work', 'nl'), fill: (page: Page) => fillWork(page, work), keep: printCopy },
  { path: pathTo('request', 'nl'), fill: (page: Page) => fillRequest(page, request) },
];

for (const { path, fill, keep } of forms) {
  test(`${path}: what was written lies nowhere: not in the store, not in the output, not in the browser’s own files`, async () => {
    test.setTimeout(120_000);
    const profile = mkdtempSync(joinPath(tmpdir(), 'profile-'));
    try {
      const browser = await chromium.launchPersistentContext(profile, {
        ...(await chromiumLaunch()),
        baseURL: TEST_ORIGIN,
      });
      const page = await browser.newPage();
      const sent: string[] = [];
      page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
      await page.goto(path);
      await fill(page);
      const code = await send(page);
      await keep?.(page);
      await page.waitForTimeout(500);
      const stored = await page.evaluate(async () =>
        JSON.stringify([
          { ...localStorage },
          { ...sessionStorage },
          await indexedDB.databases(),
          history.state,
          location.href,
          document.cookie,
        ]),
      );
      // Not the page but the test leaves this, to show that the search below finds what a browser keeps.
      await page.evaluate((word) => localStorage.setItem('control', word), CONTROL);
      await browser.close();

      expect(sent.filter((line) => line.includes(CANARY) || line.includes(code))).toEqual([]);
      expect(stored).not.toContain(CANARY);
      expect(stored).not.toContain(code);
      const ours = [...filesBelow(TEST_STATE), TEST_LOG];
      expect(ours.length).toBeGreaterThan(2);
      expect(placesOf(CANARY, ours)).toEqual([]);
      expect(placesOf(code, ours)).toEqual([]);
      const theirs = filesBelow(profile);
      expect(theirs.length).toBeGreaterThan(5);
      expect(placesOf(CANARY, theirs)).toEqual([]);
      expect(placesOf(code, theirs)).toEqual([]);
      expect(placesOf(CONTROL, theirs).length).toBeGreaterThan(0);
      // Where a browser keeps a history, the address of the form does stand in it, as the help page says.
      const histories = theirs.filter((file) => basename(file) === 'History');
      expect(histories.filter((file) => placesOf(path, [file]).length === 0)).toEqual([]);
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  });
}

/** What lies in the session files of a browser, with which it restores its tabs. */
function sessionOf(profile: string): string {
  return filesBelow(profile)
    .filter((file) => /[\\/]Sessions[\\/]/.test(file))
    .map((file) => readFileSync(file).toString('latin1').replaceAll('\0', ''))
    .join('\n');
}

/** What a browser keeps to restore its tabs after it was at a page; nothing where it keeps no such thing. */
async function sessionAfter(visit: (page: Page) => Promise<void>): Promise<string> {
  const profile = mkdtempSync(joinPath(tmpdir(), 'profile-'));
  try {
    const browser = await chromium.launchPersistentContext(profile, {
      ...(await chromiumLaunch()),
      baseURL: TEST_ORIGIN,
    });
    const page = await browser.newPage();
    await visit(page);
    // The state of a page is kept when it is left, and written some seconds later; what comes last is written last.
    await page.goto(pathTo('help', 'nl'));
    await page.goto(pathTo('help', 'en'));
    const isWritten = () => sessionOf(profile).includes(pathTo('help', 'en'));
    await expect
      .poll(isWritten, { timeout: 20_000 })
      .toBe(true)
      .catch(() => undefined);
    await browser.close();
    return sessionOf(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

test('what is ticked and chosen is not kept to restore a tab, as that of a native checkbox is', async () => {
  test.setTimeout(180_000);
  const native = await sessionAfter(async (page) => {
    await page.route('**/native', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<input type="checkbox"><select><option>a<option>b</select>',
      }),
    );
    await page.goto('/native');
    await page.locator('input').check();
    await page.locator('select').selectOption('b');
  });
  test.skip(!native.includes('checkbox'), 'This browser keeps nothing to restore its tabs.');
  for (const { path, fill } of forms) {
    const kept = await sessionAfter(async (page) => {
      await page.goto(path);
      await fill(page);
    });
    expect(kept).toContain(path);
    expect(kept).not.toMatch(/checkbox|radio|select-one|select-multiple/);
    expect(kept).not.toContain(CANARY);
  }
});
