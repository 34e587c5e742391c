/**
 * Quick exit: leaves this site at once and keeps Back from showing it again. Inlined in the `<head>` of every
 * public page by `Document.astro`, the same bytes everywhere, so that one hash in the policy allows it.
 *
 * - A click on `[data-exit]`, or Shift pressed three times alone, leaves.
 * - `leave` is dispatched on `window` first, so that a page which holds answers or keys can drop them.
 * - The page is emptied before the weather site is asked for: on a slow network that site takes seconds.
 * - One neutral flag in `sessionStorage` (this tab only) tells the next page of ours that Back led to it.
 *   A visit by address or link clears it.
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

  const exit = () => page.querySelector<HTMLElement>('[data-exit]');

  const say = (where = exit()?.nextElementSibling) => {
    if (where) where.textContent = exit()?.dataset['exit']?.split('|')[presses] ?? '';
  };

  const leave = () => {
    dispatchEvent(new Event('leave'));
    try {
      // Stops the parser as well, which would go on filling a page that is still arriving.
      stop();
      for (const sheet of page.styleSheets) sheet.disabled = true;
      page.title = '…';
      presses = 3;
      const ghost = page.createElement('p');
      ghost.role = 'alert';
      say(ghost);
      page.body?.replaceChildren(ghost);
      root.hidden = !page.body;
      sessionStorage['v'] = 1;
    } catch {}
    location.replace(`https://www.meteo.be/${root.lang}`);
  };

  const count = (next: number) => {
    presses = next;
    clearTimeout(timer);
    if (next > 2) return leave();
    if (next) timer = setTimeout(count, 5000, 0);
    say();
  };

  const press = (event: Press) => {
    if (event.key !== 'Shift') {
      busy = event.shiftKey;
      count(0);
    } else if (event.type === 'keyup') {
      if (busy) busy = event.shiftKey;
      else count(event.altKey || event.ctrlKey ? 0 : presses + 1);
    }
  };

  root.className = 'js';

  // Where Back led here after an exit, leave again. Reading the flag throws where storage is blocked: then
  // nothing was stored either.
  try {
    const [visit] = performance.getEntriesByType('navigation');
    if (visit?.toJSON().type !== 'back_forward') delete sessionStorage['v'];
    else if (sessionStorage['v']) leave();
  } catch {}
  on('pageshow', (event) => {
    if (event.persisted && sessionStorage['v']) leave();
  });
  on('blur', press);
  on('pointerdown', press);
  on('keydown', press);
  on('keyup', press);
  on('click', (event) => {
    const link = exit();
    if (link && event.composedPath().includes(link)) {
      event.preventDefault();
      leave();
    }
  });
})();
