import { expect } from '@playwright/test';
import { LARGEST_BUCKET } from '../../../src/protocol/wire/padding.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { sentence, ui } from '../../support/ui.ts';
import { deskOn, expectRowToSay, openRow, row } from '../parts/desk.ts';
import { nameOf, openCase } from '../support/case.ts';
import { bytesOfPoll, flood, putAway, stillFetching, timesToRows } from '../support/flood.ts';
import { join } from '../support/member.ts';
import { ownStore } from '../support/own-store.ts';
import { refer, sendElsewhere } from '../support/refer.ts';
import { tamper } from '../support/tamper.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');

test('danger is on the screen before the junk that came before and after it', async ({ page, request }) => {
  test.setTimeout(180_000);
  const before = await refer(request, { danger: 'yes' });
  const junk = await flood(request, 80, LARGEST_BUCKET.threads);
  const after = await refer(request, { danger: 'yes' });
  try {
    const times = await timesToRows(page, [before.id, after.id], { kbit: 400, latency: 400 });
    await expect(stillFetching(page)).toBeVisible();
    expect(Math.max(...times)).toBeLessThan(20_000);
  } finally {
    await putAway([...junk, before.id, after.id]);
  }
});

test('a look that finds nothing new brings less than a kilobyte', async ({ page }) => {
  test.setTimeout(120_000);
  await join(page, 'en', nameOf('Poll'));
  await expect(page.getByText(sentence(en.list.updated))).toBeVisible();
  // Other tests write to the same desk: one of these looks finds nothing.
  await expect(async () => expect(await bytesOfPoll(page)).toBeLessThan(1024)).toPass({ timeout: 60_000 });
});

test('what was read stays on the screen, with a warning, when it is replaced in the store or vanishes', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const [replaced, vanished] = [`First words ${randomId()}`, `Other words ${randomId()}`];
  const [one, two, other] = [
    await refer(request, { story: replaced }),
    await refer(request, { story: vanished }),
    await refer(request),
  ];
  await page.setViewportSize({ width: 1280, height: 800 });
  await join(page, 'en', nameOf('Memory'));
  for (const { id } of [one, two]) await openCase(page, id);
  await tamper(
    `UPDATE threads SET sealed = o.sealed, bytes = o.bytes, digest = o.digest
     FROM threads o WHERE threads.id = ? AND o.id = ?`,
    one.id,
    other.id,
  );
  await tamper('DELETE FROM threads WHERE id = ?', two.id);
  await deskOn(page).refresh.click();
  await expectRowToSay(page, one.id, en.doubt.replaced);
  await expectRowToSay(page, two.id, en.doubt.vanished);
  for (const [id, story, warning] of [
    [one.id, replaced, en.doubt.replacedText],
    [two.id, vanished, en.doubt.vanishedText],
  ] as const) {
    await openRow(page, id);
    await expect(page.locator('[data-value="story"]')).toHaveText(story);
    await expect(page.getByRole('alert').filter({ hasText: warning })).toBeVisible();
    await expect(deskOn(page).answer).toHaveCount(0);
    await expect(deskOn(page).take).toHaveCount(0);
  }
});

test('what opens and is no item of its row warns, is read once it was looked at, and can be thrown away and brought back', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const nl = ui('nl', 'desk');
  const ids = [await sendElsewhere(request), await sendElsewhere(request)] as const;
  const stored = async (id: string) =>
    (await ownStore('SELECT read_at AS readAt, thrown_id AS thrown FROM threads WHERE id = ?', id))[0];
  try {
    await join(page, 'nl', nameOf('Vreemd'));
    const desk = deskOn(page);
    await expectRowToSay(page, ids[0], nl.broken.elsewhere);
    await expect(page.getByRole('alert').filter({ hasText: sentence(nl.locked.notice_other) })).toBeVisible();
    await openRow(page, ids[0]);
    await expect.poll(async () => (await stored(ids[0]))?.['readAt'] ?? null).not.toBeNull();
    await page.goBack();
    await desk.throwStrange.click();
    await expect(page.getByRole('dialog')).toContainText(nl.throw.strange);
    await desk.throwConfirm.click();
    for (const id of ids) await expect(row(page, id)).toHaveCount(0);
    expect((await stored(ids[1]))?.['thrown']).not.toBeNull();
    await desk.bringBack.first().click();
    for (const id of ids) await expect(row(page, id)).toBeVisible();
  } finally {
    await putAway(ids);
  }
});
