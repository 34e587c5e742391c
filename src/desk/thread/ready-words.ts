import { laterFolded } from '../later/folded.tsx';

/** Short sentences in the person's language, to put into an answer. */
export const Phrases = laterFolded('phrases.title', () =>
  import('../playbooks/phrase-sets.tsx').then((file) => file.PhraseSets),
);

/** The answers that the team has saved, to put into an answer. */
export const SavedAnswers = laterFolded('saved.title', () =>
  import('../saved/saved-picker.tsx').then((file) => file.SavedPicker),
);
