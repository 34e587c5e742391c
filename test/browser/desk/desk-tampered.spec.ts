import { expect, type Page } from '@playwright/test';
import nacl from 'tweetnacl';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../src/protocol/wire/digest.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { sampleReferral } from '../../samples/referral.ts';
import { sentence, ui } from '../../support/ui.ts';
import { answers, deskOn, expectRowToSay, openRow, row, sendAnswer, theirs } from '../parts/desk.ts';
import { nameOf, openCase } from '../support/case.ts';
import { join } from '../support/member.ts';
import { centreKey, refer, write } from '../support/refer.ts';
import { tamper, tamperThread } from '../support/tamper.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');
const wide = { width: 1280, height: 900 };

/** Opens a case and takes it. */
async function take(page: Page, id: string): Promise<void> {
  await openCase(page, id);
  await deskOn(page).take.click();
  await expect(deskOn(page).take).toHaveCount(0);
}

/** Expects the open case to say what is wrong with it, and to take no answer. */
async function expectShut(page: Page, id: string, says: string): Promise<void> {
  await openRow(page, id);
  await expect(page.getByRole('article').getByText(says)).toBeVisible();
  await expect(deskOn(page).answer).toHaveCount(0);
}

test('whoever holds the store can set no owner, close, re-date or replace a case without a warning', async ({
  browser,
  request,
}) => {
  test.setTimeout(300_000);
  const story = `In my own words ${randomId()}`;
  const danger = { danger: 'yes', age: 'adult' } as const;
  const owned = await refer(request, danger);
  const closed = await refer(request);
  const redated = await refer(request);
  const replaced = await refer(request, { story });
  const freed = await refer(request);
  const page = await browser.newPage({ viewport: wide });
  await join(page, 'en', nameOf('Ana'));
  for (const { id } of [replaced, freed]) await take(page, id);
  // Not the one that is open: its messages are read again with its row.
  await openRow(page, closed.id);

  const anybody = '(SELECT id FROM members LIMIT 1)';
  await tamperThread(owned.id, `state = 'taken', taken_at = received_at, taken_by = ${anybody}`);
  await tamperThread(closed.id, "state = 'closed', closed_day = 20000");
  await tamperThread(redated.id, 'received_at = received_at - 300000');
  await tamperThread(freed.id, "state = 'new', taken_by = NULL, taken_at = NULL, state_entry = NULL");
  const mailbox = toBase64url(nacl.box.keyPair().publicKey);
  const other = { ...sampleReferral({ mailbox, happening: ['pay'] }), id: replaced.id, thread: replaced.id };
  const sealed = sealItem(other, await centreKey(request)) ?? new Uint8Array();
  const set = 'sealed = ?, bytes = ?, digest = ?';
  await tamperThread(replaced.id, set, sealed, sealed.length, digestOf(sealed));

  await deskOn(page).refresh.click();
  for (const [{ id }, doubt] of [
    [owned, 'unfit'],
    [closed, 'unfit'],
    [redated, 'redated'],
    [freed, 'unfit'],
    [replaced, 'replaced'],
  ] as const) {
    await expectRowToSay(page, id, en.doubt[doubt]);
    await expectShut(page, id, en.doubt[`${doubt}Text`]);
    await expect(deskOn(page).take).toHaveCount(0);
  }
  // What was read first is still there.
  await openRow(page, replaced.id);
  await expect(page.locator('[data-value="story"]')).toHaveText(story);
  // Danger that somebody was only said to have is nobody’s, and red.
  await expect(row(page, owned.id)).toHaveAttribute('data-alarm', 'true');
  await expect(row(page, owned.id)).toHaveAttribute('data-owner', 'nobody');
  await page.close();

  // A desk that has seen nothing before knows what a member had read, and who has what.
  const fresh = await browser.newPage({ viewport: wide });
  await join(fresh, 'en', nameOf('Bo'));
  for (const { id } of [owned, replaced]) {
    await expectRowToSay(fresh, id, en.doubt.unfit);
    await expectShut(fresh, id, en.doubt.unfitText);
  }
  await expect(row(fresh, owned.id)).toHaveAttribute('data-alarm', 'true');
  // The entries of the thread say what its row does not.
  await expectShut(fresh, freed.id, en.doubt.unfitText);
  await openRow(fresh, redated.id);
  await expect(fresh.locator('.received')).toContainText(sentence(en.thread.written));
  await fresh.close();
});

test('messages that are left out, moved or repeated are missed by those behind them, at the desk', async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  const [dropped, moved, repeated] = [await refer(request), await refer(request), await refer(request)];
  await page.setViewportSize(wide);
  await join(page, 'en', nameOf('Cor'));
  for (const one of [dropped, moved, repeated]) {
    expect(await write(request, one, 'One')).toBe(201);
    expect(await write(request, one, 'Two')).toBe(201);
  }
  await deskOn(page).refresh.click();
  await take(page, dropped.id);
  await deskOn(page).answer.fill('An answer');
  await sendAnswer(page);
  await expect(answers(page)).toHaveText(['An answer']);
  expect(await write(request, dropped, 'Three')).toBe(201);

  const of = 'thread_id = ? AND author = ? AND seq = ?';
  await tamper(`DELETE FROM messages WHERE ${of}`, dropped.id, 'reporter', 2);
  await tamper(`UPDATE messages SET rev = 0 WHERE ${of}`, moved.id, 'reporter', 2);
  await tamper(
    `INSERT INTO messages (id, thread_id, rev, author, seq, at, prev, mac, digest, sealed)
     SELECT ?, thread_id, 9, author, 9, at, prev, mac, digest, sealed FROM messages WHERE ${of}`,
    randomId(),
    repeated.id,
    'reporter',
    1,
  );
  // The list first, so that what was said in it is not what is shown.
  await deskOn(page).refresh.click();
  const wrong = (text: string) => theirs(page).filter({ hasText: text });
  await openCase(page, moved.id);
  await expect(wrong(en.thread.wrong.missing)).toHaveText([/Two$/]);
  await expect(wrong(en.thread.wrong.misplaced)).toHaveText([/One$/]);
  await openCase(page, repeated.id);
  await expect(theirs(page)).toHaveCount(3);
  await expect(wrong(en.broken.elsewhere)).toHaveCount(1);
  await openCase(page, dropped.id);
  await expect(wrong(en.thread.wrong.missing)).toHaveText([/Three$/]);
  // Who answered had read the one that is gone.
  const answer = page.locator('[data-message="desk"]');
  await expect(answer.filter({ hasText: en.thread.wrong.unseen })).toHaveCount(1);
});

test('where everybody could read an answer, none can be written', async ({ page, request }) => {
  test.setTimeout(120_000);
  const { id } = await refer(request, { mailbox: toBase64url(new Uint8Array(32)) });
  await page.setViewportSize(wide);
  await join(page, 'en', nameOf('Dirk'));
  await openRow(page, id);
  await expect(page.getByText(en.answer.weak)).toBeVisible();
  await expect(deskOn(page).answer).toHaveCount(0);
  // It can be taken all the same: somebody must look after it.
  await expect(deskOn(page).take).toBeVisible();
});
