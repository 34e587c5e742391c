import { expect, type Page } from '@playwright/test';
import { filled, sentence, ui } from '../../support/ui.ts';
import { answers, deskOn, fromMenu, saidIn, sendAnswer } from '../parts/desk.ts';
import { button } from '../parts/page.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { nameOf, openCase } from '../support/case.ts';
import { hide } from '../support/desk.ts';
import { join, signIn } from '../support/member.ts';
import { refer } from '../support/refer.ts';
import { test } from '../support/test.ts';

/** The saved answers as a member finds them on a page in this language. */
function savedOn(page: Page, language: 'nl' | 'fr' | 'en') {
  const words = ui(language, 'desk');
  const dialog = page.getByRole('dialog', { name: words.saved.title, exact: true });
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });
  return {
    words,
    dialog,
    open: () => fromMenu(page, words.saved.title),
    add: button(dialog, words.saved.add),
    name: field(words.saved.name),
    said: (tag: 'nl' | 'fr' | 'en') =>
      field(new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? ''),
    save: button(dialog, words.saved.action),
    one: (name: string) => dialog.getByRole('button', { name: sentence(name) }),
    press: (name: string) => button(dialog, name),
    /** Where they are chosen for an answer. */
    fold: page.locator('.answer-box summary').filter({ hasText: words.saved.title }),
    language: page.getByRole('combobox', { name: words.saved.language, exact: true }),
    choose: (name: string) => page.locator('.answer-box').getByRole('button', { name: sentence(name) }),
  };
}

for (const [width, height] of [
  [360, 740],
  [1280, 800],
] as const) {
  test(`an answer that one member saves is put into a colleague’s, and sent by nobody else, at ${width}`, async ({
    page,
    browser,
    request,
  }) => {
    test.setTimeout(180_000);
    const { id } = await refer(request, { speaks: 'fr' });
    const name = nameOf('Bellen');
    const text = { nl: `Wanneer kan u bellen? ${name}`, fr: `Quand appeler ? ${name}` };
    const other = await (await browser.newContext()).newPage();
    for (const one of [page, other]) await one.setViewportSize({ width, height });
    await join(page, 'nl', nameOf('Ana'));
    const ana = savedOn(page, 'nl');
    const bodies: string[] = [];
    page.on('request', (one) => bodies.push(one.postData() ?? ''));
    await ana.open();
    await ana.add.click();
    await ana.save.click();
    await expect(ana.dialog.getByText(ana.words.saved.nameless)).toBeVisible();
    await ana.name.fill(name);
    await ana.save.click();
    await expect(ana.dialog.getByText(ana.words.saved.empty)).toBeVisible();
    await ana.said('nl').fill('a'.repeat(1501));
    await ana.save.click();
    await expect(saidIn(ana.dialog)).toBeVisible();
    await ana.said('nl').fill(`  ${text.nl}\n`);
    await ana.said('fr').fill(text.fr);
    await expectNoBarriers(page);
    await ana.save.click();
    await expect(ana.dialog.getByText(filled(ana.words.saved.saved, { name }))).toBeVisible();
    await expectNoBarriers(page);
    for (const said of [name, text.nl, text.fr]) expect(bodies.join()).not.toContain(said);

    await join(other, 'en', nameOf('Bo'));
    const bo = savedOn(other, 'en');
    await openCase(other, id);
    const asked: string[] = [];
    await bo.fold.click();
    await expect(bo.language).toHaveValue('fr');
    await expectNoBarriers(other);
    other.on('request', (one) => asked.push(one.url()));
    await bo.choose(name).click();
    // Which one is chosen, nobody is told. Scripts that come later come by themselves.
    expect(asked.filter((url) => !/\/_desk\/|\/threads/.test(url))).toEqual([]);
    const { answer } = deskOn(other);
    await expect(answer).toBeFocused();
    await expect(answer).toHaveValue(text.fr);
    await bo.language.selectOption('nl');
    await bo.choose(name).click();
    await expect(answer).toHaveValue(`${text.fr}\n${text.nl}`);
    await expect(answers(other)).toHaveCount(0);
    await answer.fill(`${text.fr} Anaïs`);
    await sendAnswer(other);
    await expect(answers(other)).toHaveText(`${text.fr} Anaïs`);
    await other.context().close();
  });
}

