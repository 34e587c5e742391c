/**
 * Keeps the way out of the site on the screen while a keyboard is. Where the keyboard lies over the page instead of
 * making it smaller (iOS; others follow `interactive-widget` in the viewport meta), what is fixed to an edge of the
 * page ends up behind it, or out of sight: it is moved to the edge of what is visible.
 */
export function liftExit(): void {
  const exit = document.querySelector<HTMLElement>('.exit');
  const view = window.visualViewport;
  if (!exit || !view) return;
  const atFoot = matchMedia('(max-width: 47.99rem)');
  const move = () => {
    const hidden = atFoot.matches ? view.offsetTop + view.height - innerHeight : view.offsetTop;
    // Who zooms in moves about the page with their fingers; the bar would cover what they look at.
    const isMoved = view.scale === 1 && Math.abs(hidden) > 1;
    exit.style.transform = isMoved ? `translateY(${hidden}px)` : '';
  };
  view.addEventListener('resize', move);
  view.addEventListener('scroll', move);
}
