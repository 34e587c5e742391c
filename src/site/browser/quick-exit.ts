/**
 * Quick exit: leaves this site at once and keeps Back and Forward from showing it again. Inlined in the `<head>` of every
 * public page by `Document.astro`, the same bytes everywhere, so that one hash in the policy allows it.
 *
 * - A click on `[data-exit]`, or Shift pressed three times alone, leaves.
 * - `leave` is dispatched on `window` first, so that a page which holds answers or keys can drop them.
 * - The page is emptied before the weather site is asked for: on a slow network that site takes seconds.
 * - One neutral flag in `sessionStorage` (this tab only) tells the next page of ours that Back or Forward led to it, or
 *   a reload, which people try while the weather is slow to come. A visit by address or link clears it.
 *
 * The words are in the page: `data-exit="|2 more|1 more|Loading"`, what to say after so many presses of Shift;
 * the element after the exit link says them.
 */
type Press = Event & Partial<Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey'>>;

(() => {
  const page = document;
  const root = page.documentElement;
  const on = addEventListener;
  let presses = 0;
  /** Shift is held for something else: a capital, a selection. Its release is no press. */
  let busy: boolean | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** This tab's `sessionStorage`; where it is blocked, something that lasts as long as this page. */
  let kept: Record<string, unknown> = {};

  const exit = () => page.querySelector<HTMLElement>('[data-exit]');

  const say = (where = exit()?.nextElementSibling) => {
    if (where) where.textContent = exit()?.dataset['exit']?.split('|')[presses] ?? '';
  };

  const leave = (click?: Event) => {
    click?.preventDefault();
    dispatchEvent(new Event('leave'));
    try {
      // Stops the parser as well, which would go on filling a page that is still arriving.
      stop();
      for (const sheet of page.styleSheets) sheet.disabled = true;
      page.title = '…';
      presses = 3;
      const ghost = page.createElement('p');
      ghost.setAttribute('role', 'alert');
      say(ghost);
      page.body?.replaceChildren(ghost);
      root.hidden = !page.body;
      kept['v'] = 1;
      // What lies ahead in the history goes, a PDF too, which could not leave by itself. Last: older browsers throw.
      if (navigation.canGoForward) history.pushState(0, '');
    } catch {}
    // The weather is there in these; whoever reads another language gets it in English, as from the worker
    // (functions/routes/public/exit.ts).
    location.replace(`https://www.meteo.be/${/nl|fr/.exec(root.lang) ?? 'en'}`);
  };

  const count = (next: number) => {
    presses = next;
    clearTimeout(timer);
    if (next > 2) leave();
    else {
      if (next) timer = setTimeout(count, 5000, 0);
      say();
    }
  };

  const press = (event: Press) => {
    if (event.key !== 'Shift' || busy) {
      busy = event.shiftKey;
      count(0);
    } else if (event.type === 'keyup') count(event.altKey || event.ctrlKey ? 0 : presses + 1);
  };

  root.className = 'js';

  // Where Back, Forward or a reload led here after an exit, leave again. Naming the storage throws where it is blocked.
  try {
    kept = sessionStorage;
    const [visit]: Partial<PerformanceNavigationTiming>[] = performance.getEntriesByType('navigation');
    if (!visit?.type?.match(/^[br]/)) delete kept['v'];
    else if (kept['v']) leave();
  } catch {}
  on('pageshow', (event) => event.persisted && kept['v'] && leave());
  on('blur', press);
  on('pointerdown', press);
  on('keydown', press);
  on('keyup', press);
  on('click', (event) => {
    const path: (EventTarget | null)[] = event.composedPath();
    return path.includes(exit()) && leave(event);
  });
})();
