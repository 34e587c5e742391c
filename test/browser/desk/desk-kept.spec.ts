import { expect, type Page } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { answers, deskOn, kept, openRow } from '../parts/desk.ts';
import { sendAndFollow } from '../parts/form.ts';
import { openMailbox } from '../parts/mailbox.ts';
import { button } from '../parts/page.ts';
import { nameOf } from '../support/case.ts';
import { hide, openThread, takeAndAnswer } from '../support/desk.ts';
import { join, signIn } from '../support/member.ts';
import { refer } from '../support/refer.ts';
import { fillForm, SOMEBODY } from '../support/reporter.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');

/** Keeps a note in the open thread. */
async function note(page: Page, words: string): Promise<void> {
  await deskOn(page).toNote.click();
  await deskOn(page).note.fill(words);
  await deskOn(page).keepNote.click();
  await expect(deskOn(page).note).toHaveValue('');
  await expect(kept(page, 'note').filter({ hasText: words })).toHaveCount(1);
}

/** What is kept of the envelopes that a page sends to a thread's entries: their lengths. */
function sizesSent(page: Page): number[] {
  const sizes: number[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/entries')) return;
    sizes.push(request.postDataJSON().entry.envelope.length);
  });
  return sizes;
}

test('what is kept among the team is read by colleagues, and never in the mailbox', async ({ browser }) => {
  test.setTimeout(240_000);
  const callName = nameOf('Maya');
  const reporter = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await reporter.goto(pathTo('form', 'en'));
  await fillForm(reporter, { ...SOMEBODY, speaks: 'ar', times: 'evening', callName });
  const { code, id } = await sendAndFollow(reporter);
  await reporter.close();

  const ana = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const bo = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const anaName = nameOf('Ana');
  await join(ana, 'en', anaName);
  await join(bo, 'en', nameOf('Bo'));
  await openThread(ana, id);
  await openRow(bo, id);
  await expect(deskOn(bo).answer).toBeVisible();
  // In whose language to write.
  await expect(bo.locator('[data-value="spoken"]')).toHaveText('Arabic');

  await note(ana, 'The colleague of the night knows her.');
  // Both at once: none overwrites the other.
  await deskOn(bo).toNote.click();
  await deskOn(bo).note.fill('From Bo');
  await deskOn(bo).keepNote.click();
  await expect(kept(bo, 'note')).toHaveText([/The colleague of the night knows her\./, /From Bo/]);
  await expect(kept(bo, 'note').first()).toContainText(anaName);
  await expect(kept(bo, 'note').first()).toContainText(en.timeline.onlyUs);

  await deskOn(ana).toAnswer.click();
  await takeAndAnswer(ana, 'We call you tonight.');
  await expect(kept(ana, 'acts').last()).toContainText(en.acted.taken);
  await expect(answers(ana)).toHaveText(['We call you tonight.']);

  const later = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const mailbox = await openMailbox(later, 'en', code);
  await expect(mailbox.answers).toHaveText(['We call you tonight.']);
  await expect(later.locator('body')).not.toContainText('knows her');
});

test('why a number was opened is read by the next member before they see it', async ({
  browser,
  request,
}) => {
  test.setTimeout(240_000);
  const { id } = await refer(request, { answer: { way: 'mailbox', number: '0488 12 34 56' } });
  const ana = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const bo = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const anaName = nameOf('Ana');
  await join(ana, 'en', anaName);
  await join(bo, 'en', nameOf('Bo'));
  const sizes = sizesSent(ana);
  await openRow(ana, id);
  await note(ana, 'a note');
  await deskOn(ana).reveal.click();
  await deskOn(ana).reason.fill('The police asked for it');
  await deskOn(ana).revealConfirm.click();
  await expect(ana.locator('[data-value="call-reason"]')).toHaveText('The police asked for it');
  await expect(ana.getByText(en.call.hideNumber)).toBeVisible();
  await deskOn(ana).callElsewhere.click();
  await deskOn(ana).callBack.click();
  await deskOn(ana).outcome('other-voice').click();
  await expect(kept(ana, 'call')).toHaveCount(2);
  // The worker can't tell a note from a call.
  expect(new Set(sizes).size).toBe(1);
  expect(sizes.length).toBe(3);

  await openRow(bo, id);
  const before = bo.locator('[data-value="calls-before"]');
  await expect(before).toContainText(en.call.outcome['other-voice']);
  await expect(before).toContainText(en.call.did.shown);
  await expect(before).toContainText(anaName);
  await expect(bo.locator('[data-value="number"]')).toHaveCount(0);
  await expect(bo.locator('[data-value="call-reason"]')).toHaveText('The police asked for it');
});

