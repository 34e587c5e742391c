/** Leaves the site as the exit at the edge of the page does (src/site/browser/quick-exit.ts). */
export function leaveSite(): void {
  document.querySelector<HTMLElement>('[data-exit]')?.click();
}
