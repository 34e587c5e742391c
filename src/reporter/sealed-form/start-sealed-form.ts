import * as z from 'zod/mini';
import { FormLanguage } from '../../protocol/fields.ts';
import { startCover } from '../cover.ts';
import { part, within } from '../dom.ts';
import { emptyControls, keepClean } from '../page-hygiene.ts';
import { readCentreKey } from '../self-test.ts';
import { makeSender, type Sent } from '../sender.ts';
import { startCounter } from './counter.ts';
import { type Build, type Draft, sealDraft } from './draft.ts';
import { showErrors } from './error-summary.ts';
import type { FieldError } from './field-error.ts';
import { showReceipt } from './receipt-screen.ts';
import type { SealedFormWords } from './sealed-form-words.ts';

/** What one form asks, beside all that forms have in common. */
export type Questions<Answers, Required extends string> = {
  words: SealedFormWords<Required>;
  /** Gives its controls their behaviour, while they are still disabled and already empty. */
  prepare: (form: HTMLElement) => void;
  read: (form: HTMLElement) => Answers;
  /** What keeps the answers from being sent, in the order of the form. */
  findErrors: (answers: Answers) => FieldError<Required>[];
  build: Build<Answers>;
};

/**
 * Starts a form whose answers are sealed and sent (src/components/reporter/SealedForm.astro). Its fields are disabled,
 * and a notice says that it is not ready and whom to ask instead, until the very last step here: when anything fails
 * before, nobody can have typed a word.
 */
export function startSealedForm<Answers, Required extends string>(
  root: HTMLElement,
  { words, prepare, read, findErrors, build }: Questions<Answers, Required>,
): void {
  const centreKey = readCentreKey(root);
  const language = z.parse(FormLanguage, document.documentElement.lang);
  const form = part(root, 'form');
  const questions = within(form, 'fieldset', HTMLFieldSetElement);
  const status = part(form, 'status');
  const unsent = part(form, 'unsent');
  const fault = part(form, 'fault');
  const left = new AbortController();
  const seal = (answers: Answers) => sealDraft(answers, build, language, centreKey);
  const sender = makeSender(seal, left.signal);
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
    const answers = read(form);
    const errors = findErrors(answers);
    showOutcome(null);
    showErrors(form, errors, words);
    if (errors.length > 0) return;
    lock(true);
    status.focus();
    const sent = await sender.send(answers, (stage) => {
      status.textContent = words.stages[stage];
    });
    settle(sent);
  };

  const settle = (sent: Sent<Draft>) => {
    if (!sent.ok && (sent.code === 'stopped' || sent.code === 'busy')) return;
    status.textContent = '';
    if (sent.ok) {
      sender.forget();
      emptyControls(form);
      forgetReceipt = showReceipt(root, sent.sealed.code);
    } else if (sent.code === 'unsent') {
      lock(false);
      showOutcome(unsent);
      sender.goOn().then(settle, failed);
    } else {
      lock(false);
      showOutcome(fault);
    }
  };

  /** Sealing can throw where a browser takes away what it had; the answers stay, and the page says whom to ask. */
  const failed = () => {
    status.textContent = '';
    lock(false);
    showOutcome(fault);
  };
  const trySend = () => {
    send().catch(failed);
  };

  emptyControls(form);
  prepare(form);
  startCounter(form, words.left);
  for (const type of ['input', 'change']) form.addEventListener(type, sender.halt);
  for (const button of form.querySelectorAll('[data-send]')) button.addEventListener('click', trySend);
  keepClean(wipe);
  const empty = () => {
    wipe();
    location.reload();
  };
  startCover(root, empty, left.signal);
  lock(false);
  part(root, 'not-ready').hidden = true;
}
