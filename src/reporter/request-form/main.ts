import '../../browser/without-eval.ts';
import { REQUEST_QUESTIONS } from '../../questions/request.ts';
import { fillNotKeep } from '../controls/fill-not-keep.ts';
import { startChoices } from '../controls/start-choices.ts';
import { readAnswers } from '../sealed-form/answers/read-answers.ts';
import { showBranches, startBranches } from '../sealed-form/asking/branches.ts';
import { startSealedForm } from '../sealed-form/start-sealed-form.ts';
import { readWords } from '../shell/words.ts';
import { buildRequest } from './build-request.ts';

const root = document.querySelector<HTMLElement>('[data-app="request"]');
if (root) {
  startSealedForm(root, {
    words: readWords(root),
    rows: REQUEST_QUESTIONS,
    prepare: (form) => {
      startChoices(form);
      fillNotKeep(form);
      startBranches(form, () => readAnswers(form, REQUEST_QUESTIONS));
    },
    build: buildRequest,
    fitReceipt: showBranches,
  });
}
