import { describe, expect, it } from 'vitest';
import { withUsedTokens } from '../../../src/site/layouts/used-tokens.ts';

describe('the tokens of a page', () => {
  it('are those that its rules use, in each colour scheme, and nothing else of its rules changes', () => {
    const css =
      ':root{--a:#fff;--b:1px;--c:var(--b)}@media (prefers-color-scheme:dark){:root{--a:#000;--d:2px}}p{color:var(--a);margin:var( --b)}';
    expect(withUsedTokens(css)).toBe(
      ':root{--a:#fff;--b:1px;}@media (prefers-color-scheme:dark){:root{--a:#000;}}p{color:var(--a);margin:var( --b)}',
    );
  });
});
