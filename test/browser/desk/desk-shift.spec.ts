import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { filled, ui } from '../../support/ui.ts';
import { deskOn, openRow, row, saidIn } from '../parts/desk.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf, refer } from '../support/case.ts';
import { join, signIn } from '../support/member.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');

/** A case in the dialog that is open. */
const handed = (page: Page, id: string): Locator => page.getByRole('dialog').locator(`[data-handed="${id}"]`);
const situation = (page: Page, id: string) =>
  handed(page, id).getByRole('textbox', { name: en.handover.situation, exact: true });
const have = (page: Page, id: string) => handed(page, id).getByRole('checkbox', { name: en.handover.have });

/** A page in a browser of its own, at one of the two sizes of a desk. */
async function newDesk(browser: Browser, size: 'phone' | 'desktop'): Promise<Page> {
  const viewport = size === 'phone' ? { width: 360, height: 740 } : { width: 1280, height: 800 };
  return (await browser.newContext({ viewport })).newPage();
}

/** Takes cases as the member of a page. */
async function takeAll(page: Page, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await openRow(page, id);
    await deskOn(page).take.click();
    await expect(row(page, id)).toHaveAttribute('data-owner', 'me');
    if ((page.viewportSize()?.width ?? 0) < 1024) await deskOn(page).back.click();
  }
}

/** Hands over what a member has, saying of each what its id is. */
async function handOverAll(page: Page, ids: readonly string[], to?: string): Promise<void> {
  await deskOn(page).handOver.click();
  if (to) await deskOn(page).handedTo.selectOption({ label: to });
  for (const id of ids) await situation(page, id).fill(`Now: ${id}`);
  await deskOn(page).readThrough.click();
  for (const id of ids) await expect(handed(page, id)).toContainText(`Now: ${id}`);
  await deskOn(page).handOverNow.click();
}

/** Asks for the list now, which brings what is handed over with it. */
const refresh = (page: Page) => deskOn(page).refresh.dispatchEvent('click');

const shift = (page: Page) => page.locator('[data-shift]');

test('a shift hands over: 4 of 5 are accepted, one stays, and a network that breaks loses nothing', async ({
  browser,
  request,
}) => {
  test.setTimeout(300_000);
  const ids = await Promise.all(Array.from({ length: 5 }, () => refer(request)));
  const [lotte, kelly] = [nameOf('Lotte'), nameOf('Kelly')];
  const first = await newDesk(browser, 'desktop');
  const second = await newDesk(browser, 'phone');
  await join(first, 'en', lotte);
  await join(second, 'en', kelly);
  await takeAll(first, ids);

  // The network breaks after the second: what arrived has, the rest is told and tried again.
  let sent = 0;
  await first.route('**/api/desk/handovers/*', async (route) => {
    sent += 1;
    if (sent > 2) await route.abort();
    else await route.continue();
  });
  await handOverAll(first, ids, kelly);
  const notice = saidIn(first.getByRole('dialog'));
  await expect(notice).toContainText(en.fault.offline);
  await expect(first.getByRole('dialog').locator('[data-handed]')).toHaveCount(3);
  await expectNoBarriers(first);
  await first.unroute('**/api/desk/handovers/*');
  await deskOn(first).handOverNow.click();
  await expect(first.getByRole('dialog')).toHaveCount(0);
  await expect(shift(first)).toContainText(en.handover.until);

  await refresh(second);
  // What others hand over at the same time stands there too.
  const fromLotte = second
    .getByRole('status')
    .filter({ hasText: lotte })
    .locator(deskOn(second).lookAtHanded);
  await expect(shift(second)).toContainText(filled(en.handover.incoming_other, { name: lotte, count: '5' }));
  await expect(shift(second)).toContainText(filled(en.handover.stays, { name: lotte }));
  await fromLotte.click();
  for (const id of ids) await expect(handed(second, id)).toContainText(`Now: ${id}`);
  await expectNoBarriers(second);
  const [left = '', ...taken] = ids;
  for (const id of taken) await have(second, id).check();
  await expect(second.getByRole('dialog')).toContainText(
    filled(en.handover.rest_one, { count: '1', name: lotte }),
  );

  // The answer to the first gets lost, and the network is away from then on.
  let asked = 0;
  await second.route('**/api/desk/handovers/*/accept', async (route) => {
    asked += 1;
    if (asked === 1) await route.fetch();
    await route.abort();
  });
  await deskOn(second).accept.click();
  await expect(saidIn(second.getByRole('dialog'))).toContainText(en.fault.offline);
  await second.unroute('**/api/desk/handovers/*/accept');
  await deskOn(second).accept.click();
  await expect(second.getByRole('dialog')).toHaveCount(0);
  for (const id of taken) await expect(row(second, id)).toHaveAttribute('data-owner', 'me');
  await expect(row(second, left)).toHaveAttribute('data-owner', 'other');
  await expect(shift(second)).toContainText(filled(en.handover.incoming_one, { name: lotte, count: '1' }));

  await refresh(first);
  for (const id of taken) await expect(row(first, id)).toHaveAttribute('data-owner', 'other');
  await expect(row(first, left)).toHaveAttribute('data-owner', 'me');
  await expect(shift(first)).toContainText(kelly);
  await expect(shift(first)).toContainText(en.handover.until);
  await deskOn(first).takeBack.click();
  await expect(deskOn(first).takeBack).toHaveCount(0);
  await refresh(second);
  await expect(fromLotte).toHaveCount(0);
});

