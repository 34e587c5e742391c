import { expect, type Locator, type Page } from '@playwright/test';
import {
  directionOf,
  isLanguage,
  type Language,
  languagesOf,
  nameOf,
  original,
} from '../../../src/i18n/languages.ts';
import type { AnswerName } from '../../../src/questions/answer-name.ts';
import { REFERRAL_QUESTIONS } from '../../../src/questions/referral.ts';
import { askedOn, screensAsked } from '../../../src/questions/steps.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { deskTexts } from '../../../src/texts/desk-texts.ts';
import { sentence, ui } from '../../support/ui.ts';
import { answers, deskOn, sendAnswer } from '../parts/desk.ts';
import { choose, fill, formOn, reachCheck, receipt, send, sendAndFollow } from '../parts/form.ts';
import { openMailbox } from '../parts/mailbox.ts';
import { field, option } from '../parts/questions.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { openThread } from '../support/desk.ts';
import { expectSeenInForcedColours } from '../support/forced-colours.ts';
import { lettersIn } from '../support/letters.ts';
import { join } from '../support/member.ts';
import { test } from '../support/test.ts';

/** The languages in which people write, read the answer and look at pictures, and read nothing else but help. */
const further = languagesOf('write').filter((tag) => !isLanguage(tag));

/** One that is read from right to left, and one of other letters: every screen of these is looked at in full. */
const WHOLE = ['ar', 'uk'] as const;

const NUMBER = '0488 12 34 56';

/** Answers that ask the most. */
const ANSWERS: Readonly<Record<string, string>> = {
  who: 'known',
  danger: 'yes',
  age: 'minor',
  reach: 'no',
  speaks: 'other',
  way: 'call',
};

/** Expects that nothing on the screen lies outside of it, on either side: what sticks out on the left can't be scrolled to. */
async function expectInside(page: Page, where: string): Promise<void> {
  await lettersIn(page);
  const out = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, h3, p, dt, dd, a, button, input, textarea, label, svg)')]
      .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -0.5 || right > document.documentElement.clientWidth + 0.5;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(out, where).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(320);
}

/** Expects that the groups of a number stand from left to right where it is shown. */
async function expectInOrder(place: Locator, number: string): Promise<void> {
  const lefts = await place.evaluate((element, digits) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const from = text.textContent?.indexOf(digits) ?? -1;
      if (from < 0) continue;
      return [...digits.matchAll(/\d+/g)].map(({ 0: group, index }) => {
        const range = document.createRange();
        range.setStart(text, from + index);
        range.setEnd(text, from + index + group.length);
        return range.getBoundingClientRect().left;
      });
    }
    return [];
  }, number);
  expect(lefts).toHaveLength(number.split(' ').length);
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
}

/** From the choice of a language to the form: two taps. */
async function toForm(page: Page, tag: Language): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: nameOf(tag), exact: true }).click();
  await page.getByRole('link', { name: ui(tag, 'safe').help.write }).click();
  await expect(page).toHaveURL(new RegExp(`${pathTo('form', tag)}$`));
  await expect(formOn(page).notReady).toBeHidden();
}

