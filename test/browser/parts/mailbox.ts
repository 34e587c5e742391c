import { expect, type Page } from '@playwright/test';
import type { Language } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { ui, whole } from '../../support/ui.ts';
import { button, languageOf, notReady, paragraph, status } from './page.ts';

/** The parts of the mailbox's page, as a person finds them, at its door and inside. */
export function mailboxOn(page: Page) {
  const words = ui(languageOf(page), 'mailbox');
  const { script } = words;
  const region = (name: string) => page.getByRole('region', { name, exact: true });
  // Found when it is hidden too: what a mailbox has shut is gone, and not out of sight.
  const title = (...said: string[]) =>
    page.getByRole('heading', { level: 1, name: whole(...said), includeHidden: true });
  const messages = page.getByRole('list', { name: words.messages, exact: true });
  const confirm = region(words.confirm.title);
  const leave = region(words.leave.title);
  const ask = page.getByRole('alertdialog', { name: words.leave.title, exact: true });
  return {
    code: page.getByRole('textbox', { name: words.code, exact: true }),
    open: button(page, words.open),
    doorTrouble: region(words.doorTrouble.title),
    notReady: notReady(page),
    /** The heading of an open mailbox, wherever its thread stands. */
    inside: title(...Object.values(script.status)),
    /** The heading of an open mailbox whose thread stands there. */
    stands: (at: keyof typeof script.status) => title(script.status[at]),
    /** What it has shut with. */
    shut: (why: keyof typeof script.shut) => status(page, script.shut[why]),
    shutAnyhow: status(page, ...Object.values(script.shut)),
    /** Whatever is said aloud now. */
    saying: page.getByRole('status').filter({ hasText: /\S/ }),
    /** What was done, said aloud. */
    says: (...said: string[]) => status(page, ...said),
    /** What is wrong with what was typed. */
    error: (...said: string[]) => paragraph(page, ...said),
    /** That it is about to shut. */
    soon: page.getByRole('alert').filter({ hasText: whole(script.soon) }),
    writeAgain: paragraph(page, words.writeAgain),
    messages: messages.getByRole('listitem'),
    /** What the centre wrote, one paragraph an answer. */
    answers: messages
      .getByRole('paragraph')
      .filter({ hasNotText: whole(script.weWrote, script.youWrote, script.came, script.written) })
      .filter({
        hasNotText: whole(script.unreadable, ...Object.values(script.chain), ...Object.values(script.says)),
      }),
    /** That something is wrong with the messages, one paragraph each. */
    warnings: messages.getByRole('paragraph').filter({ hasText: whole(...Object.values(script.chain)) }),
    look: button(page, words.look),
    reply: page.getByRole('textbox', { name: words.replyLabel, exact: true, includeHidden: true }),
    send: button(page, words.reply),
    trouble: region(words.trouble.title),
    unsent: region(words.unsent.title),
    close: button(page, words.close),
    remove: button(page, words.delete),
    /** The question before all is deleted. */
    confirm,
    removeAll: button(confirm, words.confirm.yes),
    keep: button(confirm, words.confirm.no),
    notDeleted: region(words.notDeleted.title),
    /** The question before a link in an answer closes the mailbox. */
    leave,
    leaveStay: button(leave, words.leave.no),
    leaveGo: button(leave, words.leave.yes),
    /** The question before a reply that was begun is lost. */
    ask,
    askStay: button(ask, words.leave.no),
    uncover: button(page, words.cover.back),
    insideApp: paragraph(page, words.insideApp),
  };
}

/** Opens the mailbox of a receipt code, typed in groups as people do. Gives its parts. */
export async function openMailbox(page: Page, language: Language, code: string) {
  await page.goto(pathTo('mailbox', language));
  const mailbox = mailboxOn(page);
  await mailbox.code.fill(code.replace(/(.{4})/g, '$1 '));
  await mailbox.open.click();
  await expect(mailbox.inside).toBeVisible({ timeout: 30_000 });
  return mailbox;
}
