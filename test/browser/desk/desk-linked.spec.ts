import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { deskTexts } from '../../../src/texts/desk-texts.ts';
import { filled, ui } from '../../support/ui.ts';
import { deskOn, expectRowToSay, openRow, row, rowInSight, saidIn } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf, openCase } from '../support/case.ts';
import { join } from '../support/member.ts';
import { refer, remove, write } from '../support/refer.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');

const sheet = (page: Page) => deskOn(page).sheet;
const inSheet = (page: Page, name: string) => button(sheet(page), name);
const reference = (page: Page) => page.locator('.head [data-value="reference"]').innerText();
const linked = (page: Page, as: 'into' | 'from' | 'group') => page.locator(`.head [data-linked="${as}"]`);
const to = (page: Page, id: string) => page.locator(`.head [data-case="${id}"]`);
const look = (page: Page, id: string) => page.locator(`[data-look="${id}"]`);

/** Two referrals, one of danger and one that can wait. */
const dangerAndCalm = (request: APIRequestContext) =>
  Promise.all([refer(request, { danger: 'yes' }), refer(request, { happening: ['pay'] })]);

/** Takes a case, and gives what members call it. */
async function take(page: Page, id: string): Promise<string> {
  await openCase(page, id);
  await deskOn(page).take.click();
  await expect(deskOn(page).next).toBeVisible();
  return reference(page);
}

/** Opens the sheet of the open case at one of its steps. */
async function next(page: Page, name: string): Promise<void> {
  await deskOn(page).next.click();
  await inSheet(page, name).click();
}

/** Says in the sheet that the open case is the same as another, and looks at both. */
async function compare(page: Page, id: string): Promise<void> {
  await next(page, en.next.close);
  await sheet(page).getByText(en.outcome.duplicate, { exact: true }).click();
  await sheet(page).getByLabel(en.next.same, { exact: true }).selectOption(id);
  await inSheet(page, en.next.compare).click();
}

test('two referrals of one group lead to each other, also where one is closed or gone; that is undone and taken back', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  const work = { service: 'Inspectie', consent: 'unasked', people: 5, minors: 2 } as const;
  const many = await refer(request, { who: 'work', when: 'advice', work });
  const one = await refer(request, { age: 'adult' });
  await join(page, 'en', nameOf('Group'));
  // How many, and that some are under 18, is seen in the list, and makes it urgent.
  for (const [name, count] of [
    ['people', 5],
    ['minors', 2],
  ] as const)
    await expectRowToSay(page, many.id, filled(en.row[`${name}_other`], { count }));
  await expect(row(page, many.id)).toHaveAttribute('data-urgency', 'today');
  const first = await take(page, many.id);
  await expect(page.locator('.head [data-value="minors"]')).toHaveClass('minor');
  const second = await take(page, one.id);

  await next(page, en.next.link);
  await sheet(page).getByLabel(en.next.linkWhich, { exact: true }).selectOption(many.id);
  await expect(look(page, many.id)).toContainText(first);
  await expect(look(page, many.id)).toContainText(filled(en.row.minors_other, { count: 2 }));
  await expect(look(page, one.id)).toContainText(en.next.unanswered);
  await expectNoBarriers(page);
  await inSheet(page, en.next.linkIt).click();
  await expect(linked(page, 'group')).toContainText(first);
  await to(page, many.id).click();
  await expect(linked(page, 'group')).toContainText(second);
  await to(page, one.id).click();
  await expect(page.locator('.head')).toContainText(second);
  await deskOn(page).undo.click();
  await expect(linked(page, 'group')).toHaveCount(0);
  await openCase(page, many.id);
  await expect(linked(page, 'group')).toHaveCount(0);

  await next(page, en.next.link);
  await sheet(page).getByLabel(en.next.linkWhich, { exact: true }).selectOption(one.id);
  await inSheet(page, en.next.linkIt).click();
  await expect(to(page, one.id)).toBeVisible();
  // What is closed stands in no list, and is opened all the same.
  await to(page, one.id).click();
  await next(page, en.next.close);
  await sheet(page).getByText(en.outcome.advice, { exact: true }).click();
  await inSheet(page, en.next.closeIt).click();
  await expect(row(page, one.id)).toHaveCount(0);
  await openCase(page, many.id);
  await to(page, one.id).click();
  await expect(page.locator('[data-value="ending"]')).toContainText(en.outcome.advice);
  await to(page, many.id).click();
  expect(await remove(request, one)).toBeLessThan(300);
  await to(page, one.id).click();
  await expect(linked(page, 'group')).toContainText(en.linked.gone);
  await expect(page.locator('.head')).toContainText(first);
  // And it can be said that they do not belong together after all.
  await next(page, en.next.link);
  await sheet(page).locator(`[data-unlink="${one.id}"]`).click();
  await expect(linked(page, 'group')).toHaveCount(0);
});

