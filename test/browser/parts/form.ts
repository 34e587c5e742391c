import { expect, type Locator, type Page } from '@playwright/test';
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

/** The parts of a form's page around its questions, as a person finds them, until it is left for good. */
export function formOn(page: Page) {
  const language = languageOf(page);
  // What a request says otherwise than a referral; the rest is the same for both.
  const form = ui(language, 'form');
  const own = new URL(page.url()).pathname === pathTo('request', language) ? ui(language, 'request') : form;
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

/** Answers the least that a referral can be sent with. */
export async function answerLeast(page: Page): Promise<void> {
  await option(page, 'who', 'me').click();
  await option(page, 'danger', 'no').click();
}

/** That, and a few words. */
export async function fillLeast(page: Page): Promise<void> {
  await answerLeast(page);
  await field(page, 'story').fill('Help');
}

/** Sends the form and gives the receipt code: 16 digits. */
export async function send(page: Page): Promise<string> {
  await formOn(page).send.click();
  await expect(receipt(page)).toBeVisible({ timeout: 30_000 });
  return (await receipt(page).innerText()).replace(/\D/g, '');
}
