import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { report2024 } from './sheets.ts';

describe('what is not confirmed', () => {
  beforeEach(() => vi.resetModules());
  // The next file gets no module that was read as of the real site.
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it.each([
    ['local', true],
    ['production', false],
  ])('with SITE_ENV=%s is shown: %s', async (environment, shown) => {
    vi.stubEnv('SITE_ENV', environment);
    const { shownSeries } = await import('../../../src/reports/shown.ts');
    const names = shownSeries(report2024(), 'nl').map(({ sheet }) => sheet.name);
    expect(names.includes('exploitation')).toBe(shown);
    expect(names).toContain('referrals');
  });
});
