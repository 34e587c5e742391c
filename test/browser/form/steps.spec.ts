import { expect } from '@playwright/test';
import { isLanguage, languagesOf, original } from '../../../src/i18n/languages.ts';
import { REFERRAL_QUESTIONS } from '../../../src/questions/referral.ts';
import { WORK_QUESTIONS } from '../../../src/questions/work.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { filled, ui } from '../../support/ui.ts';
import { choose, fill, formOn, reach, reachCheck, send } from '../parts/form.ts';
import { field, option } from '../parts/questions.ts';
import { test } from '../support/test.ts';
import { looker, title, type Way, walkThrough } from '../support/walk.ts';

const en = ui('en', 'form');

/** Who writes, with the answers that bring the most with them, and with hardly any. */
const LONG = REFERRAL_QUESTIONS.who.options.map(
  (who): Way => ({
    form: 'form',
    rows: REFERRAL_QUESTIONS,
    answers: { who, danger: 'yes', age: 'minor', reach: 'no', speaks: 'other', way: 'call' },
  }),
);
const SHORT = LONG.map((way): Way => ({ ...way, answers: { who: way.answers['who'] ?? '', danger: 'no' } }));

/** The same of professionals, who have a page of their own, in the languages of the site. */
const WORK: Way = {
  form: 'work',
  rows: WORK_QUESTIONS,
  answers: {
    danger: 'yes',
    when: 'week',
    here: 'yes',
    bed: 'yes',
    age: 'minor',
    consent: 'agreed',
    reach: 'no',
  },
};

/** Where every screen is seen in forced colours too: what is drawn there differs by the direction of the page alone. */
const FORCED: readonly string[] = [original, 'ar'];

for (const language of languagesOf('write')) {
  const ways = [...LONG, ...(isLanguage(language) ? [WORK] : []), ...(language === original ? SHORT : [])];
  test(`${language}: one question a screen, all the way by keyboard, and back, whatever is answered`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const look = looker({ forcedColours: FORCED.includes(language) });
    for (const way of ways) {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
      await test.step(`${way.form} ${Object.values(way.answers).join(' ')}`, () =>
        walkThrough(page, language, way, look));
      await page.close();
    }
  });
}

test('Back of the browser is the question before, with all answers, until the first screen', async ({
  page,
}) => {
  await page.goto(pathTo('help', 'en'));
  await page.goto(pathTo('form', 'en'));
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  await choose(page, 'who', 'known');
  await choose(page, 'danger', 'no');
  await choose(page, 'when', 'week');
  await reach(page, 'age');
  for (const [name, value] of [
    ['when', 'week'],
    ['danger', 'no'],
    ['who', 'known'],
  ] as const) {
    await page.goBack();
    await expect(option(page, name, value)).toBeChecked();
    expect(new URL(page.url()).pathname).toBe(pathTo('form', 'en'));
    expect(await page.evaluate(() => history.state)).toBeNull();
  }
  expect(await entries()).toBe(before + 1);
});

test('Back from an empty first question leads to the start, and then away, and nothing asks', async ({
  page,
}) => {
  await page.goto(pathTo('help', 'en'));
  await page.goto(pathTo('form', 'en'));
  await reach(page, 'who');
  await page.goBack();
  await expect(title(page)).toHaveText(en.title);
  await page.goBack();
  await page.waitForURL(`**${pathTo('help', 'en')}`);
});

test('what was not answered can be skipped, what was can’t be lost by it, and the sun rises', async ({
  page,
}) => {
  await page.goto(pathTo('form', 'en'));
  await reach(page, 'who');
  const { skip, next } = formOn(page);
  const depth = async () =>
    Number(
      /translate\(0 (\d+)\)/.exec(
        (await page.locator('[data-part="sun"]').getAttribute('transform')) ?? '',
      )?.[1],
    );
  await expect(skip).toBeHidden();
  await expect(page.getByText(filled(en.walk.count, { at: 1, of: 9 }))).toBeVisible();
  await choose(page, 'who', 'me');
  await choose(page, 'danger', 'no');
  const low = await depth();
  await next.click();
  await expect(skip).toBeVisible();
  await skip.click();
  await expect(field(page, 'speaks')).toBeVisible();
  await option(page, 'speaks', 'fr').click();
  await expect(skip).toBeHidden();
  await reach(page, 'story');
  await expect(skip).toBeVisible();
  await field(page, 'story').fill('Help');
  await expect(skip).toBeHidden();
  expect(await depth()).toBeLessThan(low);
  await reachCheck(page);
  expect(await depth()).toBe(0);
});

test('a few words are enough: once somebody said who and danger, the end is one press away', async ({
  page,
}) => {
  await page.goto(pathTo('form', 'en'));
  const { now, next, given } = formOn(page);
  await expect(now).toBeHidden();
  await choose(page, 'who', 'me');
  await expect(now).toBeHidden();
  await choose(page, 'danger', 'no');
  await expect(now).toBeVisible();
  await next.click();
  await choose(page, 'way', 'call');
  await expect(now).toBeHidden();
  await field(page, 'number').fill('0488 12 34 56');
  await now.click();
  await expect(given).toContainText('0488 12 34 56');
  await send(page);
});

test('the last screen says every answer and the rule, and Change leads there and back', async ({ page }) => {
  await page.goto(pathTo('form', 'en'));
  await choose(page, 'who', 'known');
  await choose(page, 'danger', 'no');
  await choose(page, 'way', 'call');
  await field(page, 'number').fill('0488 12 34 56');
  await option(page, 'times', 'morning').click();
  await option(page, 'times', 'night').click();
  await choose(page, 'happening', 'sex');
  await choose(page, 'happening', 'pay');
  await fill(page, 'story', 'She has <b>no</b> papers');
  await reachCheck(page);
  const { given, rule } = formOn(page);
  for (const said of [
    en.who.known,
    en.happening.sex.other,
    en.happening.pay.other,
    'She has <b>no</b> papers',
    `${en.number.question}\n0488 12 34 56`,
  ]) {
    await expect(given).toContainText(said);
  }
  await expect(given).not.toContainText(en.age.question.other);
  await expect(given).not.toContainText(en.happening.sex.me);
  await expect(rule).toContainText('0488 12 34 56');
  await expect(rule).toContainText(en.times.morning);
  await expect(rule).toContainText(en.times.night);
  await expect(rule).toContainText(en.walk.rule.otherVoice.unsaid);

  const change = (question: string) =>
    page.getByRole('button', { name: `${en.check.change} ${question}`, exact: true });
  await change(en.happening.question).click();
  await option(page, 'happening', 'sex').click();
  await formOn(page).next.click();
  await expect(given).not.toContainText(en.happening.sex.other);
  // Who writes for themselves is asked something else: every question after it is seen again.
  await change(en.who.question).click();
  await option(page, 'who', 'me').click();
  await formOn(page).next.click();
  await expect(field(page, 'danger')).toBeVisible();
  await reachCheck(page);
  await expect(given).toContainText(en.happening.pay.me);
  await send(page);
});
