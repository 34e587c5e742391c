import { expect, type Page } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';
import { ui } from '../../support/ui.ts';
import { choose, fill, formOn, reachCheck, receipt } from '../parts/form.ts';
import { button, wordmark } from '../parts/page.ts';
import { AT_WORK, fillForm, fillRequest, fillWork, SOMEBODY } from '../support/reporter.ts';
import { test } from '../support/test.ts';

/*
 * What happens to a telephone while somebody writes on it, on each screen of each form: what was answered stays, or the page
 * says that it did not.
 */

const REQUEST = {
  about: ['copies'],
  copies: { poster: '20' },
  town: 'Gent',
  text: 'Graag op dik papier',
  organisation: 'OCMW',
  name: 'An',
  reply: '',
};

/** Each form, with how all of it is filled in: it ends where it is sent. */
const FORMS = {
  form: (page: Page) =>
    fillForm(page, { ...SOMEBODY, who: 'known', relation: 'friend', aware: 'no', reach: 'no', when: 'week' }),
  work: (page: Page) =>
    fillWork(page, { ...AT_WORK, people: '2', person: 'Ama', place: 'Gent', story: 'Help' }),
  request: (page: Page) => fillRequest(page, REQUEST),
};
type Form = keyof typeof FORMS;

const WORDS = 'Zij slaapt daar';

/** Each form, begun: some words, and what is needed to come to its end. */
const BEGUN: Record<Form, (page: Page) => Promise<void>> = {
  form: async (page) => {
    await choose(page, 'who', 'me');
    await choose(page, 'danger', 'no');
    await fill(page, 'story', WORDS);
    await reachCheck(page);
  },
  work: (page) => fillWork(page, { ...AT_WORK, story: WORDS }),
  request: (page) => fillRequest(page, { ...REQUEST, text: WORDS }),
};

/** The title of what shows, and all that is chosen, ticked or typed, in sight or not. */
const standing = (page: Page) =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const titles = all('main h1, main [aria-level="1"]').filter((title) => title.checkVisibility());
    return {
      titles: titles.map((title) => title.innerText),
      chosen: all('[aria-checked="true"]').map((one) => `${one.id} ${(one as HTMLButtonElement).value}`),
      typed: all('main input, main textarea').map((one) => (one as HTMLInputElement).value),
    };
  });
type Standing = Awaited<ReturnType<typeof standing>>;

/** Puts another app before the page, or takes it away again. */
const lookAway = (page: Page, away: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, away);

/** A call that lasts as long as it says. */
const call = async (page: Page, time: string) => {
  await lookAway(page, true);
  await page.clock.fastForward(time);
  await lookAway(page, false);
};

/** What may happen, and be over again. */
const PASSES: Record<string, (page: Page, before: Standing) => Promise<void>> = {
  'the screen is turned': async (page, before) => {
    await page.setViewportSize({ width: 740, height: 360 });
    expect(await standing(page)).toEqual(before);
    await page.setViewportSize({ width: 360, height: 740 });
  },
  'a call of ten seconds': (page) => call(page, '00:10'),
  'a call of six minutes': async (page) => {
    await call(page, '06:00');
    await expect(formOn(page).uncover).toBeFocused();
    await expect(formOn(page).form).toBeHidden();
    await formOn(page).uncover.click();
  },
  'the network goes and comes back': async (page, before) => {
    await page.context().setOffline(true);
    await page.evaluate(() => dispatchEvent(new Event('offline')));
    expect(await standing(page)).toEqual(before);
    await page.context().setOffline(false);
  },
  'the name of the site, a reload, Back and Forward, and staying': async (page, before) => {
    const { words, next } = formOn(page);
    await wordmark(page).click();
    await expect(words.question).toBeFocused();
    await words.stay.click();
    expect(await standing(page)).toEqual(before);
    const asked = page.waitForEvent('dialog', { timeout: 10_000 });
    await page.evaluate(() => void setTimeout(() => location.reload()));
    await (await asked).dismiss();
    expect(await standing(page)).toEqual(before);
    await page.goBack();
    // Nothing lies before the first screen: there the page asks.
    if (await words.question.isVisible()) return words.stay.click();
    await page.goForward();
    const { chosen, typed } = await standing(page);
    expect({ chosen, typed }).toEqual({ chosen: before.chosen, typed: before.typed });
    await next.click();
  },
};

