import { brotliCompressSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import type { Language } from '../../../src/i18n/languages.ts';
import { type PageName, pathTo } from '../../../src/site/routes.ts';
import { formOn, send } from '../parts/form.ts';
import { AT_WORK, fillForm, fillWork, SOMEBODY, type Written } from '../support/reporter.ts';
import { test } from '../support/test.ts';

/** Bytes that a referral may take, from the first page of its form to the receipt, with nothing in the browser's cache. */
const MOST = 45_000;

/** Counts what a page sends, and what it loads, as small as brotli makes it. Gives what that comes to. */
function countBytes(page: Page): () => Promise<number> {
  const counted: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    const sent = request.postDataBuffer()?.length ?? 0;
    const loaded = request.response().then((answer) => answer?.body());
    counted.push(loaded.then((body) => sent + (body ? brotliCompressSync(body).length : 0)));
  });
  return async () => (await Promise.all(counted)).reduce((sum, bytes) => sum + bytes, 0);
}

const KNOWN: Written = {
  ...SOMEBODY,
  who: 'known',
  when: 'week',
  relation: 'friend',
  aware: 'yes',
  reach: 'yes',
};

/** Each branch, in the language of the site and in the further one whose letters take most bytes. */
const BRANCHES: readonly {
  who: string;
  name: PageName;
  lang: Language;
  fill: (page: Page) => Promise<void>;
}[] = [
  { who: 'me', name: 'form', lang: 'fr', fill: (page) => fillForm(page, SOMEBODY) },
  { who: 'me', name: 'form', lang: 'uk', fill: (page) => fillForm(page, SOMEBODY) },
  { who: 'somebody I know', name: 'form', lang: 'fr', fill: (page) => fillForm(page, KNOWN) },
  { who: 'somebody I know', name: 'form', lang: 'uk', fill: (page) => fillForm(page, KNOWN) },
  { who: 'somebody met at work', name: 'work', lang: 'fr', fill: (page) => fillWork(page, AT_WORK) },
];

for (const { who, name, lang, fill } of BRANCHES) {
  test(`${who}, ${lang}: a referral takes no more than ${MOST} bytes until the receipt`, async ({ page }) => {
    const bytes = countBytes(page);
    await page.goto(pathTo(name, lang));
    await expect(formOn(page).notReady).toBeHidden();
    await fill(page);
    await send(page);
    expect(await bytes()).toBeLessThanOrEqual(MOST);
  });
}
