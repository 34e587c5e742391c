import { expect, type Page } from '@playwright/test';
import { ui } from '../../support/ui.ts';
import { deskOn } from '../parts/desk.ts';
import { nameOf } from '../support/case.ts';
import { join, signIn } from '../support/member.ts';
import { refer } from '../support/refer.ts';
import { test } from '../support/test.ts';

/** Counts the notes that the page plays. Where `open` is not set, the browser lets it play none, whatever is tapped. */
async function listen(page: Page, open: boolean): Promise<void> {
  await page.addInitScript((mayPlay) => {
    Object.assign(window, { notes: 0, mayPlay, plays: mayPlay });
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (this: OscillatorNode, at?: number) {
      Reflect.set(window, 'notes', Reflect.get(window, 'notes') + 1);
      start.call(this, at);
    };
    Object.defineProperty(AudioContext.prototype, 'state', {
      get: () => (Reflect.get(window, 'plays') ? 'running' : 'suspended'),
    });
    AudioContext.prototype.resume = async function (this: AudioContext) {
      Reflect.set(window, 'plays', Reflect.get(window, 'mayPlay'));
      this.dispatchEvent(new Event('statechange'));
    };
  }, open);
}

const notes = (page: Page) => page.evaluate(() => Reflect.get(window, 'notes') as number);

/** The button of the sound at the top of the desk. */
const sound = (page: Page) => deskOn(page).sound.first();

test('the sound stays as it was chosen when the desk was locked and is unlocked again', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await listen(page, true);
  const name = nameOf('Loud');
  const passphrase = await join(page, 'en', name);
  await expect(sound(page)).toHaveAttribute('aria-pressed', 'true');
  const again = async () => {
    await page.keyboard.press('l');
    await expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });
    await signIn(page, name, passphrase);
  };
  await sound(page).click();
  await again();
  await expect(sound(page)).toHaveAttribute('aria-pressed', 'false');
  await refer(request, { danger: 'yes' });
  await deskOn(page).refresh.click();
  await expect(deskOn(page).alarm).toBeVisible();
  expect(await notes(page)).toBe(0);
  await sound(page).click();
  await again();
  // Nothing is touched any more: it is heard by itself.
  await expect(sound(page)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => notes(page)).toBeGreaterThan(0);
});

test('where the browser lets nothing be heard, the desk says that it wants a tap, which switches nothing off', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await listen(page, false);
  await join(page, 'en', nameOf('Mute'));
  await expect(sound(page)).toHaveAccessibleName(ui('en', 'desk').sound.tap);
  await expect(sound(page)).toHaveAttribute('aria-pressed', 'false');
  await page.evaluate(() => Reflect.set(window, 'mayPlay', true));
  await sound(page).click();
  await expect(sound(page)).toHaveAttribute('aria-pressed', 'true');
});
