import { expect } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { answers, deskOn, sendAnswer } from '../parts/desk.ts';
import { sendAndFollow } from '../parts/form.ts';
import { mailboxOn, openMailbox } from '../parts/mailbox.ts';
import { nameOf } from '../support/case.ts';
import { openThread, takeAndAnswer } from '../support/desk.ts';
import { join } from '../support/member.ts';
import { withOwnCentre } from '../support/own-centre.ts';
import { type Message, ownMailbox, type Writing } from '../support/own-mailbox.ts';
import { fillForm, SOMEBODY } from '../support/reporter.ts';
import { tamper } from '../support/tamper.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'mailbox').script;

const CASES: [what: string, messages: (write: Writing) => Message[], says: string[]][] = [
  ['all is there', (w) => [w.desk('1'), w.reporter(), w.desk('2'), w.reporter()], []],
  [
    'an answer is left out',
    (w) => [w.desk('1'), w.desk('2'), w.desk('3')].filter((_, at) => at !== 1),
    [en.chain.oursMissing],
  ],
  ['the first answer is', (w) => [w.desk('1'), w.desk('2')].slice(1), [en.chain.oursMissing]],
  [
    'two answers have changed places',
    (w) => [w.desk('1'), w.desk('2')].reverse(),
    [en.chain.oursMissing, en.chain.oursMisplaced],
  ],
  ['a message of theirs is left out', (w) => [w.reporter(), w.reporter()].slice(1), [en.chain.yoursMissing]],
  ['one that was answered is', (w) => [w.reporter(), w.desk('1')].slice(1), [en.chain.yoursMissing]],
  [
    'a message is put in their name',
    (w) => [w.reporter(), w.reporter()].map((one, at) => (at === 1 ? { ...one, mac: 'A'.repeat(43) } : one)),
    [en.chain.yoursStrange],
  ],
  [
    'one of theirs stands twice',
    (w) => [w.reporter()].flatMap((one) => [one, { ...one, id: 'A'.repeat(22) }]),
    [en.chain.yoursMisplaced],
  ],
];

for (const [what, messages, says] of CASES) {
  test(`says in the mailbox what is wrong, and hides nothing, where ${what}`, async ({ page }) => {
    const centre = await withOwnCentre(page);
    let held: Message[] = [];
    const mailbox = await ownMailbox(page, centre, (write) => {
      held = messages(write);
      return held;
    });
    const view = await openMailbox(page, 'en', mailbox.code);
    await expect(view.messages).toHaveCount(held.length + 1);
    await expect(view.warnings).toHaveText(says);
    await expect(view.answers).toHaveCount(held.filter(({ author }) => author === 'desk').length);
  });
}

test('an answer that somebody takes out of the store is missed by its reader, and one that is put in is not ours', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const callName = nameOf('Lies');
  const reporter = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await reporter.goto(pathTo('form', 'en'));
  await fillForm(reporter, { ...SOMEBODY, callName });
  const { code, id } = await sendAndFollow(reporter);
  const desk = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await join(desk, 'en', nameOf('Eva'));
  await openThread(desk, id);
  await takeAndAnswer(desk, 'First');
  await deskOn(desk).answer.fill('Second');
  await sendAnswer(desk);
  await expect(answers(desk)).toHaveText(['First', 'Second']);
  await desk.close();

  const view = await openMailbox(reporter, 'en', code);
  await expect(view.answers).toHaveText(['First', 'Second']);
  await expect(view.warnings).toHaveCount(0);
  // The second under another id in the place of the first: whoever holds the store has no other words of ours.
  await tamper(
    `UPDATE messages SET sealed = o.sealed, digest = o.digest FROM messages o
     WHERE messages.thread_id = ?1 AND messages.seq = 1 AND o.thread_id = ?1 AND o.seq = 2`,
    id,
  );
  await view.look.click();
  await expect(view.answers).toHaveText(['Second']);
  await expect(view.error(en.unreadable)).toBeVisible();
  await expect(view.warnings).toHaveText([en.chain.oursMissing]);
  await tamper('DELETE FROM messages WHERE thread_id = ? AND seq = 1', id);
  await view.look.click();
  await expect(view.error(en.unreadable)).toHaveCount(0);
  await expect(view.warnings).toHaveText([en.chain.oursMissing]);
  await expect(view.answers).toHaveText(['Second']);
});

test('a mailbox whose salt somebody changed in the store says so, and not that the code is wrong', async ({
  page,
}) => {
  await page.goto(pathTo('form', 'en'));
  await fillForm(page, SOMEBODY);
  const { code, id } = await sendAndFollow(page);
  await tamper('UPDATE threads SET salt = zeroblob(length(salt)) WHERE id = ?', id);
  await page.goto(pathTo('mailbox', 'en'));
  const view = mailboxOn(page);
  await view.code.fill(code);
  await view.open.click();
  await expect(view.error(en.wrong.damaged)).toBeVisible({ timeout: 30_000 });
});
