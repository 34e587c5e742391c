import '../without-eval.ts';
import * as z from 'zod/mini';
import { startCover } from '../cover.ts';
import { part, within } from '../dom.ts';
import { emptyControls, keepClean } from '../page-hygiene.ts';
import { startRadioGroup } from '../radio-group.ts';
import { readCentreKey } from '../self-test.ts';
import { makeSender } from '../sender.ts';
import { readWords } from '../words.ts';
import { type Answers, readAnswers } from './answers.ts';
import { showBranches, startAlone, startClearing } from './branches.ts';
import { startCounter } from './counter.ts';
import { sealDraft } from './draft.ts';
import { showErrors } from './error-summary.ts';
import { FormWords } from './form-words.ts';
import { isInsideApp } from './inside-app.ts';
import { showReceipt } from './receipt-screen.ts';
import { findErrors } from './validate.ts';

/**
 * Starts the form. Its fields are disabled, and a notice says that it is not ready and gives the telephone number,
 * until the very last step here: when anything fails before, nobody can have typed a word.
 */
function startForm(root: HTMLElement): void {
  const centreKey = readCentreKey(root);
  const words = readWords(root, FormWords);
  const language = z.parse(z.enum(['nl', 'fr', 'en']), document.documentElement.lang);
  const form = part(root, 'form');
  const questions = within(form, 'fieldset', HTMLFieldSetElement);
  const status = part(form, 'status');
  const unsent = part(form, 'unsent');
  const fault = part(form, 'fault');
  const left = new AbortController();
  const sender = makeSender((answers: Answers) => sealDraft(answers, language, centreKey), left.signal);
  let forgetReceipt = () => {};

  const wipe = () => {
    left.abort();
    sender.forget();
    forgetReceipt();
    emptyControls(form);
  };

  const lock = (sending: boolean) => {
    questions.disabled = sending;
  };

  const showOutcome = (panel: HTMLElement | null) => {
    for (const each of [unsent, fault]) each.hidden = each !== panel;
    panel?.focus();
  };

  const send = async () => {
    if (questions.disabled) return;
    const answers = readAnswers(form);
    const errors = findErrors(answers);
    showOutcome(null);
    showErrors(form, errors, words);
    if (errors.length > 0) return;
    lock(true);
    status.focus();
    const sent = await sender.send(answers, (stage) => {
      status.textContent = words.stages[stage];
    });
    status.textContent = '';
    if (sent.ok) {
      sender.forget();
      emptyControls(form);
      forgetReceipt = showReceipt(root, sent.sealed.code);
    } else if (sent.code === 'unsent') {
      lock(false);
      showOutcome(unsent);
    } else if (sent.code === 'refused') {
      lock(false);
      showOutcome(fault);
    }
  };

  /** Sealing can throw where a browser takes away what it had; the answers stay, and the telephone is there. */
  const trySend = () => {
    send().catch(() => {
      status.textContent = '';
      lock(false);
      showOutcome(fault);
    });
  };

  for (const group of form.querySelectorAll<HTMLElement>('[role="radiogroup"]')) startRadioGroup(group);
  startAlone(form);
  startClearing(form);
  emptyControls(form);
  const branch = () => showBranches(form, readAnswers(form));
  form.addEventListener('change', branch);
  branch();
  startCounter(form, words.left);
  for (const button of form.querySelectorAll<HTMLElement>('[data-go]')) {
    button.addEventListener('click', () => part(form, button.dataset['go'] ?? '').focus());
  }
  for (const button of form.querySelectorAll('[data-send]')) button.addEventListener('click', trySend);
  part(root, 'inside-app').hidden = !isInsideApp(navigator.userAgent);
  keepClean(wipe);
  startCover(root, wipe, left.signal);
  lock(false);
  part(root, 'not-ready').hidden = true;
}

const root = document.querySelector<HTMLElement>('[data-app="form"]');
if (root) startForm(root);
