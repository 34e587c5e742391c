import type { Language } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';
import { TEST_ORIGIN } from '../../../tools/test/test-site.ts';
import { click, clickUntil, shown, textOf, type, until } from './page.ts';
import type { Tab } from './tab.ts';

const field = (name: string) => `[data-field="${name}"]`;
const choice = (name: string, value: string) => `${field(name)} [value="${value}"]`;

/** The button by which a page goes on, once it is ready. */
export const READY =
  'main :is([data-part="onward"], [data-app="request"] [data-send], [data-part="open"]):enabled';

/** Goes on, screen by screen, until something shows; back, where the button for that is given. */
async function reach(tab: Tab, selector: string, button = '[data-part="onward"]'): Promise<void> {
  for (let presses = 0; presses < 20; presses++) {
    if (
      (await tab.evaluate(`document.querySelector(${JSON.stringify(selector)})?.checkVisibility()`)) === true
    )
      return;
    await click(tab, button);
  }
  throw new Error(`No screen shows ${selector}`);
}

/** Opens a form or the mailbox, its scripts ready. */
export async function openPage(tab: Tab, path: string): Promise<void> {
  await tab.open(new URL(path, TEST_ORIGIN).href);
  await shown(tab, READY);
}

/** Answers some questions of the referral form by mouse and keyboard, a text among them. */
export async function fillForm(tab: Tab, text: string): Promise<void> {
  for (const [name, value] of [
    ['who', 'me'],
    ['danger', 'no'],
    ['age', 'adult'],
    ['speaks', 'fr'],
    ['happening', 'sex'],
    ['happening', 'hurt'],
  ] as const) {
    await reach(tab, field(name));
    await click(tab, choice(name, value));
  }
  await reach(tab, field('story'));
  await type(tab, field('story'), text);
}

/**
 * The same, and then back to the longest screen, down which it scrolls: a place on the page that a browser can put back
 * after a restart.
 */
export async function fillFormAndScroll(tab: Tab, text: string): Promise<void> {
  await fillForm(tab, text);
  await reach(tab, field('way'), '[data-go="back"]');
  await click(tab, choice('way', 'call'));
  await click(tab, choice('otherVoice', 'hang-up'));
  await until(tab, 'scrollY > 0');
}

/** Answers what a professional is asked, on both screens, by mouse and keyboard. */
export async function fillWork(tab: Tab, text: string): Promise<void> {
  for (const name of ['service', 'callName', 'role', 'number', 'colleague', 'reference'])
    await type(tab, field(name), name === 'number' ? `02 000 00 00 ${text}` : text);
  for (const [name, value] of [
    ['danger', 'no'],
    ['here', 'yes'],
    ['needs', 'medical'],
    ['consent', 'agreed'],
    ['signs', 'coerced'],
  ] as const) {
    await reach(tab, field(name));
    await click(tab, choice(name, value));
  }
  for (const name of ['person', 'personNumber', 'sector', 'story']) await type(tab, field(name), text);
}

/** Answers the questions of the request form by mouse and keyboard. */
export async function fillRequest(tab: Tab, text: string): Promise<void> {
  for (const value of ['copies', 'training']) await click(tab, choice('about', value));
  for (const name of ['text', 'organisation', 'name', 'reply']) await type(tab, field(name), text);
}

/** Sends a form and gives the receipt code: 16 digits. */
export async function send(tab: Tab): Promise<string> {
  await reach(tab, '[data-send]');
  await clickUntil(tab, '[data-send]', "document.querySelector('fieldset:disabled, [data-receipt]')");
  await shown(tab, '[data-receipt]');
  return (await textOf(tab, '[data-receipt]')).replace(/\D/g, '');
}

/** Opens the mailbox of a receipt code. */
export async function openMailbox(tab: Tab, language: Language, code: string): Promise<void> {
  await openPage(tab, pathTo('mailbox', language));
  await type(tab, '[data-part="door"] input', code);
  await click(tab, '[data-part="open"]');
  await shown(tab, '[data-part="title"]');
}
