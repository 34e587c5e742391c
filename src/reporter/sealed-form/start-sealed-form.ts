import * as z from 'zod/mini';
import { FormLanguage } from '../../protocol/wire/fields.ts';
import type { AnswersOf, Questions } from '../../questions/question.ts';
import { startCounters } from '../controls/counter.ts';
import { startCover } from '../leaving/cover.ts';
import { type Fate, showEmptied } from '../leaving/emptied-screen.ts';
import { guardLeaving } from '../leaving/leave-guard.ts';
import { solve } from '../proof/solve.ts';
import { type ReceiptScreen, showReceipt } from '../receipt/receipt-screen.ts';
import { makeSender, type SendStage, type Sent } from '../sending/sender.ts';
import { part, within } from '../shell/dom.ts';
import { liftExit } from '../shell/exit-above-keyboard.ts';
import { emptyControls, holdsAnswers, keepClean, startEmpty } from '../shell/page-hygiene.ts';
import { readCentreKeys } from '../shell/self-test.ts';
import type { Walk, WalkParts } from '../steps/walk.ts';
import { type FieldError, findErrors } from './answers/find-errors.ts';
import { readAnswers } from './answers/read-answers.ts';
import { type Build, type Draft, type Prove, sealDraft } from './draft.ts';
import { makeErrorSummary } from './error-summary.ts';
import { makeMailboxes } from './new-mailboxes.ts';
import { showOpening } from './opening.ts';
import type { SealedFormWords } from './sealed-form-words.ts';

/** What one form asks, beside all that forms have in common. */
export type SealedFormParts<Rows extends Questions> = {
  words: SealedFormWords;
  rows: Rows;
  /** Gives its controls their behaviour, while they are still disabled and already empty. */
  prepare: (form: HTMLElement) => void;
  build: Build<AnswersOf<Rows>>;
  /** Starts the walk through a form on which one screen shows at a time. */
  walk?: (parts: WalkParts<AnswersOf<Rows>>) => Walk;
  /** Fits the receipt, which stands in `page`, to the answers. */
  fitReceipt?: (page: HTMLElement, answers: AnswersOf<Rows>) => void;
};

/** Milliseconds after which sealing is said to take long. On a telephone without a JIT it takes a minute. */
const LONG_SEALING = 4000;

/**
 * Starts a form whose answers are sealed and sent (src/reporter/sealed-form/SealedForm.astro). Its fields are disabled,
 * and a notice says that it is not ready and whom to ask instead, until the very last step here: when anything fails
 * before, nobody can have typed a word.
 */
