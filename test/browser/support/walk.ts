import { expect, type Page } from '@playwright/test';
import type { LanguageOf } from '../../../src/i18n/languages.ts';
import type { AnswerName } from '../../../src/questions/answer-name.ts';
import type { Question, Questions } from '../../../src/questions/question.ts';
import { askedOn, screensAsked } from '../../../src/questions/steps.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { formOn } from '../parts/form.ts';
import { field, option } from '../parts/questions.ts';
import { expectNoBarriers } from './barriers.ts';
import { expectToFit } from './fit.ts';
import { expectSeenInForcedColours } from './forced-colours.ts';

/** A form that is walked through, and what is chosen in it: the answers that bring questions or words with them. */
export type Way = {
  form: 'form' | 'work';
  rows: Questions;
  answers: Readonly<Record<string, string>>;
};

/** What is typed: on any line a number, since some must be one. */
const TYPED = { line: '0488 12 34 56', number: '2' } as const;

/** The one title that shows, which is that of the screen. */
export const title = (page: Page) => page.locator('main :is(h1, [aria-level="1"]):visible');

type Look = (page: Page) => Promise<void>;

/** Looks at what a page shows, for barriers and for room; not again where the same words show, which have nothing new. */
export function looker({ forcedColours }: { forcedColours: boolean }): Look {
  const looked = new Set<string>();
  return async (page) => {
    const words = await page.locator('main').innerText();
    if (looked.has(words)) return;
    looked.add(words);
    await expectNoBarriers(page);
    await expectToFit(page);
    if (forcedColours) await expectSeenInForcedColours(page);
  };
}

/** The answers with which something shows: advice, other words, a question. */
async function telling(page: Page, rows: Questions): Promise<Set<string>> {
  const named = await page
    .locator('[data-shown-for]')
    .evaluateAll((found) => found.map((one) => one.getAttribute('data-shown-for')?.split(' ') ?? []));
  return new Set([...named.flat(), ...Object.values(rows).flatMap(({ shownFor = [] }) => shownFor)]);
}

/** What of the questions of a form shows, in its order. */
const showing = (page: Page) =>
  page
    .locator('main [data-field]:visible')
    .evaluateAll((found) => found.map((one) => one.getAttribute('data-field')));

/** Answers the questions of a screen by the keyboard, with those that come with an answer, and looks at all that comes. */
async function answer(
  page: Page,
  { rows, answers }: Way,
  screen: string,
  known: Record<string, unknown>,
  look: Look,
): Promise<void> {
  const says = await telling(page, rows);
  const answerOne = async (name: AnswerName, row: Question) => {
    await expect(field(page, name)).toBeVisible();
    if (row.control === 'line' || row.control === 'number') {
      known[name] = TYPED[row.control];
      await field(page, name).fill(TYPED[row.control]);
    }
    if (row.control === 'checkbox') await option(page, name, 'yes').press('Space');
    if (row.control === 'checks') {
      const [first = ''] = row.options;
      known[name] = [first];
      await option(page, name, first).press('Space');
    }
    const last = answers[name];
    if (row.control !== 'radios' || last === undefined) return;
    // Who changes their mind sees what each of them brings, and ends with the one that this way is about.
    const others = row.options.filter((value) => value !== last && says.has(`${name}:${value}`));
    for (const value of [...others, last]) {
      known[name] = value;
      await option(page, name, value).press('Space');
      await expect(option(page, name, value)).toBeChecked();
      if (value !== last) await look(page);
    }
  };
  const done = new Set<string>();
  for (;;) {
    const name = askedOn(rows, screen, known).find((one) => !done.has(one)) as AnswerName | undefined;
    const row = name && rows[name];
    if (!row) break;
    done.add(name);
    await answerOne(name, row);
  }
}

/** Walks through a form by the keyboard, looks at each screen, and walks back: everything still stands there. */
export async function walkThrough(
  page: Page,
  language: LanguageOf<'write'>,
  way: Way,
  look: Look,
): Promise<void> {
  const { form, rows, answers } = way;
  await page.goto(pathTo(form, language));
  await expect(formOn(page).notReady).toBeHidden();
  await look(page);
  const known: Record<string, unknown> = {};
  const seen: string[] = [];
  // The first questions of some forms stand where it begins.
  const isBegun = screensAsked(rows, known)[0] === 'start';
  if (!isBegun) await formOn(page).next.press('Enter');
  for (let at = 0; ; at++) {
    const screen = screensAsked(rows, known)[at];
    if (screen === undefined) break;
    seen.push(screen);
    await expect(title(page)).toHaveCount(1);
    if (at > 0 || !isBegun) await expect(title(page)).toBeFocused();
    await answer(page, way, screen, known, look);
    // All that is asked, and nothing of another screen.
    expect(await showing(page)).toEqual(askedOn(rows, screen, known));
    await look(page);
    await formOn(page).next.press('Enter');
  }
  await expect(title(page)).toHaveText(ui(language, 'form').check.title);
  await expect(title(page)).toBeFocused();
  await expect(formOn(page).next).toBeHidden();
  await look(page);
  for (const screen of seen.toReversed()) {
    await formOn(page).back.press('Enter');
    await expect(title(page)).toBeFocused();
    const asked = askedOn(rows, screen, known) as AnswerName[];
    expect(await showing(page)).toEqual(asked);
    for (const name of asked) {
      const value = answers[name];
      if (value) await expect(option(page, name, value)).toBeChecked();
    }
  }
  if (!isBegun) await formOn(page).back.press('Enter');
  await expect(title(page)).toHaveText(ui(language, form).title);
}
