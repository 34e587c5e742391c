import { expect, type Locator, type Page } from '@playwright/test';
import { playbooksFor } from '../../../src/questions/playbooks.ts';
import { deskTexts } from '../../../src/texts/desk-texts.ts';
import { sampleReferral } from '../../samples/referral.ts';
import { ui } from '../../support/ui.ts';
import { answers, deskOn, fromMenu } from '../parts/desk.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf, openCase } from '../support/case.ts';
import { join } from '../support/member.ts';
import { refer } from '../support/refer.ts';
import { test } from '../support/test.ts';

const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

/** The folded titles of playbooks, in their order. */
const titles = (within: Locator) => within.locator('summary');

/** The phrases that may be put into an answer, folded. */
const phrases = (page: Page, language: 'nl' | 'fr') =>
  page
    .locator('.answer-box details')
    .filter({ has: page.getByText(ui(language, 'desk').phrases.title, { exact: true }) });

/** Moves by one key of the keyboard alone until something has the focus. */
async function moveTo(page: Page, key: 'Tab' | 'ArrowDown', wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('The keyboard does not reach it');
}

const tabTo = (page: Page, wanted: Locator) => moveTo(page, 'Tab', wanted);

for (const size of sizes) {
  test(`a playbook is read and a phrase is sent by the keyboard alone, ${size.width} wide`, async ({
    page,
    request,
  }) => {
    test.setTimeout(180_000);
    const fields = { danger: 'yes', age: 'minor', speaks: 'ar', happening: ['watched'] } as const;
    const { id } = await refer(request, { ...fields, happening: ['watched'] });
    const texts = deskTexts('nl');
    const fits = playbooksFor(sampleReferral({ ...fields, happening: ['watched'] })).map(
      (known) => texts.playbooks.find((one) => one.id === known)?.title ?? '',
    );
    await page.setViewportSize(size);
    await join(page, 'nl', nameOf('Draai'));
    await openCase(page, id);

    const { fitting, menu, allPlaybooks, phraseLanguage, answer, review, send } = deskOn(page);
    await expect(titles(fitting)).toHaveText(fits);
    await expect(fitting.getByRole('listitem').filter({ visible: true })).toHaveCount(0);
    await tabTo(page, titles(fitting).first());
    await page.keyboard.press('Enter');
    await expect(fitting.getByRole('link', { name: '112' }).first()).toHaveAttribute('href', 'tel:112');
    const steps = texts.playbooks[0]?.steps.length ?? 0;
    await expect(fitting.getByRole('list').first().getByRole('listitem')).toHaveCount(steps);
    await expectNoBarriers(page);

    // The phrases stand in the person's language, each with what it means; choosing one sends nothing.
    const arabic = texts.phrases.find(({ language }) => language === 'ar');
    const dutch = texts.phrases.find(({ language }) => language === 'nl');
    await tabTo(page, titles(phrases(page, 'nl')));
    await page.keyboard.press('Enter');
    await expect(phraseLanguage).toHaveValue('ar');
    await expect(page.getByText(ui('nl', 'desk').phrases.unread)).toBeVisible();
    const phrase = page.getByRole('button', { name: `${arabic?.says['read']} ${dutch?.says['read']}` });
    await tabTo(page, phrase);
    await expectNoBarriers(page);
    await page.keyboard.press('Enter');
    await expect(answer).toBeFocused();
    await expect(answer).toHaveValue(arabic?.says['read'] ?? '');
    await page.getByRole('button', { name: dutch?.says['interpreter'] ?? '' }).press('Enter');
    const both = `${arabic?.says['read']}\n${arabic?.says['interpreter']}`;
    await expect(answer).toHaveValue(both);
    await expect(answers(page)).toHaveCount(0);
    await tabTo(page, review);
    await page.keyboard.press('Enter');
    await expect(send).toBeEnabled();
    await tabTo(page, send);
    await page.keyboard.press('Enter');
    await expect(answers(page)).toHaveText(both);

    // All of them, and what to do without an interpreter, are in the head; Escape leads back to where one was.
    await menu.press('Enter');
    await moveTo(
      page,
      'ArrowDown',
      page.getByRole('list').getByRole('button', { name: ui('nl', 'desk').playbooks.title }),
    );
    await page.keyboard.press('Enter');
    await expect(titles(allPlaybooks)).toHaveText(texts.playbooks.map(({ title }) => title));
    await expect(allPlaybooks.getByText(ui('nl', 'desk').interpreters.none)).toBeVisible();
    await tabTo(page, titles(allPlaybooks).last());
    await page.keyboard.press('Enter');
    await expectNoBarriers(page);
    await page.keyboard.press('Escape');
    await expect(allPlaybooks).toHaveCount(0);
    await expect(menu).toBeFocused();
  });
}

test('a language without phrases is said to have none, and another can be chosen', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const { id } = await refer(request, { speaks: 'ps' });
  await join(page, 'fr', nameOf('Langue'));
  await openCase(page, id);
  await titles(phrases(page, 'fr')).click();
  const { phraseLanguage, answer } = deskOn(page);
  const said = ui('fr', 'desk').phrases.missing.split('(')[0] ?? '-';
  await expect(phrases(page, 'fr').getByText(said)).toContainText('pachto');
  await expect(phraseLanguage).toHaveValue('fr');
  await phraseLanguage.selectOption('fa-AF');
  const dari = deskTexts('fr').phrases.find(({ language }) => language === 'fa-AF');
  await page.getByText(dari?.says['sleep'] ?? '-').click();
  await expect(answer).toHaveValue(dari?.says['sleep'] ?? '');
});

test('danger that comes while playbooks are read is seen over them, and opened from there', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await join(page, 'en', nameOf('Reader'));
  const { allPlaybooks } = deskOn(page);
  await fromMenu(page, ui('en', 'desk').playbooks.title);
  await refer(request, { danger: 'yes', speaks: 'nl' });
  const over = allPlaybooks.getByRole('alert').getByRole('button').first();
  await expect(over).toBeInViewport({ ratio: 1, timeout: 40_000 });
  await over.click();
  await expect(allPlaybooks).toHaveCount(0);
  await expect(page.locator('#referral-title')).toBeFocused();
});
