import '../shell/without-eval.ts';
import { startCheckboxes } from '../controls/checkbox.ts';
import { startSealedForm } from '../sealed-form/start-sealed-form.ts';
import { checkboxes } from '../shell/dom.ts';
import { readWords } from '../shell/words.ts';
import { readRequestAnswers } from './answers.ts';
import { buildRequest } from './build-request.ts';
import { fillNotKeep } from './fill-not-keep.ts';
import { RequestWords } from './request-words.ts';
import { findRequestErrors } from './validate.ts';

const root = document.querySelector<HTMLElement>('[data-app="request"]');
if (root) {
  startSealedForm(root, {
    words: readWords(root, RequestWords),
    prepare: (form) => {
      startCheckboxes(checkboxes(form));
      fillNotKeep(form);
    },
    read: readRequestAnswers,
    findErrors: findRequestErrors,
    build: buildRequest,
  });
}
