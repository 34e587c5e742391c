import { expect } from '@playwright/test';
import { pathTo } from '../../src/site/routes.ts';
import { TEST_ORIGIN } from '../../tools/test/test-site.ts';
import { click, shown, type, until } from './support/page.ts';
import { fillFormAndScroll, fillRequest, fillWork, openPage, READY } from './support/reporter.ts';
import { tabAt } from './support/tab.ts';
import { test } from './support/test.ts';
import { placesOf, savedControls, savedSession } from './support/traces.ts';

/** A word that stands nowhere else, so that one place where it turns up is one too many. */
const CANARY = 'kanariezwaluw';

/** A word that the test leaves in a careless page, so that finding none of ours means something. */
const CONTROL = 'winterkoninkje';

const FORMS = [
  { path: pathTo('form', 'nl'), fill: fillFormAndScroll },
  { path: pathTo('work', 'nl'), fill: fillWork },
  { path: pathTo('request', 'nl'), fill: fillRequest },
];

/** How many controls of the page hold something. */
const FILLED = `[...document.querySelectorAll('[aria-checked="true"], :checked:not(option)')].length +
  [...document.querySelectorAll('main :is(input[type="text"], textarea, select)')].filter(({ value }) => value).length`;

for (const { path, fill } of FORMS) {
  for (const end of ['quit', 'kill'] as const) {
    test(`${path} (${end}): what was chosen and typed is nowhere on disk, and not there again after a restart`, async ({
      launch,
      profile,
      world,
    }) => {
      const how = { profile, proxy: world.proxy };
      const before = await launch(how);
      const careless = await before.newTab();
      await careless.open('https://careless.test/');
      test.skip(!before.keepsSession(), 'This browser keeps no session.');
      const ours = await before.newTab();
      await openPage(ours, path);
      await fill(ours, CANARY);
      expect(await ours.evaluate(FILLED)).toBeGreaterThan(2);

      await type(careless, '#typed', CONTROL);
      await savedSession(how.profile, CONTROL);
      expect(savedControls(how.profile, TEST_ORIGIN)).toEqual([]);
      await before[end]();

      expect(savedControls(how.profile, TEST_ORIGIN)).toEqual([]);
      expect(placesOf(CANARY, how.profile)).toEqual([]);
      expect(placesOf(CONTROL, how.profile)).not.toEqual([]);

      const after = await launch({ ...how, restore: true });
      const again = await tabAt(after, new URL(TEST_ORIGIN).host);
      await shown(again, READY);
      // Browsers put the place back to which somebody had scrolled when they have put everything else back.
      await until(again, 'scrollY > 0');
      expect(await again.evaluate(FILLED)).toBe(0);
    });
  }
}

test('what careless pages let a browser keep is found', async ({ launch, profile, world }) => {
  const how = { profile, proxy: world.proxy };
  const browser = await launch(how);
  const tab = await browser.newTab();
  await tab.open('https://tick.careless.test/');
  test.skip(!browser.keepsSession(), 'This browser keeps no session.');
  await click(tab, '#ticked');
  // Chromium writes when there is something else to write, such as the place on the page.
  await tab.evaluate('scrollTo(0, 500)');
  await expect
    .poll(() => savedControls(how.profile, 'https://tick.careless.test'), { timeout: 60_000 })
    .toHaveLength(1);
});
