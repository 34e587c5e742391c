import { expect, type Locator, type Page } from '@playwright/test';
import { isLanguage } from '../../../src/i18n/languages.ts';
import type { AnswerName } from '../../../src/questions/answer-name.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { button, languageOf, notReady, paragraph, status } from './page.ts';
import { field, option } from './questions.ts';

/** The digits of a receipt code, as they are seen: what is read aloud of them stands elsewhere. */
export const receipt = (page: Page): Locator => page.locator('[data-receipt]');

/** What comes once the code is written down, which has no name of its own. */
const after = (page: Page): Locator => page.locator('[data-part="after"]');

/** The digits of a receipt code as they are read aloud. */
const saidCode = (page: Page): Locator => page.locator('[data-part="code-said"]');

/** What a request, or a professional's page, says otherwise than the form of everybody; the rest is the same for all. */
function ownWords(page: Page) {
  const language = languageOf(page);
  const { pathname } = new URL(page.url());
  // Both are in the languages of the site alone.
  if (!isLanguage(language)) return ui(language, 'form');
  const request = ui(language, 'request');
  if (pathname === pathTo('work', language)) return { ...ui(language, 'work'), script: request.script };
  return pathname === pathTo('request', language) ? request : ui(language, 'form');
}

/** The parts of a form's page around its questions, as a person finds them, until it is left for good. */
export function formOn(page: Page) {
  const form = ui(languageOf(page), 'form');
  const own = ownWords(page);
  const region = (name: string) => page.getByRole('region', { name, exact: true });
  const asking = ({ title, stay, go }: Record<'title' | 'stay' | 'go', string>) => {
    const question = page.getByRole('alertdialog', { name: title, exact: true });
    return { question, stay: button(question, stay), go: button(question, go) };
  };
  return {
    /** All that is asked. */
    form: region(own.title),
    notReady: notReady(page),
    send: button(page, own.send),
    /** On to the next screen, on without an answer, and back to the one before. */
    next: button(page, form.steps.next),
    skip: button(page, form.steps.skip),
    back: button(page, form.steps.back),
    /** To the end at once, with what there is. */
    now: button(page, form.steps.now),
    /** What was answered, before it is sent, and how the centre will answer. */
    given: page.locator('[data-part="given"]'),
    rule: page.locator('[data-part="rule"]'),
    /** That it is being sent, said aloud. */
    sending: status(page, ...Object.values(form.script.stages), ...Object.values(own.script.stages)),
    /** The list of what is wrong. */
    summary: region(form.summary),
    unsent: region(form.unsent.title),
    fault: region(form.fault.title),
    /** What is wrong with one answer. */
    error: (...said: string[]) => paragraph(page, ...said),
    /** What comes first on the page: that little is enough, what became of what was written, who may read along. */
    short: paragraph(page, `${own.short} ${own.start.kept}`),
    returned: paragraph(page, `${own.returned} ${form.receipt.mailbox}`),
    insideApp: paragraph(page, own.inApp),
    uncover: button(page, form.cover.back),
    /** The question before words are lost, and the one before the code is. */
    words: asking(own.ask.words),
    code: asking(own.ask.code),
    hide: button(page, own.receipt.hide),
    show: button(page, own.receipt.show),
    noted: button(page, own.receipt.noted),
    after: after(page),
    saidCode: saidCode(page),
    already: status(page, own.receipt.already),
    practice: page.getByRole('textbox', { name: own.receipt.practice.label, exact: true }),
    check: button(page, own.receipt.practice.check),
    right: paragraph(page, own.receipt.practice.right),
    wrong: paragraph(page, own.receipt.practice.wrong),
  };
}

/** Screens of a form, and some more: so many presses lead from one end of it to the other. */
const SCREENS = 20;

/** Goes on, screen by screen, until something shows that is at its end; back, where `towards` says so. */
async function walk(page: Page, place: Locator, towards: 'next' | 'back'): Promise<boolean> {
  const press = formOn(page)[towards];
  for (let presses = 0; presses < SCREENS; presses++) {
    if (await place.isVisible()) return true;
    if (!(await press.isVisible())) return false;
    await press.click();
  }
  return false;
}

/** Goes to the screen on which something is asked, forward first, as somebody does who looks for it. */
export async function reach(page: Page, name: AnswerName): Promise<void> {
  const place = field(page, name);
  await expect(formOn(page).notReady).toBeHidden();
  if ((await walk(page, place, 'next')) || (await walk(page, place, 'back'))) return;
  throw new Error(`No screen asks for ${name}`);
}

/** Goes to the last screen, where everything is read once more. */
export async function reachCheck(page: Page): Promise<void> {
  await expect(formOn(page).notReady).toBeHidden();
  if (!(await walk(page, formOn(page).send, 'next')))
    throw new Error('Something keeps the form from its end');
}

/** Chooses or ticks an answer where it is asked for. */
export async function choose(page: Page, name: AnswerName, value: string): Promise<void> {
  await reach(page, name);
  await option(page, name, value).click();
}

/** Types an answer where it is asked for. */
export async function fill(page: Page, name: AnswerName, text: string): Promise<void> {
  await reach(page, name);
  await field(page, name).fill(text);
}

/** Expects of an answer that was typed that it still stands where it is asked for, to be changed. */
export async function expectKept(page: Page, name: AnswerName, text: string): Promise<void> {
  await reach(page, name);
  await expect(field(page, name)).toHaveValue(text);
  await expect(field(page, name)).toBeEnabled();
}

/** Answers the least that a referral can be sent with, and goes to where it is sent. */
export async function answerLeast(page: Page): Promise<void> {
  await choose(page, 'who', 'me');
  await choose(page, 'danger', 'no');
  await reachCheck(page);
}

/** That, and a few words. */
export async function fillLeast(page: Page): Promise<void> {
  await choose(page, 'who', 'me');
  await choose(page, 'danger', 'no');
  await fill(page, 'story', 'Help');
  await reachCheck(page);
}

/** Sends the form and gives the receipt code: 16 digits. */
export async function send(page: Page): Promise<string> {
  await reachCheck(page);
  await formOn(page).send.click();
  await expect(receipt(page)).toBeVisible({ timeout: 30_000 });
  return (await receipt(page).innerText()).replace(/\D/g, '');
}

/** The same, and the id of the thread that it began. */
export async function sendAndFollow(page: Page): Promise<{ code: string; id: string }> {
  const asked = page.waitForRequest(/\/api\/referrals\/[^/]+$/);
  const code = await send(page);
  return { code, id: (await asked).url().split('/').at(-1) ?? '' };
}
