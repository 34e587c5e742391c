import { expect } from '@playwright/test';
import { pathTo } from '../../src/site/routes.ts';
import { testDesk } from '../../tools/test/test-site.ts';
import { invite } from '../browser/support/member.ts';
import { click, clickUntil, shown, textOf, type, until } from './support/page.ts';
import { fillForm, fillRequest, openMailbox, openPage, send } from './support/reporter.ts';
import { test } from './support/test.ts';

test('the request form is filled in and sent, and its receipt opens the mailbox', async ({ tab, shared }) => {
  await openPage(tab, pathTo('request', 'fr'));
  await fillRequest(tab, 'Une question');
  const code = await send(tab);
  expect(code).toMatch(/^\d{16}$/);
  // In another tab: the page of the code would ask before it is left.
  const mailbox = await shared.newTab();
  await openMailbox(mailbox, 'fr', code);
  await mailbox.close();
});

test('the form is sent, a member signs in and answers, the mailbox shows it, and a reply goes back', async ({
  tab,
  shared,
}, { project }) => {
  test.setTimeout(240_000);
  const story = `A story from ${project.name}, ${Date.now()}`;
  await openPage(tab, pathTo('form', 'en'));
  await fillForm(tab, story);
  const code = await send(tab);
  expect(code).toMatch(/^\d{16}$/);

  const desk = await shared.newTab();
  await desk.open(testDesk('en', await invite()));
  const name = `Ann ${project.name} ${Date.now()}`;
  await type(desk, '[data-field="name"]', name);
  await click(desk, '[data-action="open-invitation"]');
  await until(desk, `document.querySelector('[data-value="passphrase"]')?.innerText.includes(' ')`);
  const passphrase = await textOf(desk, '[data-value="passphrase"]');
  await click(desk, '[data-action="written"]');
  await type(desk, '[data-field="passphrase"]', passphrase);
  await click(desk, '[data-action="join"]');
  await shown(desk, '[data-action="lock"]');
  // The way in is kept: out, and in again with the name and the passphrase.
  await click(desk, '[data-action="lock"]');
  await shown(desk, '[data-action="sign-in"]');
  await type(desk, '[data-field="name"]', name);
  await type(desk, '[data-field="passphrase"]', passphrase);
  await click(desk, '[data-action="sign-in"]');
  await shown(desk, '[data-referral]');

  await openThread(desk, story);
  await click(desk, '[data-action="take"]');
  await type(desk, '[data-field="answer"]', 'You can call us now.');
  await click(desk, '[data-action="answer"]');
  await click(desk, '[data-action="send"]:not([aria-disabled="true"])');
  await until(
    desk,
    `document.querySelector('[data-message="desk"] [data-text]')?.innerText === 'You can call us now.'`,
  );
  await desk.close();

  const mailbox = await shared.newTab();
  await openMailbox(mailbox, 'en', code);
  await until(mailbox, "document.querySelector('main').innerText.includes('You can call us now.')");
  await type(mailbox, '[data-part="inside"] textarea', 'Thank you.');
  await click(mailbox, '[data-part="inside"] [data-send]');
  await until(mailbox, "document.querySelector('[data-part=\"inside\"] textarea').value === ''");
  await shown(mailbox, '[data-part="inside-status"]');
  await mailbox.close();
});

/** Opens the threads of the list, each as it comes, until one shows a text. */
async function openThread(desk: Parameters<typeof click>[0], text: string): Promise<void> {
  const tried = new Set<string>();
  const tryNew = async () => {
    const ids = await desk.evaluate(
      "[...document.querySelectorAll('[data-referral]')].filter((row) => row.checkVisibility()).map((row) => row.dataset.referral)",
    );
    for (const id of (Array.isArray(ids) ? ids.map(String) : []).filter((each) => !tried.has(each))) {
      const row = `[data-referral="${id}"]`;
      // Rows that arrive meanwhile push the others down.
      await clickUntil(desk, row, `document.querySelector('${row}').getAttribute('aria-current')`);
      if (String(await desk.evaluate('document.body.innerText')).includes(text)) return true;
      tried.add(id);
    }
    return false;
  };
  await expect.poll(tryNew, { message: `a thread says: ${text}`, timeout: 60_000 }).toBe(true);
}
