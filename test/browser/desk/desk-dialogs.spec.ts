import { expect, type Page } from '@playwright/test';
import { ui } from '../../support/ui.ts';
import { deskOn, fromMenu } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { passingOn } from '../parts/passing-on.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf, openCase } from '../support/case.ts';
import { join } from '../support/member.ts';
import { refer } from '../support/refer.ts';
import { test } from '../support/test.ts';

/** What can be seen of the dialog on top in the colours of the system: its edge, and how the act of the moment stands out. */
async function edges(page: Page) {
  return page.evaluate(() => {
    const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
    const width = (selector: string) => {
      const found = dialog?.querySelector(selector);
      return found ? Number.parseFloat(getComputedStyle(found).borderTopWidth) : null;
    };
    const own = dialog && getComputedStyle(dialog);
    return {
      edge: own ? Number.parseFloat(own.borderTopWidth) : 0,
      shown: own?.borderTopColor !== own?.backgroundColor,
      loud: width('.primary'),
      quiet: width('.quiet'),
    };
  });
}

for (const [language, width, height] of [
  ['fr', 360, 740],
  ['nl', 1280, 800],
] as const) {
  test(`at ${width} × ${height} every dialog is read by day, at night and in the colours of the system`, async ({
    page,
    request,
  }) => {
    test.setTimeout(400_000);
    const words = ui(language, 'desk');
    const { id } = await refer(request, { who: 'known', age: 'minor', danger: 'no', place: 'Gent' });
    const other = await refer(request, { age: 'adult' });
    await page.setViewportSize({ width, height });
    await join(page, language, nameOf('Dialogs'));
    await openCase(page, id);
    await deskOn(page).take.click();
    await expect(deskOn(page).next).toBeVisible();
    const { sheet } = deskOn(page);
    const step = async (name: string) => {
      await deskOn(page).next.click();
      await button(sheet, name).click();
    };
    const pick = (label: string) => sheet.getByLabel(label, { exact: true }).selectOption(other.id);
    const dialogs: Readonly<Record<string, () => Promise<void>>> = {
      'the next step': () => deskOn(page).next.click(),
      again: () => step(words.next.again),
      urgency: () => step(words.next.urgency),
      async link() {
        await step(words.next.link);
        await pick(words.next.linkWhich);
      },
      async 'close, with the register card'() {
        await step(words.next.close);
        await sheet.getByRole('radio', { name: words.outcome.support, exact: true }).check();
        await sheet.getByRole('radio', { name: words.card.presumed.yes, exact: true }).check();
      },
      async merge() {
        await step(words.next.close);
        await sheet.getByRole('radio', { name: words.outcome.duplicate, exact: true }).check();
        await pick(words.next.same);
        await button(sheet, words.next.compare).click();
      },
      async 'pass on'() {
        await passingOn(page).begin.click();
        await passingOn(page).to('other').check();
        await passingOn(page).agrees('no').check();
      },
      'hand over': () => fromMenu(page, words.handover.action),
      count: () => fromMenu(page, words.count.open),
      people: () => fromMenu(page, words.people.open),
      'the alarm, with a trial of it': () => fromMenu(page, words.ring.title),
    };
    for (const [name, open] of Object.entries(dialogs)) {
      await test.step(name, async () => {
        await open();
        await expect(sheet).toBeVisible();
        for (const theme of ['light', 'dark']) {
          // The desk goes by the clock, which has one of the two now.
          await page.evaluate((now) => {
            document.documentElement.dataset['theme'] = now;
          }, theme);
          await expectNoBarriers(page);
        }
        await page.emulateMedia({ forcedColors: 'active' });
        const { edge, shown, loud, quiet } = await edges(page);
        expect([edge > 0, shown]).toEqual([true, true]);
        if (loud !== null && quiet !== null) expect(loud).toBeGreaterThan(quiet);
        await expectNoBarriers(page);
        await page.emulateMedia({ forcedColors: 'none' });
        await page.keyboard.press('Escape');
        await expect(sheet).toHaveCount(0);
      });
    }
  });
}
