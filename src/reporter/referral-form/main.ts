import '../../browser/without-eval.ts';
import { REFERRAL_QUESTIONS } from '../../questions/referral.ts';
import { startCheckboxes } from '../controls/checkbox.ts';
import { startRadioGroup } from '../controls/radio-group.ts';
import { readAnswers } from '../sealed-form/answers/read-answers.ts';
import { startSealedForm } from '../sealed-form/start-sealed-form.ts';
import { checkboxes, part } from '../shell/dom.ts';
import { readWords } from '../shell/words.ts';
import { showBranches, startClearing } from './branches.ts';
import { buildReferral } from './build-referral.ts';

/** Gives the questions of the referral form their behaviour. */
function prepare(form: HTMLElement): void {
  for (const group of form.querySelectorAll<HTMLElement>('[role="radiogroup"]')) startRadioGroup(group);
  for (const set of form.querySelectorAll<HTMLElement>('[data-field]')) startCheckboxes(checkboxes(set));
  startClearing(form);
  const branch = () => showBranches(form, readAnswers(form, REFERRAL_QUESTIONS));
  form.addEventListener('change', branch);
  branch();
  for (const button of form.querySelectorAll<HTMLElement>('[data-go]')) {
    button.addEventListener('click', () => part(form, button.dataset['go'] ?? '').focus());
  }
}

const root = document.querySelector<HTMLElement>('[data-app="form"]');
if (root) {
  startSealedForm(root, {
    words: readWords(root),
    rows: REFERRAL_QUESTIONS,
    prepare,
    build: buildReferral,
    fitReceipt: showBranches,
  });
}
