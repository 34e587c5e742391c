import { expect, type Page } from '@playwright/test';
import { languages } from '../../../src/i18n/languages.ts';
import type { AnswerName } from '../../../src/questions/answer-name.ts';
import { REFERRAL_QUESTIONS } from '../../../src/questions/referral.ts';
import { askedOn, screensAsked } from '../../../src/questions/steps.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { filled, ui } from '../../support/ui.ts';
import { choose, fill, formOn, reach, reachCheck, send } from '../parts/form.ts';
import { field, option } from '../parts/questions.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'form');
const ASKED = Object.keys(REFERRAL_QUESTIONS) as (keyof typeof REFERRAL_QUESTIONS)[];

/** The answers that bring questions with them or take them away: every way through the table has some of these. */
const BRANCHES = REFERRAL_QUESTIONS.who.options.flatMap((who) => [
  { who, danger: 'no' },
  { who, danger: 'yes', age: 'minor', reach: 'no', speaks: 'other', way: 'call' },
]);

/** The one title that shows, which is that of the screen. */
const title = (page: Page) => page.locator('main :is(h1, [aria-level="1"]):visible');

/** Expects that what shows needs no scrolling sideways: at 400 %, with letters of twice the size, in forced colours. */
async function expectToFit(page: Page): Promise<void> {
  const tooWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await tooWide()).toBe(0);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await tooWide()).toBe(0);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await page.setViewportSize({ width: 320, height: 640 });
}

/** The languages of the site; one that is read from right to left, and one of other letters. */
const WALKED = [...languages, 'ar', 'uk'] as const;
type Tongue = (typeof WALKED)[number];
type Branch = (typeof BRANCHES)[number];

/**
 * Walks through the form by the keyboard with these answers, and back. `looked`: the screens, each with its questions, that
 * were looked at; the same again have nothing new to be found.
 */
async function walk(page: Page, language: Tongue, answers: Branch, looked: Set<string>): Promise<void> {
  const look = async (screen: string) => {
    if (looked.has(screen)) return;
    looked.add(screen);
    await expectNoBarriers(page);
    await expectToFit(page);
  };
  await page.goto(pathTo('form', language));
  await expect(formOn(page).notReady).toBeHidden();
  await look('start');
  await formOn(page).next.press('Enter');
  const known: Record<string, unknown> = {};
  const seen: string[] = [];
  for (let at = 0; ; at++) {
    const screen = screensAsked(REFERRAL_QUESTIONS, known)[at];
    if (screen === undefined) break;
    seen.push(screen);
    await expect(title(page)).toHaveCount(1);
    await expect(title(page)).toBeFocused();
    for (const name of askedOn(REFERRAL_QUESTIONS, screen, known) as AnswerName[]) {
      const value = answers[name as keyof typeof answers];
      await expect(field(page, name)).toBeVisible();
      if (value === undefined) continue;
      known[name] = value;
      await option(page, name, value).press('Space');
      await expect(option(page, name, value)).toBeChecked();
    }
    const asked = askedOn(REFERRAL_QUESTIONS, screen, known) as AnswerName[];
    for (const name of asked) {
      if (REFERRAL_QUESTIONS[name as keyof typeof REFERRAL_QUESTIONS].control !== 'line') continue;
      known[name] = '0488 12 34 56';
      await field(page, name).fill('0488 12 34 56');
    }
    // Nothing of another screen shows.
    for (const other of ASKED) {
      const here = REFERRAL_QUESTIONS[other].screen === screen;
      if (!here) await expect(page.locator(`[data-field="${other}"]`)).toBeHidden();
    }
    await look([answers.who, screen, ...asked].join(' '));
    await formOn(page).next.press('Enter');
  }
  await expect(title(page)).toHaveText(ui(language, 'form').check.title);
  await expect(title(page)).toBeFocused();
  await expect(formOn(page).next).toBeHidden();
  await look(`check ${Object.keys(known).join(' ')}`);
  // The way back leads through the same screens, and everything still stands there.
  for (const screen of seen.toReversed()) {
    await formOn(page).back.press('Enter');
    await expect(title(page)).toBeFocused();
    const [lead] = askedOn(REFERRAL_QUESTIONS, screen, known) as AnswerName[];
    if (lead) await expect(field(page, lead)).toBeVisible();
    const value = answers[lead as keyof typeof answers];
    if (lead && value) await expect(option(page, lead, value)).toBeChecked();
  }
  await formOn(page).back.press('Enter');
  await expect(title(page)).toHaveText(ui(language, 'form').title);
}

for (const language of WALKED) {
  test(`${language}: one question a screen, all the way by keyboard, and back, whatever is answered`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const looked = new Set<string>();
    for (const answers of BRANCHES) {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
      await test.step(Object.values(answers).join(' '), () => walk(page, language, answers, looked));
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
