import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { yearFigures } from '../../../src/desk/figures/year.ts';
import { filled, sentence, ui } from '../../support/ui.ts';
import { cardsOf } from '../../unit/desk/figures/cards.ts';
import { fromMenu } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf } from '../support/case.ts';
import { join } from '../support/member.ts';
import { storeTallies } from '../support/tallies.ts';
import { test } from '../support/test.ts';

const en = ui('en', 'desk');
const thisYear = new Date().getFullYear();

const choose = (page: Page, legend: string, name: string) =>
  page.getByRole('group', { name: legend, exact: true }).getByRole('radio', { name, exact: true }).check();

for (const [width, height] of [
  [360, 740],
  [1280, 800],
] as const) {
  test(`what came by telephone is counted in four taps at ${width}, and no one hears of more`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await join(page, 'en', nameOf('Counts'));
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(`${request.url()} ${request.postData()}`);
    });
    await fromMenu(page, en.count.open);
    await button(page, en.count.action).click();
    await expect(page.getByRole('alert').filter({ hasText: en.count.missing })).toBeVisible();
    await choose(page, en.card.channel.label, en.card.channel.telephone);
    await choose(page, en.card.origin.label, en.card.origin.medical);
    await choose(page, en.count.outcome, en.outcome.advice);
    await choose(page, en.card.language.label, en.card.language.fr);
    await expectNoBarriers(page);
    await button(page, en.count.action).click();
    await expect(page.getByRole('status').filter({ hasText: en.count.done })).toBeVisible();
    // Nothing that was chosen is in what went: a month, and what is sealed.
    const [tally] = sent.filter((one) => one.includes('/tallies/'));
    expect(tally).toMatch(new RegExp(` {"month":"${thisYear}-\\d\\d","envelope":"[\\w-]{1516}"}$`));
    await button(page, en.count.undo).click();
    await expect(page.getByRole('status').filter({ hasText: en.count.undone })).toBeVisible();
    await button(page, en.count.another).click();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  });
}

test('the figures of a year that has ended are shown, and saved as CSV and for the annual report', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const year = thisYear - 1;
  const cards = cardsOf(year, 300);
  await storeTallies(cards);
  const { totals } = yearFigures(year, cards);
  if (typeof totals.contacts !== 'number') throw new Error('The cards are too few');
  await page.setViewportSize({ width: 360, height: 740 });
  await join(page, 'en', nameOf('Figures'));
  await fromMenu(page, en.count.figures);
  await expect(
    page.getByRole('heading', { name: filled(en.figures.title, { year: thisYear }) }),
  ).toBeVisible();
  await expect(button(page, en.figures.csv)).toHaveCount(0);
  await button(page, filled(en.figures.other, { year })).click();
  // Each of them is opened and its signature checked, which takes seconds where others work on the machine.
  await expect(page.getByText(sentence(en.figures.ends))).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(filled(en.figures.contacts_other, { count: totals.contacts }))).toBeVisible();
  await page.getByText(en.figures.origins, { exact: true }).click();
  await page.getByText(en.figures['sex-age'], { exact: true }).click();
  await expectNoBarriers(page);
  const saved = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
    return { file: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };
  const csv = await saved(en.figures.csv);
  expect(csv.file).toBe(`pag-asa-${year}.csv`);
  expect(csv.text).toContain(`${en.figures.origins},${en.figures.total},,${totals.contacts},`);
  const yaml = await saved(en.figures.yaml);
  expect(yaml.file).toBe(`pag-asa-${year}.yaml`);
  expect(yaml.text).toContain(`year: ${year}`);
});
