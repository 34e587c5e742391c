/**
 * What every control carries into which something is typed: nothing is kept, corrected, completed or translated, since
 * browsers and their extensions send text away for all of these.
 */
export const privateTyping = {
  autocomplete: 'off',
  autocorrect: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  translate: 'no',
  dir: 'auto',
  'data-gramm': 'false',
} as const;
