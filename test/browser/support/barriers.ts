import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { lettersIn } from './letters.ts';

/** axe-core, as text to run in a page. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is looked for: all of WCAG 2.2 AA, or the contrast of letters alone. */
type Scope = 'everything' | 'contrast';

/**
 * What axe finds in what a page shows now, a line for each rule and element; empty where all is well. Contrast is held
 * against AAA: whatever fails AA fails that too, so AA's own rule is not asked.
 */
export async function barriers(
  page: Page,
  scope: Scope = 'everything',
  except: string[] = [],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async ({ except, only, all }) => {
      const { axe: checker } = window as unknown as { axe: typeof axe };
      const { violations } = await checker.run(
        { exclude: except.map((selector) => [selector]) },
        {
          runOnly: only,
          resultTypes: ['violations'],
          ...(all && {
            rules: {
              'color-contrast': { enabled: false },
              'color-contrast-enhanced': { enabled: true },
              'target-size': { enabled: true },
            },
          }),
        },
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    },
    {
      except,
      all: scope === 'everything',
      only:
        scope === 'everything'
          ? { type: 'tag' as const, values: TAGS }
          : { type: 'rule' as const, values: ['color-contrast-enhanced'] },
    },
  );
}

/**
 * Expects of what a page shows now that axe finds nothing against WCAG 2.2 AA and AAA's contrast, and that nothing has
 * to be scrolled sideways. The exit, the skip link and the line of a trial site stand outside all landmarks on purpose:
 * they come first.
 */
export async function expectNoBarriers(page: Page): Promise<void> {
  await lettersIn(page);
  expect(await barriers(page, 'everything', ['.exit', '.skip', '.trial'])).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}
