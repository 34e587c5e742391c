import { expect, type Page } from '@playwright/test';
import type { Language } from '../../../src/i18n/languages.ts';
import { pathTo } from '../../../src/site/routes.ts';

/** What a reporter types and chooses, field by field. */
export type Written = {
  who: string;
  danger: string;
  age: string;
  speaks: string;
  way: string;
  number: string;
  times: string;
  otherVoice: string;
  happening: string[];
  place: string;
  story: string;
  callName: string;
};

/** What a professional types and ticks in the request form. */
export type WrittenRequest = {
  about: string[];
  text: string;
  organisation: string;
  name: string;
  reply: string;
};

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);

async function choose(page: Page, name: string, value: string): Promise<void> {
  const control = field(page, name);
  const tag = await control.first().evaluate((element) => element.tagName);
  if (tag === 'SELECT') await control.selectOption(value);
  else {
    const options =
      tag === 'INPUT'
        ? page.locator(`[data-field="${name}"][value="${value}"]`)
        : control.locator(`[value="${value}"]`);
    await options.click();
  }
}

/** Fills in the whole form. */
export async function fillForm(page: Page, written: Written): Promise<void> {
  for (const name of ['who', 'danger', 'age', 'speaks', 'way', 'times', 'otherVoice'] as const) {
    await choose(page, name, written[name]);
  }
  for (const value of written.happening) await choose(page, 'happening', value);
  for (const name of ['number', 'place', 'story', 'callName'] as const)
    await field(page, name).fill(written[name]);
}

/** Fills in the whole request form. */
export async function fillRequest(page: Page, written: WrittenRequest): Promise<void> {
  for (const value of written.about) await choose(page, 'about', value);
  for (const name of ['text', 'organisation', 'name', 'reply'] as const)
    await field(page, name).fill(written[name]);
}

/** Sends the form and gives the receipt code: 16 digits. */
export async function send(page: Page): Promise<string> {
  await page.locator('[data-action="send"]').click();
  const receipt = page.locator('[data-receipt]');
  await expect(receipt).toBeVisible({ timeout: 30_000 });
  return (await receipt.innerText()).replace(/\D/g, '');
}

/** Opens the mailbox of a receipt code, typed in groups as people do. */
export async function openMailbox(page: Page, language: Language, code: string): Promise<void> {
  await page.goto(pathTo('mailbox', language));
  await field(page, 'code').fill(code.replace(/(.{4})/g, '$1 '));
  await page.locator('[data-action="open"]').click();
  await expect(page.locator('[data-status]')).toBeVisible({ timeout: 30_000 });
}
