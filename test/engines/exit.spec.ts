import { expect } from '@playwright/test';
import { pathTo } from '../../src/site/routes.ts';
import { TEST_ORIGIN } from '../../tools/test/test-site.ts';
import { click, follow, pressShift, until } from './support/page.ts';
import { fillForm } from './support/reporter.ts';
import { type Tab, tabAt } from './support/tab.ts';
import { test } from './support/test.ts';
import { savedSession } from './support/traces.ts';

const SEARCH = 'https://search.test/';

/** Two pages of ours, one after the other: the start, the brand, help, forms, mailbox, and what isn't there. */
const WAYS = [
  ['/', '/fr/'],
  ['/nl/', pathTo('help', 'nl')],
  [pathTo('help', 'nl'), pathTo('form', 'nl')],
  [pathTo('form', 'en'), pathTo('mailbox', 'en')],
  ['/fr/', '/fr/faire-un-don/'],
  ['/nl/nowhere/', pathTo('worried', 'nl')],
] as const;

const EXITS = {
  'the button': (tab: Tab) => click(tab, '[data-exit]'),
  'Shift three times': (tab: Tab) => pressShift(tab, 3),
};

/** Waits until the tab shows, whole, the site of a host. */
const at = (tab: Tab, host: string) =>
  until(tab, `location.host === '${host}' && document.readyState === 'complete'`);

async function visit(tab: Tab, way: readonly [string, string]): Promise<void> {
  await tab.open(SEARCH);
  for (const path of way) await follow(tab, path);
}

for (const way of WAYS) {
  for (const [name, leave] of Object.entries(EXITS)) {
    test(`${way.join(' → ')}, left by ${name}: Back and Forward show the weather, never us`, async ({
      tab,
    }) => {
      await visit(tab, way);
      await leave(tab);
      await at(tab, 'www.meteo.be');
      await tab.traverse(-1);
      await at(tab, 'www.meteo.be');
      // The page before ours is reached, so that the steps between are known to have been ours.
      await tab.traverse(-1);
      await at(tab, 'search.test');
      await tab.traverse(1);
      await at(tab, 'www.meteo.be');
      await tab.traverse(1);
      await at(tab, 'www.meteo.be');
    });
  }
}

test('Back and Forward from the middle of a visit: what was ahead shows nothing of us either', async ({
  tab,
}) => {
  await visit(tab, ['/nl/', pathTo('help', 'nl')]);
  await follow(tab, pathTo('form', 'nl'));
  await tab.traverse(-1);
  await until(tab, `location.pathname === '${pathTo('help', 'nl')}' && document.readyState === 'complete'`);
  await pressShift(tab, 3);
  await at(tab, 'www.meteo.be');
  for (const delta of [1, 1, -1] as const) {
    await tab.traverse(delta);
    await at(tab, 'www.meteo.be');
  }
});

for (const [name, leave] of Object.entries(EXITS)) {
  test(`a form in which somebody has written, left by ${name}: nothing asks, and Back shows the weather`, async ({
    tab,
  }) => {
    await visit(tab, [pathTo('help', 'nl'), pathTo('form', 'nl')]);
    await fillForm(tab, 'kanarie');
    await leave(tab);
    await at(tab, 'www.meteo.be');
    for (const delta of [-1, -1] as const) {
      await tab.traverse(delta);
      await at(tab, 'www.meteo.be');
    }
  });
}

test('while the weather does not come, a reload shows an empty page', async ({ engine, tab, world }) => {
  // The remote protocols of the others are silent then. For Chromium test/browser/site/quick-exit.spec.ts tries this.
  test.skip(engine.name !== 'firefox', 'Only Firefox can be asked while another site is on its way.');
  await visit(tab, ['/nl/', pathTo('help', 'nl')]);
  world.hold(true);
  await pressShift(tab, 3);
  await until(tab, "document.title === '…'");
  const empty = "document.title === '…' && /^(Even laden)?$/.test(document.body?.innerText.trim() ?? '')";
  await tab.evaluate('setTimeout(() => location.reload(), 0)');
  await until(tab, `performance.getEntriesByType('navigation')[0]?.type === 'reload' && ${empty}`);
  world.hold(false);
});

test.describe('after the browser was restarted, with all that was open', () => {
  for (const end of ['quit', 'kill'] as const) {
    test(`(${end}) the weather is there, and nothing of ours`, async ({ engine, launch, profile, world }) => {
      const how = { profile, proxy: world.proxy };
      const before = await launch(how);
      const tab = await before.newTab();
      await visit(tab, ['/nl/', pathTo('help', 'nl')]);
      await click(tab, '[data-exit]');
      await at(tab, 'www.meteo.be');
      test.skip(!before.keepsSession(), 'This browser keeps no session.');
      if (end === 'kill') await savedSession(how.profile, 'www.meteo.be');
      await before[end]();

      const after = await launch({ ...how, restore: true });
      const restored = await tabAt(after, 'www.meteo.be');
      const hosts = await Promise.all((await after.tabs()).map((each) => each.evaluate('location.host')));
      expect(hosts).not.toContain(new URL(TEST_ORIGIN).host);
      // The mark that makes Back leave again lasts only where the browser had the time, and the habit, to write it
      // down (docs/threat-model.md).
      if (engine.name === 'chromium' && end === 'quit') {
        await restored.traverse(-1);
        await at(restored, 'www.meteo.be');
        await restored.traverse(-1);
        await at(restored, 'search.test');
      }
    });
  }
});
