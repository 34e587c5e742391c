/** What a piece of work came to: a sentence for the status line, or the notice that says what went wrong. */
export type Outcome = { said: string } | { notice: HTMLElement };

/** Runs pieces of work, one at a time. */
export type Runner = {
  /** Does a piece of work now, or nothing while another one is going on. */
  run(work: () => Promise<Outcome>): Promise<void>;
  /** Does a piece of work once the one that is going on is done. */
  runAfter(work: () => Promise<Outcome>): Promise<void>;
};

/**
 * Makes the runner of an open mailbox: it marks the buttons while it works, and shows in `status` or by one of the
 * `notices` what came of it, the first of these where the work throws. Stops showing anything when the signal aborts.
 */
export function makeRunner(
  inside: HTMLElement,
  status: HTMLElement,
  notices: readonly [HTMLElement, ...HTMLElement[]],
  signal: AbortSignal,
): Runner {
  let current: Promise<void> | null = null;

  const mark = (working: boolean) => {
    for (const button of inside.querySelectorAll('button')) {
      if (working) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
  };

  const work = async (one: () => Promise<Outcome>) => {
    for (const notice of notices) notice.hidden = true;
    mark(true);
    const outcome = await one().catch(() => ({ notice: notices[0] }));
    if (signal.aborted) return;
    mark(false);
    status.textContent = 'said' in outcome ? outcome.said : '';
    if ('said' in outcome) return;
    outcome.notice.hidden = false;
    outcome.notice.focus();
  };

  const start = (one: () => Promise<Outcome>) => {
    current = work(one).finally(() => {
      current = null;
    });
    return current;
  };

  return {
    run: (one) => current ?? start(one),
    async runAfter(one) {
      while (current) await current;
      if (!signal.aborted) await start(one);
    },
  };
}