test('a referral about a group is split into a case for each, with nothing to type again and no answer that nobody reads', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const work = { service: 'Inspectie', consent: 'unasked', people: 4, minors: 1 } as const;
  const words = { story: 'Four in one room', answer: { way: 'mailbox', number: '0470 12 34 56' } } as const;
  const group = await refer(request, { who: 'work', when: 'today', speaks: 'pl', ...words, work });
  await join(page, 'en', nameOf('Split'));
  const name = await take(page, group.id);
  await next(page, en.next.split);
  const count = sheet(page).getByLabel(en.split.count, { exact: true });
  const minors = sheet(page).getByLabel(en.split.minors, { exact: true });
  await expect(count).toHaveValue('3');
  await expect(minors).toHaveValue('1');
  await expectNoBarriers(page);
  await count.fill('none');
  await inSheet(page, en.split.do).click();
  await expect(count).toHaveAttribute('aria-invalid', 'true');
  // The first is stored, its answer is lost, and the network is gone: it is made once all the same.
  const asked: string[] = [];
  const isBegin = /\/api\/desk\/threads\/[\w-]+\/begin$/;
  await page.route(isBegin, async (route) => {
    asked.push(route.request().url());
    if (asked.length === 1) await route.fetch();
    await route.abort();
  });
  await count.fill('3');
  await inSheet(page, en.split.do).click();
  await expect(saidIn(sheet(page))).toContainText(en.fault.offline);
  expect(new Set(asked).size).toBe(1);
  await page.unroute(isBegin);
  await expect(count).toHaveValue('3');
  await inSheet(page, en.split.do).click();
  await expect(linked(page, 'group').locator('[data-case]')).toHaveCount(3);

  const [first = ''] = await linked(page, 'group')
    .locator('[data-case]')
    .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset['case'] ?? ''));
  await to(page, first).click();
  const head = page.locator('.head');
  await expect(head.locator('[data-value="who"]')).toHaveText(en.who.ofGroup);
  await expect(linked(page, 'group')).toContainText(name);
  const notice = page.getByRole('status').filter({ hasText: en.split.of });
  await expect(notice).toContainText(en.split.nobodyReads);
  await expect(deskOn(page).toAnswer).toHaveCount(0);
  await expect(deskOn(page).note).toBeVisible();
  await expect(page.locator('.referral')).not.toContainText(words.story);
  await expectNoBarriers(page);
  await deskOn(page).note.fill('Has a sister in Gent');
  await deskOn(page).keepNote.click();
  await expect(page.getByText(en.note.kept)).toBeVisible();
  await deskOn(page).back.click();
  await expectRowToSay(page, first, en.who.ofGroup);
  await expect(row(page, first)).toHaveAttribute('data-owner', 'me');

  // What whoever referred them wrote is there alone, and gone when they delete it.
  await openRow(page, first);
  await notice.getByRole('button', { name }).click();
  await expect(page.locator('.referral')).toContainText(words.story);
  expect(await remove(request, group)).toBeLessThan(300);
  await deskOn(page).back.click();
  await deskOn(page).refresh.click();
  await expect(row(page, group.id)).toHaveCount(0);
  await openRow(page, first);
  await notice.getByRole('button', { name }).click();
  await expect(notice).toContainText(en.linked.gone);
});

