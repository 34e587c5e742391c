import '../../browser/without-eval.ts';
import { REQUEST_QUESTIONS } from '../../questions/request.ts';
import { startCheckboxes } from '../controls/checkbox.ts';
import { fillNotKeep } from '../controls/fill-not-keep.ts';
import { startSealedForm } from '../sealed-form/start-sealed-form.ts';
import { checkboxes } from '../shell/dom.ts';
import { readWords } from '../shell/words.ts';
import { buildRequest } from './build-request.ts';

const root = document.querySelector<HTMLElement>('[data-app="request"]');
if (root) {
  startSealedForm(root, {
    words: readWords(root),
    rows: REQUEST_QUESTIONS,
    prepare: (form) => {
      startCheckboxes(checkboxes(form));
      fillNotKeep(form);
    },
    build: buildRequest,
  });
}
