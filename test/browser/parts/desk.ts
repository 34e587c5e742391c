import { expect, type Locator, type Page } from '@playwright/test';
import { ui, whole } from '../../support/ui.ts';
import { button, languageOf } from './page.ts';

/** A thread's row in the list: what tells it from others that say the same is its id alone. */
export const row = (page: Page, id: string): Locator => page.locator(`[data-referral="${id}"]`);

/**
 * The same, in sight: a row that is far from it says no more than what its case is called. Again, where it went to another
 * group at that moment.
 */
export async function rowInSight(page: Page, id: string): Promise<Locator> {
  const one = row(page, id);
  await expect(() => one.scrollIntoViewIfNeeded({ timeout: 2000 })).toPass();
  return one;
}

/** Waits until a row says something, and brings it into sight again where others that came have moved it away. */
export async function expectRowToSay(page: Page, id: string, words: string): Promise<void> {
  await expect(async () =>
    expect(await rowInSight(page, id)).toContainText(words, { timeout: 2000 }),
  ).toPass();
}

/** Opens a thread from the list: again, where a row that came at that moment moved it from under the pointer. */
export async function openRow(page: Page, id: string): Promise<void> {
  const one = row(page, id);
  await expect(async () => {
    if ((await one.getAttribute('aria-current')) !== 'true') await one.click({ timeout: 5000 });
    await expect(one).toHaveAttribute('aria-current', 'true', { timeout: 1000 });
  }).toPass();
}

/** What members answered in the open thread, one text a message. */
export const answers = (page: Page): Locator => page.locator('[data-message="desk"] [data-text]');

/** The messages of the person who wrote, in the open thread. */
export function theirs(page: Page): Locator {
  const { title, reporter } = ui(languageOf(page), 'desk').thread;
  return page
    .getByRole('region', { name: title, exact: true })
    .getByRole('listitem')
    .filter({ has: page.getByText(reporter, { exact: true }) });
}

/** What the desk kept in the open thread, by its kind. */
export const kept = (page: Page, kind: 'note' | 'call' | 'acts'): Locator =>
  page.locator(`[data-happened="${kind}"]`);

/** Sends what is written as an answer, with the look at it that comes before. */
export async function sendAnswer(page: Page): Promise<void> {
  const desk = deskOn(page);
  await desk.review.click();
  await desk.send.click();
}

/** What a dialog says that did not go, and not the bar of danger that may lie over it. */
export const saidIn = (dialog: Locator) => dialog.locator('[role="alert"]:not([data-alarm])');

/** Opens what a row of the menu in the head is called. */
export async function fromMenu(page: Page, row: string): Promise<void> {
  await deskOn(page).menu.click();
  await page.getByRole('list').getByRole('button', { name: row, exact: true }).click();
}

/** The controls of the desk, as a member finds them. What is busy is still found, under the name that it has then. */
export function deskOn(page: Page) {
  const words = ui(languageOf(page), 'desk');
  const { action, busy } = words.take;
  const press = (...names: string[]) => page.getByRole('button', { name: whole(...names) });
  const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });
  return {
    name: textbox(words.field.name),
    /** The field for a passphrase, at sign-in or from the paper. */
    passphrase: page.getByLabel(whole(words.field.passphrase, words.invite.fromPaper)),
    signIn: button(page, words.signIn.action),
    /** What opens an invitation, and its five words. */
    openInvitation: button(page, words.invite.open),
    invited: button(page, words.signIn.invited),
    code: textbox(words.invite.code),
    words: page.locator('[data-value="words"] li'),
    redraw: button(page, words.invite.another),
    written: button(page, words.invite.written),
    readAgain: button(page, words.invite.readAgain),
    join: button(page, words.invite.action),
    lock: button(page, words.bar.lock),
    back: button(page, words.bar.back),
    // On a telephone the list, and this in it, is out of sight while a case is open.
    refresh: page.getByRole('button', { name: words.list.refresh, exact: true, includeHidden: true }),
    /** In the head: what opens the rows of `fromMenu`. */
    menu: button(page, words.menu.title),
    allPlaybooks: page.getByRole('dialog', { name: words.playbooks.title, exact: true }),
    /** Those that fit the open case. */
    fitting: page.getByRole('region', { name: words.playbooks.fitting, exact: true }),
    phraseLanguage: page.getByRole('combobox', { name: words.phrases.language, exact: true }),
    /** The bar of what can't be missed. */
    alarm: page.getByRole('alert').getByRole('button').filter({ hasText: words.alarm.open }),
    take: press(action, busy),
    undo: button(page, words.undo.action),
    next: page.getByRole('region', { name: words.bar.label }).getByRole('button', {
      name: words.next.action,
      exact: true,
    }),
    reopen: press(words.reopen.action),
    sheet: page.getByRole('dialog'),
    answer: textbox(words.answer.label),
    /** The two places to write in. */
    toAnswer: page.getByRole('tab', { name: words.writing.answer, exact: true }),
    toNote: page.getByRole('tab', { name: words.writing.note, exact: true }),
    note: textbox(words.note.label),
    keepNote: press(words.note.action, words.note.busy),
    /** What shows the answer as the person reads it, and then what sends it. */
    review: button(page, words.answer.review),
    send: press(words.review.send, words.answer.busy),
    change: button(page, words.review.change),
    call: page.getByRole('link', { name: words.referral.call, exact: true }),
    callElsewhere: button(page, words.call.elsewhere),
    callBack: button(page, words.call.back),
    /** What came of a call, where it is asked. */
    outcome: (outcome: keyof typeof words.call.outcome) =>
      page.getByRole('dialog').getByRole('button', { name: words.call.outcome[outcome], exact: true }),
    reveal: button(page, words.referral.reveal),
    reason: textbox(words.guard.reason),
    revealConfirm: button(page, words.guard.confirm),
    toUnsent: button(page, words.alerts.open),
    renew: button(page, words.alerts.renew),
    discard: button(page, words.alerts.discard),
    stay: button(page, words.lock.stay),
    throw: button(page, words.throw.action),
    throwStrange: button(page, words.locked.throw),
    throwConfirm: page
      .getByRole('dialog')
      .getByRole('button', { name: whole(words.throw.confirm_one, words.throw.confirm_other) }),
    sound: press(words.sound.on, words.sound.off, words.sound.tap),
    bringBack: button(page, words.thrown.back),
    handOver: page.locator('.list').getByRole('button', { name: words.handover.action, exact: true }),
    /** In the dialog, read through once more. */
    handOverNow: page.getByRole('dialog').getByRole('button', { name: words.handover.action, exact: true }),
    readThrough: button(page, words.handover.read),
    handedTo: page.getByLabel(words.handover.to, { exact: true }),
    lookAtHanded: button(page, words.handover.look),
    accept: button(page, words.handover.accept),
    takeBack: button(page, words.handover.back),
  };
}
