import { expect, type Page } from '@playwright/test';
import en from '../../../content/en/ui/form.json' with { type: 'json' };
import { textOf } from '../../../src/facts/facts.ts';
import { dialledAbroad, helpTelephone } from '../../../src/facts/telephone.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { counted, filled, ui, whole } from '../../support/ui.ts';
import { choose, fill, formOn, reach } from '../parts/form.ts';
import { paragraph } from '../parts/page.ts';
import { field, option } from '../parts/questions.ts';
import { lettersIn } from '../support/letters.ts';
import { test } from '../support/test.ts';

/** The form, ready, in English. */
async function open(page: Page, path = pathTo('form', 'en')): Promise<void> {
  await page.goto(path);
  await expect(formOn(page).notReady).toBeHidden();
}

for (const [who, about] of [
  ['me', 'me'],
  ['known', 'other'],
] as const) {
  test(`to who writes for “${who}” the form speaks of nobody else`, async ({ page }) => {
    await open(page);
    const main = page.getByRole('main');
    const says = async (words: string, shown: boolean) =>
      expect(main.getByText(words, { exact: true }).filter({ visible: true })).toHaveCount(shown ? 1 : 0);
    const other = about === 'me' ? 'other' : 'me';
    await choose(page, 'who', who);
    await says(en.careful, who === 'known');
    // Who can't speak, and who needs help from another country, where a short number reaches somebody else.
    await choose(page, 'danger', 'yes');
    await says(filled(en.alarm.app, { app: textOf('centre.emergencyApp') }), true);
    await says(filled(en.alarm.abroad, { number: dialledAbroad(helpTelephone().shown) }), who === 'known');
    await choose(page, 'danger', 'unsure');
    await says(en.unsure[about].replace('{{number}}', '112'), true);
    await says(en.unsure[other].replace('{{number}}', '112'), false);
    await choose(page, 'age', 'minor');
    await says(en.age.question[about], true);
    await says(en.age.question[other], false);
    for (const one of ['me', 'other'] as const) await says(en.minor[one], one === about);
    await reach(page, 'speaks');
    await says(en.speaks.question[about], true);
    await says(en.speaks.question[other], false);
    await reach(page, 'happening');
    for (const card of ['papers', 'pay', 'watched', 'debt', 'sex', 'crime', 'hurt'] as const) {
      await expect(option(page, 'happening', card)).toHaveAccessibleName(en.happening[card][about]);
    }
    for (const name of ['story', 'callName'] as const) {
      await reach(page, name);
      for (const one of ['me', 'other'] as const) await says(en[name].hint[one], one === about);
    }
  });
}

test('who needs an answer now is told to call as well, and who is unsure that only they are answered', async ({
  page,
}) => {
  await open(page);
  await choose(page, 'who', 'known');
  await choose(page, 'danger', 'no');
  await choose(page, 'when', 'now');
  await expect(page.getByText(en.when.call)).toBeVisible();
  for (const [answer, only] of [
    ['no', true],
    ['unsure', true],
    ['yes', false],
  ] as const) {
    await choose(page, 'reach', answer);
    await expect(page.getByText(en.reach.only)).toBeVisible({ visible: only });
  }
});

const LIMITS = [
  ['speaksOther', 60],
  ['number', 60],
  ['place', 100],
  ['story', 2000],
  ['callName', 100],
] as const;

test('every text says how much is too much, keeps all of it, and is not sent', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await open(page);
  for (const [name, value] of [
    ['who', 'me'],
    ['danger', 'no'],
    ['speaks', 'other'],
    ['way', 'call'],
  ] as const) {
    await choose(page, name, value);
  }
  await fill(page, 'number', '0488');
  for (const [name, limit] of LIMITS) {
    const text = `${'9'.repeat(limit - 5)} CALL ME ON 0488 12 34 56`
      .slice(-limit - 25)
      .padStart(limit + 25, '9');
    await fill(page, name, text);
    const question = field(page, name).locator('..');
    await expect(question.locator('.count')).toHaveText(counted('en', en.script, 'over', 25));
    await formOn(page).next.click();
    const label = await question.locator('label').innerText();
    const tooLong = counted('en', en.script, 'long', 25, { label });
    await expect(paragraph(question, tooLong)).toBeVisible();
    await expect(formOn(page).summary.getByRole('link')).toHaveText([tooLong]);
    await expect(field(page, name)).toHaveValue(text);
    await field(page, name).fill(text.slice(0, limit + 1));
    await expect(question.locator('.count')).toHaveText(counted('en', en.script, 'over', 1));
    await field(page, name).fill(text.slice(0, limit));
    await expect(question.locator('.count')).toHaveText(counted('en', en.script, 'left', 0));
    // Answered: the error leaves by itself, and the list and the title with it.
    await expect(paragraph(question, tooLong)).toBeHidden();
    await expect(formOn(page).summary).toBeHidden();
    await expect(page).toHaveTitle(ui('en', 'safe').safeTitle);
    await field(page, name).fill('0488');
    await expect(question.locator('.count')).toBeEmpty();
  }
  expect(sent).toEqual([]);
});

test('an error leaves its answer, and only that one, as soon as it is given', async ({ page }) => {
  await open(page, pathTo('request', 'en'));
  await formOn(page).send.click();
  const links = formOn(page).summary.getByRole('link');
  await expect(links).toHaveCount(4);
  await field(page, 'text').fill('20');
  await expect(links).toHaveCount(3);
  await expect(field(page, 'text')).not.toHaveAttribute('aria-invalid');
  await expect(formOn(page).error(ui('en', 'request').script.missing.text)).toBeHidden();
  await expect(field(page, 'name')).toHaveAttribute('aria-invalid', 'true');
  await option(page, 'about', 'copies').click();
  for (const name of ['organisation', 'name'] as const) await field(page, name).fill('An');
  await expect(formOn(page).summary).toBeHidden();
  await expect(page).toHaveTitle(ui('en', 'safe').safeTitle);
});

test('every question of the request is a heading', async ({ page }) => {
  await open(page, pathTo('request', 'en'));
  const text = page.locator('textarea:visible').locator('..');
  await expect(text.getByRole('heading', { level: 2 })).toHaveCount(1);
});

test('text of twice the size needs no scrolling sideways in the request', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const language of languages) {
    await open(page, pathTo('request', language));
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await lettersIn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
});

test('inside another app, the first thing on each form is a warning', async ({ browser }) => {
  const userAgent = 'Mozilla/5.0 (Linux; Android 13) Chrome/120.0 Mobile Safari/537.36 Instagram 310.0';
  const context = await browser.newContext({ userAgent, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  for (const form of ['form', 'work', 'request'] as const) {
    await open(page, pathTo(form, 'en'));
    const first = page.getByRole('main').locator('h1 ~ *').first().locator('.notice:visible');
    const notice = page.locator('main .notice:visible').first();
    await expect(notice).toHaveText(whole(ui('en', form).inApp));
    await expect(notice).toBeInViewport({ ratio: 1 });
    expect(await first.count()).toBeLessThanOrEqual(1);
  }
  await context.close();
});

test('pulling down does not load a form anew', async ({ page }) => {
  await open(page);
  for (const element of ['html', 'body']) {
    expect(await page.locator(element).evaluate((found) => getComputedStyle(found).overscrollBehaviorY)).toBe(
      'contain',
    );
  }
});