test('two accept the same case at once, by the keyboard: the first has it, the other is told', async ({
  browser,
  request,
}) => {
  test.setTimeout(300_000);
  const id = await refer(request);
  const names = ['Ana', 'Bo', 'Cor'].map(nameOf);
  const [ana, bo, cor] = await Promise.all(names.map(() => newDesk(browser, 'desktop')));
  if (!ana || !bo || !cor) throw new Error('no pages');
  for (const [index, page] of [ana, bo, cor].entries()) await join(page, 'en', names[index] ?? '');
  await takeAll(ana, [id]);
  await ana.locator('h1').first().focus();
  await ana.keyboard.press('h');
  await situation(ana, id).focus();
  await ana.keyboard.type('Waits for a call at six.');
  await deskOn(ana).readThrough.press('Enter');
  await deskOn(ana).handOverNow.press('Enter');
  await expect(shift(ana)).toContainText(en.handover.until);

  for (const page of [bo, cor]) {
    await refresh(page);
    await expect(shift(page)).toContainText(names[0] ?? '');
    await shift(page).getByRole('button', { name: en.handover.look }).first().press('Enter');
    await have(page, id).press('Space');
  }
  await Promise.all([bo, cor].map((page) => deskOn(page).accept.press('Enter')));
  const owners = async () => Promise.all([bo, cor].map((page) => row(page, id).getAttribute('data-owner')));
  await expect.poll(async () => (await owners()).sort()).toEqual(['me', 'other']);
  const loser = (await owners()).indexOf('me') === 0 ? cor : bo;
  await expect(loser.getByRole('alert').filter({ hasText: en.handover.changed })).toBeVisible();
});

test('an answer that comes late does not hide what was handed over since', async ({ browser, request }) => {
  test.setTimeout(180_000);
  const ids = await Promise.all([refer(request), refer(request)]);
  const [eva, fay] = [nameOf('Eva'), nameOf('Fay')];
  const [first, second] = [await newDesk(browser, 'desktop'), await newDesk(browser, 'desktop')];
  await join(first, 'en', eva);
  await join(second, 'en', fay);
  let late = () => {};
  let held = false;
  await second.route('**/api/desk/handovers', async (route) => {
    if (held) return route.continue();
    held = true;
    const before = await route.fetch();
    await new Promise<void>((resolve) => {
      late = resolve;
    });
    await route.fulfill({ response: before });
  });
  await takeAll(first, ids);
  await refresh(second);
  await expect.poll(() => held).toBe(true);
  await handOverAll(first, ids, fay);
  await expect(shift(first)).toContainText(en.handover.until);
  await refresh(second);
  await expect(shift(second)).toContainText(eva);
  const answered = second.waitForResponse('**/api/desk/handovers');
  late();
  await answered;
  // What the page does with it, it has done by the next question.
  await refresh(second);
  await expect(shift(second)).toContainText(eva);
});

test('what is being written for the next shift is there after locking', async ({ browser, request }) => {
  test.setTimeout(180_000);
  const id = await refer(request);
  const name = nameOf('Dina');
  const page = await newDesk(browser, 'phone');
  const passphrase = await join(page, 'en', name);
  await takeAll(page, [id]);
  await deskOn(page).handOver.click();
  await situation(page, id).fill('Waits for a call at six.');
  await page.keyboard.press('Escape');
  await deskOn(page).lock.click();
  await signIn(page, name, passphrase);
  await deskOn(page).handOver.click();
  await expect(situation(page, id)).toHaveValue('Waits for a call at six.');
});