test('what is merged is looked at first, leads there and back, and its danger and minor are not lost; undo parts them', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const danger = await refer(request, { danger: 'yes', age: 'minor' });
  const calm = await refer(request, { age: 'adult', happening: ['pay'] });
  await join(page, 'en', nameOf('Merge'));
  await expect(row(page, calm.id)).toHaveAttribute('data-urgency', 'week');
  await openCase(page, calm.id);
  const into = await reference(page);
  await deskOn(page).back.click();
  const from = await take(page, danger.id);
  await deskOn(page).answer.fill('half an answer');

  await compare(page, calm.id);
  await expect(sheet(page)).toContainText(filled(en.next.mergeLook, { from, into }));
  await expect(look(page, danger.id)).toContainText(en.urgency.now);
  await expect(look(page, danger.id)).toContainText(en.age.minor);
  await expect(look(page, danger.id)).toContainText(en.next.unsent);
  await expect(look(page, calm.id)).toContainText(en.stand.nobody);
  await expectNoBarriers(page);
  await inSheet(page, en.next.change).click();
  await inSheet(page, en.next.compare).click();
  await inSheet(page, en.next.mergeIt).click();
  await expect(page.locator('[data-value="ending"]')).toContainText(into);
  await expect(linked(page, 'into')).toContainText(into);
  await to(page, calm.id).click();

  // Nobody has it yet, and it is now in danger: it calls, first of all.
  await expect(linked(page, 'from')).toContainText(from);
  await expect(linked(page, 'from')).toContainText(en.age.minor);
  await expect(page.getByRole('heading', { level: 1 }).last()).toContainText(en.urgency.now);
  await expect(page.locator('.head')).toHaveAttribute('data-alarm', 'true');
  await deskOn(page).back.click();
  await expect(row(page, calm.id)).toHaveAttribute('data-alarm', 'true');
  await expect((await rowInSight(page, calm.id)).locator('.minor')).toHaveText(en.age.minor);
  // What to do then opens with it, and who helps somebody under 18 is among the answers.
  await openCase(page, calm.id);
  const playbook = deskTexts('en').playbooks.find((one) => one.id === 'minor')?.title ?? '';
  await expect(deskOn(page).fitting.getByText(playbook, { exact: true })).toBeVisible();
  await expect(page.locator('[data-value="minor-help"]')).toBeVisible();
  await deskOn(page).back.click();

  // Who is said to be under 18 there does not wait here either.
  await take(page, calm.id);
  await next(page, en.next.urgency);
  await expect(sheet(page)).toContainText(en.next.minor);
  await inSheet(page, en.next.cancel).click();
});

test('undoing a merge opens the one again and leaves nothing of it in the other', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  const [danger, calm] = await dangerAndCalm(request);
  await join(page, 'en', nameOf('Undo'));
  await take(page, danger.id);
  await compare(page, calm.id);
  await inSheet(page, en.next.mergeIt).click();
  await expect(row(page, calm.id)).toHaveAttribute('data-alarm', 'true');
  await deskOn(page).undo.click();
  await expect(row(page, danger.id)).toBeVisible();
  await expect(row(page, calm.id)).toHaveAttribute('data-urgency', 'week');
  await expect(linked(page, 'into')).toHaveCount(0);
});

test('nothing is merged where the other case can’t be told: it stays open, and says so', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  const [danger, calm] = await dangerAndCalm(request);
  await join(page, 'en', nameOf('Apart'));
  await take(page, danger.id);
  await page.route(`**/api/desk/threads/${calm.id}/state`, (route) => route.abort());
  await compare(page, calm.id);
  await inSheet(page, en.next.mergeIt).click();
  await expect(saidIn(sheet(page))).toContainText(en.fault.offline, { timeout: 30_000 });
  await page.unroute(`**/api/desk/threads/${calm.id}/state`);
  await inSheet(page, en.next.cancel).click();
  await expect(row(page, danger.id)).toBeVisible();
  await expect(page.getByText(en.linked.undone)).toBeVisible();
  await expect(linked(page, 'into')).toHaveCount(0);
  expect(await write(request, danger, 'Still here')).toBe(201);
});
