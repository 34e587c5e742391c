import type { Browser, CDPSession, Page } from '@playwright/test';
import { pathTo } from '../../../src/site/routes.ts';

/** A page of the desk in a browser, and what measures it. */
export type DeskPage = { page: Page; session: CDPSession };

const SHOWN = 90_000;

/** Opens the desk's page on a telephone's screen; at the invitation with this code, if it is given. */
export async function deskPage(browser: Browser, origin: string, code?: string): Promise<DeskPage> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${pathTo('desk', 'nl')}${code === undefined ? '' : `#${code}`}`);
  return { page, session: await context.newCDPSession(page) };
}

/** Becomes a member by the invitation that the page was opened at. Gives the passphrase. */
export async function joinDesk({ page }: DeskPage, name: string): Promise<string> {
  await page.getByRole('textbox').first().fill(name);
  await page.locator('[data-action="open-invitation"]').click();
  const passphrase = (await page.locator('[data-value="passphrase"]', { hasText: /\w/ }).textContent()) ?? '';
  await page.locator('[data-action="written"]').click();
  await page.locator('[data-field="passphrase"]').fill(passphrase);
  await page.locator('[data-action="join"]').click();
  await page.locator('[data-action="lock"]').waitFor({ timeout: SHOWN });
  return passphrase;
}

/** Signs in, and gives the milliseconds from the open desk until its list has so many rows. */
export async function signInToList(
  { page }: DeskPage,
  name: string,
  passphrase: string,
  rows: number,
): Promise<number> {
  await page.getByRole('textbox').first().fill(name);
  await page.locator('[data-field="passphrase"]').fill(passphrase);
  // In the page itself, when something in it changed: neither asking from outside nor a frame for each look is the desk's.
  const measured = page.evaluate(
    (count) =>
      new Promise<number>((resolve) => {
        let open: number | null = null;
        const looking = new MutationObserver(() => {
          if (open === null && document.querySelector('.desk')) open = performance.now();
          if (open === null || document.querySelectorAll('#desk .row').length < count) return;
          looking.disconnect();
          // Once that is painted.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - (open ?? 0))));
        });
        looking.observe(document.body, { childList: true, subtree: true });
      }),
    rows,
  );
  await page.locator('[data-action="sign-in"]').click();
  return measured;
}

/** Bytes of JavaScript's heap that are in use once what is not needed is thrown away. */
export async function heapOf({ session }: DeskPage): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return metric(session, 'JSHeapUsedSize');
}

/** Milliseconds that the page's main thread worked so far. */
export const workOf = async ({ session }: DeskPage): Promise<number> =>
  (await metric(session, 'TaskDuration')) * 1000;

async function metric(session: CDPSession, name: string): Promise<number> {
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
}
