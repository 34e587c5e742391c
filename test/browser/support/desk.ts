import { expect, type Page } from '@playwright/test';
import { answers, deskOn, openRow, row, sendAnswer } from '../parts/desk.ts';

/**
 * Opens the thread in whose details `value` (a `data-value`) says just this. Other tests write to the same desk, and
 * some of what they write has no such detail; the list comes by and by, and so each row is tried as it comes.
 */
export async function openThreadOf(desk: Page, value: string, words: string): Promise<void> {
  const rows = desk.locator('[data-referral]');
  const tried = new Set<string | null>();
  const tryNew = async () => {
    const ids = await rows.evaluateAll((found) => found.map((row) => row.getAttribute('data-referral')));
    for (const id of ids.filter((each) => !tried.has(each))) {
      const line = row(desk, id ?? '');
      await line.click();
      await expect(line).toHaveAttribute('aria-current', /./);
      // What a request says line by line may come a moment later.
      await expect(desk.locator('.answers').first()).toBeVisible();
      const detail = desk.locator(`[data-value="${value}"]`);
      if ((await detail.count()) > 0 && (await detail.textContent()) === words) return true;
      tried.add(id);
    }
    return false;
  };
  await expect.poll(tryNew, { message: `a thread has ${value}: ${words}`, timeout: 60_000 }).toBe(true);
}

/** Opens a thread from the list, to where all that its first item says is shown. */
export async function openThread(desk: Page, id: string): Promise<void> {
  await openRow(desk, id);
  // What is said line by line may come a moment later.
  await expect(desk.locator('.answers').first()).toBeVisible();
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