/** Opens a form on a telephone whose time is the test's own. */
async function open(page: Page, form: Form): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(pathTo(form, 'nl'));
  await expect(formOn(page).notReady).toBeHidden();
}

/** Does something on every screen of a form that is filled in, from its last to its first. Gives how many there were. */
async function onEachScreen(page: Page, act: () => Promise<void>): Promise<number> {
  for (let screens = 1; ; screens++) {
    await act();
    const { back } = formOn(page);
    if (!(await back.isVisible())) return screens;
    await back.click();
  }
}

/** How many screens each form has when it is filled in so, the first and the last among them. */
const SCREENS: Record<Form, number> = { form: 15, work: 3, request: 1 };

for (const form of Object.keys(FORMS) as Form[]) {
  for (const [what, happens] of Object.entries(PASSES)) {
    test(`${form}, ${what}: every answer still stands, on each screen`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.clock.install();
      await open(page, form);
      await FORMS[form](page);
      const screens = await onEachScreen(page, async () => {
        const before = await standing(page);
        await happens(page, before);
        expect(await standing(page)).toEqual(before);
      });
      expect(screens).toBe(SCREENS[form]);
    });
  }

  test(`${form}, a call of forty minutes: nothing is left, and the page says that nothing was sent`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const { emptied } = ui('nl', form);
    await page.clock.install();
    // Every screen in turn, from the last to the first: on that one there is no way back.
    for (let screen = 0, isFirst = false; !isFirst; screen++) {
      await open(page, form);
      await BEGUN[form](page);
      for (let back = 0; back < screen; back++) await formOn(page).back.click();
      isFirst = !(await formOn(page).back.isVisible());
      await call(page, '40:00');
      await expect(page.getByRole('heading', { level: 1, name: emptied.title })).toBeFocused();
      await expect(page.getByRole('main')).toContainText(emptied.nothing);
      expect(await standing(page)).toMatchObject({ chosen: [], typed: [] });
      expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(WORDS);
    }
    await button(page, emptied.again).click();
    await expect(formOn(page).notReady).toBeHidden();
    expect((await standing(page)).typed.join('')).toBe('');
  });

  test(`${form}, the browser ends and comes back: nothing was kept, and the page says how to tell what became of it`, async ({
    page,
  }) => {
    // The browser's own question before a reload: an end asks nobody.
    page.on('dialog', (dialog) => dialog.accept());
    await open(page, form);
    await FORMS[form](page);
    await page.reload();
    await expect(formOn(page).returned).toBeVisible();
    const { chosen, typed } = await standing(page);
    expect(chosen).toEqual([]);
    expect(typed.join('')).toBe('');
    const kept = () => [localStorage.length, sessionStorage.length, history.state, document.cookie];
    expect(await page.evaluate(kept)).toEqual([0, 0, null, '']);
  });

  test(`${form}, the answer of the worker is lost: the same bytes again, one receipt, and turning shows the same code`, async ({
    page,
  }) => {
    const seen: { bytes: string; status: number }[] = [];
    await page.route('**/api/referrals/*', async (route) => {
      const response = await route.fetch();
      seen.push({
        bytes: `${route.request().url()} ${route.request().postData()}`,
        status: response.status(),
      });
      return seen.length === 1 ? route.abort('connectionreset') : route.fulfill({ response });
    });
    await open(page, form);
    await FORMS[form](page);
    await formOn(page).send.click();
    await expect(receipt(page)).toBeVisible({ timeout: 30_000 });
    // Stored by the first, known again by the second.
    expect(seen.map(({ status }) => status)).toEqual([201, 200]);
    expect(new Set(seen.map(({ bytes }) => bytes)).size).toBe(1);
    const code = await receipt(page).innerText();
    await page.setViewportSize({ width: 740, height: 360 });
    expect((await receipt(page).innerText()).replace(/\D/g, '')).toBe(code.replace(/\D/g, ''));
    await page.setViewportSize({ width: 360, height: 740 });
    // Back shows that it was sent: nobody sends it twice.
    await formOn(page).noted.click();
    await page.goBack();
    await expect(formOn(page).already).toBeVisible();
    expect(seen).toHaveLength(2);
  });
}