export function startSealedForm<Rows extends Questions>(
  root: HTMLElement,
  { words, rows, prepare, build, walk: startWalk, fitReceipt }: SealedFormParts<Rows>,
): void {
  const [centreKey] = readCentreKeys(root);
  const language = z.parse(FormLanguage, document.documentElement.lang);
  const page = part(root, 'page');
  const form = part(page, 'form');
  const questions = within(form, 'fieldset', HTMLFieldSetElement);
  const status = part(form, 'status');
  const unsent = part(form, 'unsent');
  const fault = part(form, 'fault');
  const leaving = new AbortController();
  const mailboxes = makeMailboxes();
  const prove: Prove = (challenge, signal) => {
    status.textContent = words.stages.proving;
    return solve(challenge, signal).catch(() => null);
  };
  const seal = async (answers: AnswersOf<Rows>) =>
    sealDraft(answers, build, language, centreKey, prove, await mailboxes.next());
  const sender = makeSender(seal, leaving.signal);
  const errors = makeErrorSummary(form, words);
  let receipt: ReceiptScreen | null = null;
  let fate: Fate = 'nothing';
  let walk: Walk | null = null;
  const guard = guardLeaving(root, leaving.signal, () => {
    receipt?.remind();
    return !receipt && walk?.back() === true;
  });

  const wipe = () => {
    leaving.abort();
    sender.forget();
    mailboxes.forget();
    receipt?.forget();
    emptyControls(form);
  };

  const lock = (sending: boolean) => {
    questions.disabled = sending;
  };

  const showOutcome = (panel: HTMLElement | null) => {
    for (const each of [unsent, fault]) each.hidden = each !== panel;
    panel?.focus();
  };

  const read = () => readAnswers(form, rows);

  /** What is wrong on a screen. */
  const onScreen = (found: readonly FieldError[], screen: string | undefined) =>
    found.filter(({ field }) => rows[field]?.screen === screen);

  const onAnswer = () => {
    if (receipt || leaving.signal.aborted) return;
    guard.stake(holdsAnswers(form) ? 'words' : 'nothing');
    errors.settle(findErrors(rows, read()));
  };

  let slow: ReturnType<typeof setTimeout> | undefined;
  const showStage = (stage: SendStage | null) => {
    clearTimeout(slow);
    status.textContent = stage ? words.stages[stage] : '';
    if (stage === 'sealing') {
      slow = setTimeout(() => {
        status.textContent = words.stages.sealingLong;
      }, LONG_SEALING);
    }
    // From the first try on, nobody can tell whether it has arrived until the worker says so.
    if (stage && stage !== 'sealing') fate = 'unsure';
  };

  const send = async () => {
    if (questions.disabled) return;
    const answers = read();
    const found = findErrors(rows, answers);
    const [first] = found;
    showOutcome(null);
    if (first) walk?.show(first.field);
    errors.show(walk ? onScreen(found, rows[first?.field ?? '']?.screen) : found);
    if (first) return;
    lock(true);
    status.focus();
    settle(await sender.send(answers, showStage), answers);
  };

  const settle = (sent: Sent<Draft>, answers: AnswersOf<Rows>) => {
    if (!sent.ok && (sent.code === 'stopped' || sent.code === 'busy')) return;
    showStage(null);
    if (sent.ok) {
      sender.forget();
      fate = 'sent';
      receipt = showReceipt(root, page, sent.sealed.code, () => guard.stake('noted'));
      fitReceipt?.(page, answers);
      guard.stake('code');
      emptyControls(form);
    } else if (sent.code === 'unsent') {
      lock(false);
      part(unsent, 'crowded').hidden = !sent.crowded;
      showOutcome(unsent);
      sender.goOn().then((later) => settle(later, answers), failed);
    } else {
      fate = 'nothing';
      lock(false);
      showOutcome(fault);
    }
  };

  /** Sealing can throw where a browser takes away what it had; the answers stay, and the page says whom to ask. */
  const failed = () => {
    showStage(null);
    lock(false);
    showOutcome(fault);
  };
  const trySend = () => {
    send().catch(failed);
  };

  // Who sees the button reads the last lines before it: time enough for what takes seconds on a cheap telephone.
  const button = within(questions, '[data-send]', HTMLElement);
  const watch = new IntersectionObserver((seen) => {
    if (leaving.signal.aborted || !seen.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    mailboxes.prepare();
  });

  startEmpty(form);
  prepare(form);
  walk =
    startWalk?.({
      page,
      form,
      rows,
      read,
      fits(screen) {
        const found = onScreen(findErrors(rows, read()), screen);
        errors.show(found);
        return found.length === 0;
      },
      onMove(begun) {
        errors.show([]);
        guard.hold(begun);
      },
    }) ?? null;
  startCounters(form, words);
  for (const type of ['input', 'change']) {
    form.addEventListener(type, sender.halt);
    form.addEventListener(type, onAnswer);
  }
  for (const button of form.querySelectorAll('[data-send]')) button.addEventListener('click', trySend);
  keepClean(wipe);
  const onEmpty = () => {
    wipe();
    showEmptied(root, page, fate);
  };
  startCover(root, onEmpty, leaving.signal);
  liftExit();
  showOpening(root);
  watch.observe(button);
  lock(false);
  part(root, 'not-ready').hidden = true;
}