for (const tag of further) {
  const isWhole = WHOLE.some((one) => one === tag);

  test(`${tag}: from the choice of a language to the form in two taps, through all its screens, to the code`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 320, height: 640 });
    await toForm(page, tag);
    const form = ui(tag, 'form');
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    await expect(page.locator('html')).toHaveAttribute('dir', directionOf(tag));
    await expect(page).toHaveTitle(ui(tag, 'safe').safeTitle);
    const look = async (where: string) => {
      await expectInside(page, where);
      if (!isWhole) return;
      await expectNoBarriers(page);
      await expectSeenInForcedColours(page);
    };
    await look('start');
    const known: Record<string, unknown> = {};
    for (let at = 0; ; at++) {
      await formOn(page).next.click();
      const screen = screensAsked(REFERRAL_QUESTIONS, known)[at];
      if (screen === undefined) break;
      for (const name of askedOn(REFERRAL_QUESTIONS, screen, known) as AnswerName[]) {
        await expect(field(page, name)).toBeVisible();
        const value = ANSWERS[name];
        if (value === undefined) continue;
        known[name] = value;
        await option(page, name, value).click();
        await expect(option(page, name, value)).toBeChecked();
      }
      for (const name of askedOn(REFERRAL_QUESTIONS, screen, known) as AnswerName[]) {
        if (REFERRAL_QUESTIONS[name as keyof typeof REFERRAL_QUESTIONS].control !== 'line') continue;
        known[name] = NUMBER;
        await field(page, name).fill(NUMBER);
      }
      await look(screen);
    }
    await expect(formOn(page).rule).toContainText(NUMBER);
    await look('check');
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const place of [formOn(page).given, formOn(page).rule]) await expectInOrder(place, NUMBER);

    await page.setViewportSize({ width: 360, height: 560 });
    const code = await send(page);
    expect(code).toMatch(/^\d{16}$/);
    // The real site never says that nobody has read a page: it has no such page.
    await page.locator(`.trial[lang="${original}"]`).evaluate((mark) => mark.remove());
    const place = await receipt(page).evaluate((element) => ({
      bottom: element.getBoundingClientRect().bottom,
      exit: document.querySelector('.exit')?.getBoundingClientRect().top ?? 0,
      first: element.firstElementChild?.getBoundingClientRect().left ?? 0,
      second: element.children[1]?.getBoundingClientRect().left ?? 0,
    }));
    expect(place.bottom, 'the whole code stands above the exit').toBeLessThanOrEqual(place.exit);
    expect(place.first, 'the code is read from left to right').toBeLessThan(place.second);
    await page.setViewportSize({ width: 320, height: 640 });
    await look('code');
    await formOn(page).noted.click();
    await expect(formOn(page).after).toBeVisible();
    await look('receipt');

    // To the mailbox, as the receipt leads there.
    await page.getByRole('link', { name: form.receipt.mailbox, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${pathTo('mailbox', tag)}$`));
    await look('door');
    const mailbox = await openMailbox(page, tag, code);
    await expect(mailbox.stands('received')).toBeVisible();
    await look('mailbox');
    await mailbox.close.click();
    await expect(mailbox.shut('closed')).toBeVisible();
  });

  test(`${tag}: what is wrong is said in it, on the form and at the mailbox`, async ({ page }) => {
    await page.goto(pathTo('form', tag));
    const { script } = ui(tag, 'form');
    await choose(page, 'who', 'me');
    await formOn(page).next.click();
    await formOn(page).next.click();
    await expect(page.getByText(script.missing.danger).filter({ visible: true }).first()).toBeVisible();
    await page.goto(pathTo('mailbox', tag));
    const mailbox = ui(tag, 'mailbox');
    await page.getByRole('textbox', { name: mailbox.code, exact: true }).fill('1234');
    await page.getByRole('button', { name: mailbox.open, exact: true }).click();
    await expect(page.getByText(sentence(mailbox.script.wrong.receipt_length)).first()).toBeVisible();
  });

  test.describe(`${tag}, without scripts`, () => {
    test.use({ javaScriptEnabled: false });
    test('form and mailbox say that one can call', async ({ page }) => {
      for (const name of ['form', 'mailbox'] as const) {
        await page.goto(pathTo(name, tag));
        const { noScript } = ui(tag, name);
        await expect(page.getByRole('heading', { name: noScript.title, exact: true })).toBeVisible();
        await expect(page.locator('main a.call:visible').first()).toBeVisible();
      }
    });
  });
}

test('what is written in Arabic is read at the desk, with its language, and the answer stands as it is read', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const tag = 'ar';
  const story = 'أحتاج إلى مساعدة. هاتفي 0488 12 34 56';
  const name = 'ليلى';
  const reporter = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await toForm(reporter, tag);
  await choose(reporter, 'who', 'me');
  await choose(reporter, 'danger', 'no');
  await choose(reporter, 'speaks', 'fr');
  await fill(reporter, 'story', story);
  await fill(reporter, 'callName', name);
  await reachCheck(reporter);
  const { code, id } = await sendAndFollow(reporter);
  await reporter.context().close();

  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await join(desk, 'nl', 'Lien Arabisch');
  await openThread(desk, id);
  await expect(desk.locator('[data-value="story"]')).toHaveText(story);
  const inArabic = new Intl.DisplayNames(['nl'], { type: 'language' }).of(tag) ?? '-';
  await expect(
    desk.getByText(sentence(ui('nl', 'desk').request.formIn, { language: inArabic })).first(),
  ).toBeVisible();
  await deskOn(desk).take.click();
  await expect(deskOn(desk).take).toHaveCount(0);
  // Phrases are those of what the person reads, whatever they want to speak.
  await desk.getByText(ui('nl', 'desk').phrases.title, { exact: true }).click();
  await expect(deskOn(desk).phraseLanguage).toHaveValue(tag);
  const phrase = deskTexts('nl').phrases.find(({ language }) => language === tag)?.says['sleep'] ?? '-';
  await desk.locator('.phrases').getByText(phrase).click();
  await expect(deskOn(desk).answer).toHaveValue(phrase);
  await sendAnswer(desk);
  await expect(answers(desk)).toHaveText(phrase);
  await desk.context().close();

  const later = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  const mailbox = await openMailbox(later, tag, code);
  await expect(mailbox.stands('answered')).toBeVisible();
  await expect(mailbox.answers).toHaveText(phrase);
  await expect(mailbox.answers).toHaveCSS('direction', 'rtl');
  await expectInside(later, 'mailbox');
  await expectNoBarriers(later);
  await later.context().close();
});
