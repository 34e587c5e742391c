import type { Answered, Questions } from '../../questions/question.ts';
import { askedOn, screensAsked } from '../../questions/steps.ts';
import { findErrors } from '../sealed-form/answers/find-errors.ts';
import { given } from '../sealed-form/answers/given-answers.ts';
import { part, within } from '../shell/dom.ts';
import { fill } from '../shell/words.ts';

/** The screens before the first question and after the last one. */
const START = 'start';
const CHECK = 'check';

/** Units of the drawing by which the sun lies below the horizon at first (src/reporter/steps/Progress.astro). */
const BELOW = 40;

/** A way through a form on which one screen shows at a time. */
export type Walk = {
  /** Goes one screen back. False where there is none. */
  back(): boolean;
  /** Shows the screen on which something is asked. */
  show(field: string): void;
};

/** What a walk needs of its form. */
export type WalkParts<Answers extends Answered> = {
  page: HTMLElement;
  form: HTMLElement;
  rows: Questions;
  read: () => Answers;
  /** Says what is wrong on a screen; true where nothing is. */
  fits: (screen: string) => boolean;
  /** Called whenever another screen shows, with whether it is behind the first. */
  onMove: (begun: boolean) => void;
};

/** What a form says and does itself on its way. */
export type WalkOwn<Answers extends Answered> = {
  /** `{{at}}` and `{{of}}` stand for the number of the question and about how many there are. */
  count: string;
  /** Fills the last screen. `change` leads to one of the others, and from there back. */
  check: (page: HTMLElement, answers: Answers, change: (screen: string) => void) => void;
};

/**
 * Starts the walk through a form: what is marked `data-screen` shows in turn, what stands in the page for a screen that
 * nobody is asked is passed over. The number of questions follows the answers.
 */
export function startWalk<Answers extends Answered>(
  { page, form, rows, read, fits, onMove }: WalkParts<Answers>,
  { count, check }: WalkOwn<Answers>,
): Walk {
  const screens = [...page.querySelectorAll<HTMLElement>('[data-screen]')];
  const begun = [...page.querySelectorAll<HTMLElement>('[data-begun]')];
  const [onward, skip, now] = [part(form, 'onward'), part(form, 'skip'), part(form, 'now')];
  const questions = within(form, 'fieldset', HTMLFieldSetElement);
  let at = START;
  /** All screens as they were when one of them was to be changed. */
  let changing: string | null = null;

  const order = () => [...new Set([START, ...screensAsked(rows, read()), CHECK])];

  /**
   * Only what was not answered can be skipped: nothing is lost by the wrong button. What there is can be sent as soon as
   * it is enough.
   */
  const fitWays = () => {
    const answers = read();
    const fields = askedOn(rows, at, answers);
    const isFixed = (field: string) => rows[field]?.required || given(answers[field]) !== undefined;
    skip.hidden = fields.length === 0 || fields.some(isFixed);
    now.hidden = fields.length === 0 || findErrors(rows, answers).some(({ code }) => code === 'missing');
  };

  const show = (name: string) => {
    const steps = order();
    const [place, last] = [steps.indexOf(name), steps.length - 1];
    at = name;
    changing = null;
    for (const screen of screens) screen.hidden = screen.dataset['screen'] !== name;
    for (const each of begun) each.hidden = name === START;
    onward.hidden = name === CHECK;
    const asked = screensAsked(rows, read());
    part(form, 'count').textContent =
      name === CHECK ? '' : fill(count, { at: asked.indexOf(name) + 1, of: asked.length });
    const depth = Math.round(BELOW * (1 - place / last));
    within(form, '[data-part="sun"]', SVGElement).setAttribute('transform', `translate(0 ${depth})`);
    fitWays();
    if (name === CHECK) check(page, read(), change);
    onMove(name !== START);
    scrollTo(0, 0);
    const shown = screens.find((screen) => !screen.hidden);
    const title = shown && within(shown, 'h1, h2', HTMLElement);
    if (title) title.tabIndex = -1;
    title?.focus();
  };

  const change = (screen: string) => {
    show(screen);
    changing = order().join();
  };

  const next = () => {
    if (questions.disabled || !fits(at)) return;
    const steps = order();
    show(changing === steps.join() ? CHECK : (steps[steps.indexOf(at) + 1] ?? CHECK));
  };

  const back = () => {
    if (questions.disabled || at === START) return false;
    const steps = order();
    show(steps[steps.indexOf(at) - 1] ?? START);
    return true;
  };

  // What leads a screen is its title as long as it shows, and the title of the page shows on the first alone.
  for (const title of form.querySelectorAll<HTMLElement>('[data-screen] :is(h2, h3)')) {
    title.ariaLevel = title.matches('h2') ? '1' : '2';
  }
  for (const button of form.querySelectorAll('[data-go="next"]')) button.addEventListener('click', next);
  now.addEventListener('click', () => {
    if (fits(at)) show(CHECK);
  });
  within(form, '[data-go="back"]', HTMLElement).addEventListener('click', back);
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) next();
  });
  for (const type of ['input', 'change']) form.addEventListener(type, fitWays);
  return {
    back,
    show: (field) => show(rows[field]?.screen ?? at),
  };
}
