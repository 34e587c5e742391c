/**
 * Notices that a script of the page did not arrive whole, or is another than the page expects: on the root stands
 * `failed` then, and styles show what to do (`.when-failed`). Inlined in the `<head>` of the pages that need a script,
 * because it has to be there before any other.
 */
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement) document.documentElement.classList.add('failed');
  },
  // Such an event stays at its script: on its way down is the one time that a window hears of it.
  true,
);
