import { expect, type Page } from '@playwright/test';
import { ui } from '../../support/ui.ts';
import { deskOn, row } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { nameOf, openCase } from '../support/case.ts';
import { hide } from '../support/desk.ts';
import { join, signIn } from '../support/member.ts';
import { refer } from '../support/refer.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');

const sheet = (page: Page) => deskOn(page).sheet;
const choice = (page: Page, name: string) => sheet(page).getByRole('radio', { name, exact: true });
const field = (page: Page, label: string) => sheet(page).getByLabel(label, { exact: true });

test('what is half filled in of how a case goes on outlives the lock, and goes with closing the sheet', async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  const [one, other] = [await refer(request, { age: 'adult' }), await refer(request)];
  await page.setViewportSize({ width: 360, height: 740 });
  await page.clock.install();
  const name = nameOf('Sheet');
  const passphrase = await join(page, 'en', name);
  await openCase(page, one.id);
  await deskOn(page).take.click();
  const begin = async (step: string) => {
    await deskOn(page).next.click();
    await button(sheet(page), step).click();
  };
  /** The tab is hidden until the desk has locked, and a member comes back. */
  const lockAndReturn = async () => {
    await hide(page, true);
    await page.clock.fastForward(6 * 60_000);
    await expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });
    await signIn(page, name, passphrase);
  };

  await begin(en.next.close);
  await choice(page, en.outcome.support).check();
  await field(page, en.next.note).fill('Shelter found');
  await choice(page, en.card.origin.person).check();
  await choice(page, en.card.presumed.yes).check();
  await choice(page, en.card.sex.f).check();
  await lockAndReturn();
  await expect(field(page, en.next.note)).toHaveValue('Shelter found');
  for (const said of [en.outcome.support, en.card.origin.person, en.card.sex.f])
    await expect(choice(page, said)).toBeChecked();
  // It was only filled in: the case is as it was.
  await expect(row(page, one.id)).toHaveAttribute('data-owner', 'me');
  await button(sheet(page), en.next.cancel).click();
  await expect(sheet(page)).toHaveCount(0);
  await begin(en.next.close);
  await expect(field(page, en.next.note)).toHaveValue('');
  await expect(choice(page, en.outcome.support)).not.toBeChecked();

  // With which case it would be merged, as far as that was chosen.
  await choice(page, en.outcome.duplicate).check();
  await field(page, en.next.same).selectOption(other.id);
  await lockAndReturn();
  await expect(field(page, en.next.same)).toHaveValue(other.id);
  await expect(button(sheet(page), en.next.compare)).toBeVisible();
  await button(sheet(page), en.next.cancel).click();

  await begin(en.next.urgency);
  await choice(page, en.urgency.week).check();
  await field(page, en.next.why).fill('She has a bed');
  await lockAndReturn();
  await expect(choice(page, en.urgency.week)).toBeChecked();
  await expect(field(page, en.next.why)).toHaveValue('She has a bed');
  await button(sheet(page), en.next.setIt).click();
  await expect(sheet(page)).toHaveCount(0);
  await expect(row(page, one.id)).toHaveAttribute('data-urgency', 'week');
  // What was done is not begun any more.
  await lockAndReturn();
  await expect(deskOn(page).answer).toBeVisible();
  await expect(sheet(page)).toHaveCount(0);
});

test('each step of the sheet begins at its heading for who listens, and closing leads back to where it was opened', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const { id } = await refer(request, { who: 'work', work: { service: 'x', consent: 'unasked', people: 3 } });
  await join(page, 'en', nameOf('Steps'));
  await openCase(page, id);
  await deskOn(page).take.click();
  for (const step of ['again', 'give', 'urgency', 'link', 'split', 'close'] as const) {
    await deskOn(page).next.click();
    await button(sheet(page), en.next[step]).focus();
    await page.keyboard.press('Enter');
    await expect(sheet(page).getByRole('heading', { name: en.next[step], exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toHaveCount(0);
    await expect(deskOn(page).next).toBeFocused();
  }
});
