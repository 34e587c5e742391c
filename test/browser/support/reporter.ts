import type { Page } from '@playwright/test';
import { field, option } from '../parts/questions.ts';

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

/** Somebody who is not in danger, is not paid, and can be called. */
export const SOMEBODY: Written = {
  who: 'me',
  danger: 'no',
  age: 'adult',
  speaks: 'fr',
  way: 'call',
  number: '0488 12 34 56',
  times: 'any',
  otherVoice: 'hang-up',
  happening: ['pay'],
  place: 'Gent',
  story: 'Geen loon',
  callName: 'An',
};

/** What a professional types and ticks in the request form. */
export type WrittenRequest = {
  about: string[];
  text: string;
  organisation: string;
  name: string;
  reply: string;
};

/** Fills in the whole form. */
export async function fillForm(page: Page, written: Written): Promise<void> {
  for (const name of ['who', 'danger', 'age', 'speaks', 'way', 'times', 'otherVoice'] as const) {
    await option(page, name, written[name]).click();
  }
  for (const value of written.happening) await option(page, 'happening', value).click();
  for (const name of ['number', 'place', 'story', 'callName'] as const)
    await field(page, name).fill(written[name]);
}

/** Fills in the whole request form. */
export async function fillRequest(page: Page, written: WrittenRequest): Promise<void> {
  for (const value of written.about) await option(page, 'about', value).click();
  for (const name of ['text', 'organisation', 'name', 'reply'] as const)
    await field(page, name).fill(written[name]);
}
