import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { deskOn, openRow } from '../parts/desk.ts';
import { refer as send } from './refer.ts';

/** A member's name that no other test has. */
export const nameOf = (who: string) => `${who} ${randomId().replace(/[^A-Za-z0-9]/g, 'x')}`;

/** Sends a referral as the form would, with a number and no safe time. Gives its id. */
export async function refer(request: APIRequestContext): Promise<string> {
  const { id } = await send(request, {
    speaks: 'other',
    speaksOther: 'Tigrinya',
    answer: { way: 'mailbox', number: '0488 12 34 56' },
  });
  return id;
}

/** Opens a case from the list, to where an answer is written. */
export async function openCase(page: Page, id: string): Promise<void> {
  await openRow(page, id);
  await expect(deskOn(page).answer).toBeVisible();
}
