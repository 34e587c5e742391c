import { expect, type Page } from '@playwright/test';
import { answers, deskOn, openRow, sendAnswer } from '../parts/desk.ts';

/** Opens a thread from the list, to where all that its first item says is shown. */
export async function openThread(desk: Page, id: string): Promise<void> {
  await openRow(desk, id);
  // What is said line by line may come a moment later.
  await expect(desk.locator('.answers').first()).toBeVisible();
}

/** Shows the number of the open case, with a reason where it is not safe to call now. Gives it as it was typed. */
export async function revealNumber(desk: Page): Promise<string | null> {
  const number = desk.locator('.answers [data-value="number"]');
  await deskOn(desk).reveal.click();
  await expect(number.or(deskOn(desk).reason)).toBeVisible();
  if (await deskOn(desk).reason.isVisible()) {
    await deskOn(desk).reason.fill('Looked at in a test');
    await deskOn(desk).revealConfirm.click();
  }
  return number.textContent();
}

/** Takes the open thread and answers in it. */
export async function takeAndAnswer(desk: Page, answer: string): Promise<void> {
  await deskOn(desk).take.click();
  await expect(deskOn(desk).take).toHaveCount(0);
  await deskOn(desk).answer.fill(answer);
  await sendAnswer(desk);
  await expect(answers(desk)).toHaveText(answer);
}

/** Everything that a browser could keep of a visit. */
export async function traces(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    state: history.state,
    hash: location.hash,
  }));
}

/**
 * Hides the page, as another window or the telephone over it does, or shows it again. Gives whether the desk is covered
 * when that is done, before anything could be painted.
 */
export function hide(page: Page, hidden: boolean): Promise<{ covered: boolean }> {
  return page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value });
    document.dispatchEvent(new Event('visibilitychange'));
    return { covered: document.getElementById('desk')?.hidden === true };
  }, hidden);
}