test('a call of which it is said later what came of it is still asked after when another was made', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const { id } = await refer(request, { answer: { way: 'mailbox', number: '0488 12 34 56' } });
  await page.setViewportSize({ width: 1280, height: 800 });
  await join(page, 'en', nameOf('Dora'));
  await openRow(page, id);
  const reveal = async (why: string) => {
    await deskOn(page).reveal.click();
    await deskOn(page).reason.fill(why);
    await deskOn(page).revealConfirm.click();
    await expect(page.getByText(why)).toBeVisible();
  };
  await reveal('The police asked for it');
  await deskOn(page).callElsewhere.click();
  await deskOn(page).callBack.click();
  await button(page, en.call.later).click();
  await button(page, en.referral.hide).click();
  await reveal('The line was cut off');
  // Who calls once more is asked after both, the first first.
  await deskOn(page).callElsewhere.click();
  await deskOn(page).callBack.click();
  await deskOn(page).outcome('no-answer').click();
  await expect(kept(page, 'call').filter({ hasText: en.call.outcome['no-answer'] })).toHaveCount(1);
  await deskOn(page).outcome('reached').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(kept(page, 'call').filter({ hasText: en.call.outcome.reached })).toHaveCount(1);
});

test('a call of 40 seconds and one of 6 minutes lose nothing that was begun; one of 31 locks, and is asked after', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  const { id } = await refer(request, { answer: { way: 'call', number: '0488 12 34 56', times: ['any'] } });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.clock.install();
  const name = nameOf('Cor');
  const passphrase = await join(page, 'en', name);
  await openRow(page, id);
  await deskOn(page).answer.fill('half an answer');
  await deskOn(page).toNote.click();
  await deskOn(page).note.fill('half a note');
  await deskOn(page).reveal.click();

  /** Calls with another telephone, and is away so long (ms). */
  const leave = async (time: number) => {
    await deskOn(page).callElsewhere.click();
    await expect(deskOn(page).callBack).toBeVisible();
    await expect(page.locator('[data-value="number"]')).toBeHidden();
    await expect(page.getByText('half a note')).toBeHidden();
    await hide(page, true);
    await page.clock.fastForward(time);
  };
  const away = async (time: number) => {
    await leave(time);
    await hide(page, false);
  };
  await away(40_000);
  await deskOn(page).callBack.click();
  await deskOn(page).outcome('no-answer').click();
  await expect(kept(page, 'call')).toHaveCount(1);
  await expect(kept(page, 'call')).toContainText(en.call.outcome['no-answer']);

  await away(6 * 60_000);
  await deskOn(page).callBack.click();
  await deskOn(page).outcome('reached').click();
  await expect(kept(page, 'call')).toHaveCount(2);
  await expect(deskOn(page).note).toHaveValue('half a note');

  // Here the clock is seven minutes ahead of the worker's now, and the guard is shut.
  await page.clock.runFor(20_000);
  await deskOn(page).reveal.click();
  await deskOn(page).reason.fill('It is night here and there');
  await deskOn(page).revealConfirm.click();
  await expect(kept(page, 'call')).toHaveCount(3);
  await leave(31 * 60_000);
  await expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });
  await signIn(page, name, passphrase);
  const line = page.getByRole('textbox', { name: en.call.line, exact: true });
  await line.fill('She will call');

  // Without a call it locks after five minutes, and what was begun is there all the same.
  await hide(page, true);
  await page.clock.fastForward(31_000);
  await hide(page, false);
  await expect(line).toHaveValue('She will call');
  await hide(page, true);
  await page.clock.fastForward(6 * 60_000);
  await expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });
  await signIn(page, name, passphrase);
  await expect(line).toHaveValue('She will call');
  await deskOn(page).outcome('voicemail').click();
  await expect(kept(page, 'call')).toHaveCount(4);
  await expect(page.locator('[data-value="call-text"]')).toHaveText('She will call');
  await expect(deskOn(page).answer).toHaveValue('half an answer');
  await deskOn(page).toNote.click();
  await expect(deskOn(page).note).toHaveValue('half a note');
});
