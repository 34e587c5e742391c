import type { ApiResult, DeskFault } from './result.ts';

/** A worker that never ends must not hold the desk up for ever. */
const MOST_PAGES = 500;

/**
 * Fetches an answer that comes in pages. Each is given to `hear` as it comes, which says from where to ask for the next, or
 * undefined where there is none. Gives the last.
 */
export async function allPages<Page>(
  ask: (from: number | undefined) => Promise<ApiResult<Page>>,
  hear: (page: Page) => number | undefined,
  from?: number,
): Promise<{ ok: true; last: Page } | { ok: false; fault: DeskFault }> {
  let next = from;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await ask(next);
    if (!answer.ok) return { ok: false, fault: answer };
    next = hear(answer.value);
    if (next === undefined) return { ok: true, last: answer.value };
  }
  return { ok: false, fault: { code: 'unreadable' } };
}
