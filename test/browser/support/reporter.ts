import type { Page } from '@playwright/test';
import type { Copy } from '../../../src/protocol/items/kinds/request.ts';
import type { AnswerName } from '../../../src/questions/answer-name.ts';
import { REFERRAL_QUESTIONS } from '../../../src/questions/referral.ts';
import { WORK_QUESTIONS } from '../../../src/questions/work.ts';
import { choose, fill, reachCheck } from '../parts/form.ts';
import { field, option } from '../parts/questions.ts';

/** What a reporter types and chooses, field by field. */
export type Written = {
  who: string;
  danger: string;
  age: string;
  speaks: string;
  way: string;
  number?: string;
  times?: string;
  otherVoice?: string;
  happening: string[];
  place: string;
  story: string;
  callName: string;
  /** What only who writes for somebody else is asked. */
  when?: string;
  relation?: string;
  /** What only who can be called is asked, and who speaks none of the languages. */
  voicemail?: string;
  speaksOther?: string;
  aware?: string;
  reach?: string;
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
  /** Copies of what, how many, and where they go. */
  copies?: Partial<Record<Copy, string>>;
  street?: string;
  postcode?: string;
  town?: string;
  text: string;
  organisation: string;
  name: string;
  reply: string;
};

/** Fills in the whole form in its order, and goes to where it is sent. */
export async function fillForm(page: Page, written: Written): Promise<void> {
  const answers: Partial<Record<AnswerName, string | string[]>> = written;
  for (const name of Object.keys(REFERRAL_QUESTIONS) as (keyof typeof REFERRAL_QUESTIONS)[]) {
    const { control } = REFERRAL_QUESTIONS[name];
    for (const value of [answers[name] ?? []].flat()) {
      if (control === 'line' || control === 'lines') await fill(page, name, value);
      else await choose(page, name, value);
    }
  }
  await reachCheck(page);
}

/** What a professional types and chooses, field by field. */
export type WrittenWork = Partial<Record<keyof typeof WORK_QUESTIONS, string | string[]>>;

/** Somebody at a hospital, with the person, who agreed. */
export const AT_WORK: WrittenWork = {
  service: 'Ziekenhuis',
  number: '02 000 00 00',
  danger: 'no',
  consent: 'agreed',
};

/** Fills in the page of professionals in its order, and goes to where it is sent. */
export async function fillWork(page: Page, written: WrittenWork): Promise<void> {
  for (const name of Object.keys(WORK_QUESTIONS) as (keyof typeof WORK_QUESTIONS)[]) {
    const isTyped = ['line', 'lines', 'number'].includes(WORK_QUESTIONS[name].control);
    for (const value of [written[name] ?? []].flat()) {
      if (isTyped) await fill(page, name, value);
      else await choose(page, name, value);
    }
  }
  await reachCheck(page);
}

/** Fills in the whole request form. */
export async function fillRequest(page: Page, written: WrittenRequest): Promise<void> {
  for (const value of written.about) await option(page, 'about', value).click();
  const { about: _, copies = {}, ...typed } = written;
  for (const [name, value] of Object.entries({ ...copies, ...typed }) as [AnswerName, string][])
    await field(page, name).fill(value);
}
