import '../../browser/without-eval.ts';
import type work from '../../../content/nl/ui/work.json';
import { WORK_QUESTIONS } from '../../questions/work.ts';
import { startCounters } from '../controls/counter.ts';
import { fillNotKeep } from '../controls/fill-not-keep.ts';
import { startChoices } from '../controls/start-choices.ts';
import { readAnswers } from '../sealed-form/answers/read-answers.ts';
import { showBranches, startBranches } from '../sealed-form/asking/branches.ts';
import type { SealedFormWords } from '../sealed-form/sealed-form-words.ts';
import { startSealedForm } from '../sealed-form/start-sealed-form.ts';
import { part } from '../shell/dom.ts';
import { fill, readWords } from '../shell/words.ts';
import { showGiven } from '../steps/show-check.ts';
import { startWalk } from '../steps/walk.ts';
import { buildWork } from './build-work.ts';
import { makeFileCopy } from './file-copy.ts';
import { startGates } from './gate.ts';

const root = document.querySelector<HTMLElement>('[data-app="work"]');
if (root) {
  const copy = makeFileCopy();
  const words = readWords<SealedFormWords & (typeof work)['walk']>(root);
  startSealedForm(root, {
    words,
    rows: WORK_QUESTIONS,
    prepare(form) {
      const read = () => readAnswers(form, WORK_QUESTIONS);
      startChoices(form);
      fillNotKeep(form);
      startGates(form, read, (inside) => {
        startChoices(inside);
        startCounters(inside, words);
      });
      startBranches(form, read);
    },
    build: buildWork,
    walk: (parts) =>
      startWalk(parts, {
        count: words.count,
        check(page, answers, change) {
          showGiven(page, WORK_QUESTIONS, answers, change);
          copy.take(page);
          part(page, 'rule').textContent = fill(words.answer, { number: answers.number.trim() });
        },
      }),
    fitReceipt(page, answers) {
      showBranches(page, answers);
      copy.show(page);
    },
  });
}
