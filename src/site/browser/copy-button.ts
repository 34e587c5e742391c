/**
 * Buttons that copy what is on the page, such as the account number: `data-copy` holds the text, `data-copied` what to
 * say then; the element after the button says it. Inlined in the pages that have one.
 */
addEventListener('click', async (event) => {
  const { target } = event;
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
  if (!button) return;
  const { copy = '', copied = '' } = button.dataset;
  try {
    await navigator.clipboard.writeText(copy);
    if (button.nextElementSibling) button.nextElementSibling.textContent = copied;
  } catch {
    // The clipboard is closed to us: the text is on the page, to be selected by hand.
  }
});
