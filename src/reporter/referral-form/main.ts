import '../../browser/without-eval.ts';
import { REFERRAL_QUESTIONS } from '../../questions/referral.ts';
import { startChoices } from '../controls/start-choices.ts';
import { readAnswers } from '../sealed-form/answers/read-answers.ts';
import { showBranches, startBranches, startClearing } from '../sealed-form/asking/branches.ts';
import type { SealedFormWords } from '../sealed-form/sealed-form-words.ts';
import { startSealedForm } from '../sealed-form/start-sealed-form.ts';
import { part } from '../shell/dom.ts';
import { readWords } from '../shell/words.ts';
import { contactSentence } from '../steps/contact-sentence.ts';
import { readGiven, showGiven } from '../steps/show-check.ts';
import { startWalk } from '../steps/walk.ts';
import type { WalkWords } from '../steps/walk-words.ts';
import { buildReferral } from './build-referral.ts';

/** Gives the questions of the referral form their behaviour. */
function prepare(form: HTMLElement): void {
  startChoices(form);
  startClearing(form);
  startBranches(form, () => readAnswers(form, REFERRAL_QUESTIONS));
}

const root = document.querySelector<HTMLElement>('[data-app="form"]');
if (root) {
  const words = readWords<SealedFormWords & WalkWords>(root);
  startSealedForm(root, {
    words,
    rows: REFERRAL_QUESTIONS,
    prepare,
    build: buildReferral,
    walk: (parts) =>
      startWalk(parts, {
        count: words.count,
        check(page, answers, change) {
          showGiven(page, REFERRAL_QUESTIONS, answers, change);
          const { said } = readGiven(page, 'times');
          part(page, 'rule').textContent = contactSentence(answers, said, words);
        },
      }),
    fitReceipt: showBranches,
  });
}