test('what is half written of a saved answer outlives the lock, and goes with closing or saving', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.clock.install();
  const member = nameOf('Half');
  const passphrase = await join(page, 'en', member);
  const saved = savedOn(page, 'en');
  const { back } = saved.words.saved;
  const name = nameOf('Bed');
  /** The tab is hidden until the desk has locked, and the member comes back. */
  const lockAndReturn = async () => {
    await hide(page, true);
    await page.clock.fastForward(6 * 60_000);
    await expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });
    await signIn(page, member, passphrase);
  };

  await saved.open();
  await saved.add.click();
  await saved.name.fill(name);
  await saved.said('en').fill('There is a b');
  await lockAndReturn();
  await expect(saved.name).toHaveValue(name);
  await expect(saved.said('en')).toHaveValue('There is a b');
  await saved.said('en').fill('There is a bed.');
  await saved.save.click();
  await expect(saved.dialog.getByText(filled(saved.words.saved.saved, { name }))).toBeVisible();

  // What is changed goes in the place of what was there, also afterwards.
  await saved.one(name).click();
  await saved.said('nl').fill('Er is een bed.');
  await lockAndReturn();
  await expect(saved.said('nl')).toHaveValue('Er is een bed.');
  await expect(saved.said('en')).toHaveValue('There is a bed.');
  await saved.save.click();
  await expect(saved.one(name)).toHaveCount(1);

  await saved.one(name).click();
  await saved.said('nl').fill('Er is');
  await saved.press(back).click();
  await saved.one(name).click();
  await expect(saved.said('nl')).toHaveValue('Er is een bed.');
  await saved.said('nl').fill('Er is');
  await page.keyboard.press('Escape');
  await expect(saved.dialog).toHaveCount(0);
  await lockAndReturn();
  await expect(saved.dialog).toHaveCount(0);
});

test('what two members change at once both see, and what one deletes is gone for both', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const other = await (await browser.newContext()).newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  const [nameA, nameB, name] = [nameOf('Ana'), nameOf('Bo'), nameOf('Bed')];
  await join(page, 'en', nameA);
  await join(other, 'en', nameB);
  const [ana, bo] = [savedOn(page, 'en'), savedOn(other, 'en')];
  await ana.open();
  await ana.add.click();
  await ana.name.fill(name);
  await ana.said('en').fill('There is a bed.');
  await ana.save.click();
  for (const one of [ana, bo]) {
    if (one === bo) await bo.open();
    await one.one(name).click();
    await expect(one.said('en')).toHaveValue('There is a bed.');
  }
  await bo.said('en').fill('There is a bed tonight.');
  await bo.save.click();
  await expect(bo.dialog.getByText(filled(bo.words.saved.saved, { name }))).toBeVisible();

  await ana.said('en').fill('There is no bed.');
  await ana.save.click();
  const theirs = ana.dialog.locator('[data-version="theirs"]');
  await expect(theirs).toContainText('There is a bed tonight.');
  await expect(theirs).toContainText(filled(ana.words.saved.by, { name: nameB }));
  await expect(ana.dialog.locator('[data-version="wanted"]')).toContainText('There is no bed.');
  await expectNoBarriers(page);
  await ana.press(ana.words.conflict.mine).click();
  await expect(ana.dialog.getByText(filled(ana.words.saved.saved, { name }))).toBeVisible();

  // What a colleague changed is not deleted before it was read.
  await bo.one(name).click();
  await ana.one(name).click();
  await ana.said('en').fill('There is one bed.');
  await ana.save.click();
  await expect(ana.one(name)).toBeVisible();
  await bo.press(bo.words.saved.remove).click();
  await bo.press(bo.words.saved.confirm).click();
  await expect(bo.dialog.getByText(filled(bo.words.saved.newer, { name: nameA }))).toBeVisible();
  await expect(bo.said('en')).toHaveValue('There is one bed.');
  await bo.press(bo.words.saved.remove).click();
  await bo.press(bo.words.saved.keep).click();
  await bo.press(bo.words.saved.remove).click();
  await bo.press(bo.words.saved.confirm).click();
  await expect(bo.dialog.getByText(filled(bo.words.saved.removed, { name }))).toBeVisible();

  await ana.one(name).click();
  await ana.said('en').fill('There are two beds.');
  await ana.save.click();
  await expect(theirs).toContainText(ana.words.saved.gone);
  await ana.press(ana.words.conflict.leave).click();
  await expect(ana.one(name)).toHaveCount(0);
  await ana.press(ana.words.help.close).click();
  await fromMenu(page, ana.words.audit.title);
  const told = page.getByRole('dialog', { name: ana.words.audit.title, exact: true });
  await expect(told.locator('[data-did="answer-removed"]').first()).toContainText(name);
  await expect(told.locator('[data-did="answer-saved"]').first()).toContainText(name);
  await other.context().close();
});
