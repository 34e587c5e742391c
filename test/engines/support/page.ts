import { expect } from '@playwright/test';
import { TEST_ORIGIN } from '../../../tools/test/test-site.ts';
import type { Input, Tab } from './tab.ts';

/** Milliseconds until something has to have happened: two cores may have much to do, and passphrases to stretch. */
const SOON = 60_000;

/** What an expression gives in the page, or nothing while the page changes. */
const ask = (tab: Tab, expression: string) => tab.evaluate(expression).catch(() => undefined);

/** What tells where a tab is when it isn't where it should be. */
const WHERE = "[location.href, document.readyState, document.title].join(' ')";

/** Waits until an expression is true in the page. Throws with what the page was instead. */
export async function until(tab: Tab, expression: string): Promise<void> {
  const deadline = Date.now() + SOON;
  while ((await ask(tab, `!!(${expression})`)) !== true) {
    if (Date.now() > deadline) throw new Error(`${expression} is false at ${await ask(tab, WHERE)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const find = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;

/** Waits until something is on the page and shown. */
export const shown = (tab: Tab, selector: string) =>
  until(tab, `${find(selector)}?.checkVisibility({ visibilityProperty: true })`);

/** The text of something on the page. */
export const textOf = async (tab: Tab, selector: string) =>
  String(await tab.evaluate(`${find(selector)}?.innerText`));

/** Goes to a page of ours as a link would, and resolves when it is there, its scripts ready. */
export async function follow(tab: Tab, path: string): Promise<void> {
  const there = new URL(path, TEST_ORIGIN).href;
  // A link of the test's own: a script that sets the address is taken for a redirect in a page just opened.
  await tab.evaluate(`(() => {
    const link = document.body.appendChild(document.createElement('a'));
    link.href = ${JSON.stringify(there)};
    link.click();
  })()`);
  await until(
    tab,
    `location.href.split('#')[0] === ${JSON.stringify(there)} && document.readyState === 'complete'`,
  );
  await until(tab, `${find('[data-part="not-ready"]:not([hidden])')} === null`);
}

/** Clicks on the middle of something, as a mouse does. */
export async function click(tab: Tab, selector: string): Promise<void> {
  await shown(tab, selector);
  const middle = await tab.evaluate(`(() => {
    const element = ${find(selector)};
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return [Math.round(x + width / 2), Math.round(y + height / 2)];
  })()`);
  const [x, y] = Array.isArray(middle) ? middle.map(Number) : [];
  await tab.input({
    type: 'pointer',
    id: 'mouse',
    actions: [
      { type: 'pointerMove', x: x ?? 0, y: y ?? 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  });
}

/**
 * Clicks on something until an expression is true in the page: what came a moment before may have moved it away under
 * the mouse, as it would for a person.
 */
export async function clickUntil(tab: Tab, selector: string, expression: string): Promise<void> {
  await expect(async () => {
    await click(tab, selector);
    await expect.poll(() => ask(tab, `!!(${expression})`), { timeout: 5000 }).toBe(true);
  }).toPass({ timeout: SOON });
}

const keys = (values: readonly string[]): Input => ({
  type: 'key',
  id: 'keyboard',
  actions: values.flatMap((value) => [
    { type: 'keyDown' as const, value },
    { type: 'keyUp' as const, value },
  ]),
});

/** Presses Shift so often, alone. WebDriver has a character for it. */
export const pressShift = (tab: Tab, times: number) => tab.input(keys(Array(times).fill('\uE008')));

/** Clicks into a field and types. */
export async function type(tab: Tab, selector: string, text: string): Promise<void> {
  await clickUntil(tab, selector, `document.activeElement === ${find(selector)}`);
  await tab.input(keys([...text]));
  await until(tab, `${find(selector)}.value === ${JSON.stringify(text)}`);
}
