import { expect, type Page } from '@playwright/test';

/**
 * What can't be told by who has every colour from their own system, of what a page shows now, a line each: what is chosen,
 * wrong, needed or focused, and where something can be pressed or typed into. Tints and shadows are gone there, and every
 * ground is the same, so that only edges, marks and words are left.
 */
async function unseen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const shows = (one: HTMLElement) =>
      one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !one.closest('.visually-hidden');
    const shown = (selector: string) => all(selector).filter(shows);
    const faults: string[] = [];
    const check = (fine: boolean, what: string, one: HTMLElement) => {
      if (!fine) faults.push(`${what}: ${one.outerHTML.slice(0, 160)}`);
    };

    const isClear = (color: string) => color === 'transparent' || / 0\)$/.test(color);
    /** The colour on which something stands. */
    const ground = (one: Element | null): string => {
      if (!one) return 'rgb(255, 255, 255)';
      const { backgroundColor } = getComputedStyle(one);
      return isClear(backgroundColor) ? ground(one.parentElement) : backgroundColor;
    };
    const line = (style: CSSStyleDeclaration, name: string) => ({
      drawn:
        style.getPropertyValue(`${name}-style`) !== 'none' &&
        Number.parseFloat(style.getPropertyValue(`${name}-width`)) >= 2,
      color: style.getPropertyValue(`${name}-color`),
    });
    const SIDES = ['border-top', 'border-right', 'border-bottom', 'border-left'];
    const isEdged = (style: CSSStyleDeclaration, on: string) =>
      SIDES.some((side) => line(style, side).drawn && line(style, side).color !== on);
    const edge = (one: Element) => {
      const style = getComputedStyle(one);
      return SIDES.flatMap((side) =>
        ['width', 'style', 'color'].map((part) => style.getPropertyValue(`${side}-${part}`)),
      ).join(' ');
    };
    /** Whether what stands in a circle or a square is another colour than that. */
    const isDrawn = (style: CSSStyleDeclaration, on: string) =>
      style.content !== 'none' &&
      (isEdged(style, on) || (!isClear(style.backgroundColor) && style.backgroundColor !== on));
    /** Whether the edge of something is another with this value of an attribute than it would be without. */
    const isMarked = (one: Element, holder: Element, name: string, without: string | null) => {
      const [value, before] = [holder.getAttribute(name), edge(one)];
      if (without === null) holder.removeAttribute(name);
      else holder.setAttribute(name, without);
      const isOther = edge(one) !== before;
      holder.setAttribute(name, value ?? '');
      return isOther;
    };

    for (const one of shown('[aria-checked="true"]')) {
      check(isMarked(one, one, 'aria-checked', 'false'), 'its edge does not say that it is chosen', one);
      const mark = one.querySelector('.option-dot, .option-box');
      check(
        mark !== null && isDrawn(getComputedStyle(mark, '::after'), ground(mark)),
        'its mark is not drawn',
        one,
      );
    }
    for (const one of shown('[aria-invalid="true"]')) {
      const edged = one.matches('input, textarea') ? one : one.querySelector('.option');
      check(
        Boolean(edged && isMarked(edged, one, 'aria-invalid', null)),
        'its edge does not say that it is wrong',
        one,
      );
    }
    for (const one of shown('[aria-required="true"], [aria-invalid="true"]')) {
      const said = (one.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id))
        .filter((words) => words !== null && shows(words) && words.innerText.trim() !== '');
      check(
        said.some((words) => words && getComputedStyle(words).color !== ground(words)),
        'nothing says what it needs',
        one,
      );
    }
    for (const one of shown(
      'button, input, textarea, .button, .button-quiet, .call, .alarm-button, .exit-link, .alarm, .alarm-fill, .notice, .error-summary',
    )) {
      const style = getComputedStyle(one);
      const isUnderlined = style.textDecorationLine === 'underline' && style.color !== ground(one);
      check(isUnderlined || isEdged(style, ground(one.parentElement)), 'it has no edge', one);
    }

    const before = document.activeElement;
    const { scrollX, scrollY } = window;
    for (const one of shown('a[href], button, input, textarea')) {
      if (one.tabIndex < 0 || one.matches(':disabled')) continue;
      one.focus({ preventScroll: true });
      const outline = line(getComputedStyle(one), 'outline');
      check(
        one.matches(':focus-visible') && outline.drawn && outline.color !== ground(one),
        'nothing says that it has the focus',
        one,
      );
    }
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    scrollTo(scrollX, scrollY);
    return faults;
  });
}

/** Expects that what a page shows now can be told in forced colours. */
export async function expectSeenInForcedColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  // A focus shows to who uses keys: one that does nothing here.
  await page.keyboard.press('F9');
  expect(await unseen(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
}
