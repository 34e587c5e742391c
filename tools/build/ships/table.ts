/** Something that a browser loads as one, and what may be in it. Whatever is not named may not. */
export type Ship = {
  /** Whom it goes to, in a sentence. */
  who: string;
  /** The page or module that asks for it. */
  entry: string;
  /** Folders of ours, with a `/` at the end, and single files. */
  ours: readonly string[];
  /** What of these may not be in it all the same. */
  without?: readonly string[];
  /** Packages of others. */
  packages: readonly string[];
};

/** What seals and what is sealed, and nothing that opens what others sealed. */
const SEALING = ['src/protocol/wire/', 'src/protocol/items/', 'src/protocol/seal/'];
const SEALING_PACKAGES = ['@noble/hashes', 'tweetnacl', 'zod'];

/** What both forms and the mailbox are made of. */
const REPORTER = [
  ...['controls', 'leaving', 'sending', 'shell'].map((folder) => `src/reporter/${folder}/`),
  'src/browser/',
  // How what is filled into a sentence keeps its order.
  'src/i18n/isolated.ts',
  ...SEALING,
];

/** What pages are made of that a code of 16 digits opens. */
const CODE_DOOR = 'src/reporter/code-door/';

/** What both forms are made of. */
const SEALED_FORM = [
  'src/reporter/sealed-form/',
  'src/reporter/receipt/',
  'src/reporter/proof/solve.ts',
  'src/questions/',
  ...REPORTER,
];

/** Every script that ships, and who may contain what. */
export const SHIPS: readonly Ship[] = [
  {
    who: 'the referral form',
    entry: 'src/pages/[lang]/info/a/index.astro',
    ours: ['src/reporter/referral-form/', 'src/reporter/steps/', ...SEALED_FORM],
    packages: SEALING_PACKAGES,
  },
  {
    who: 'the form of professionals',
    entry: 'src/pages/[lang]/info/w/index.astro',
    ours: ['src/reporter/work-form/', 'src/reporter/steps/', ...SEALED_FORM],
    packages: SEALING_PACKAGES,
  },
  {
    who: 'the request form',
    entry: 'src/pages/[lang]/info/f/index.astro',
    ours: ['src/reporter/request-form/', ...SEALED_FORM],
    packages: SEALING_PACKAGES,
  },
  {
    who: 'what works a challenge out for a form',
    entry: 'src/reporter/proof/solve.worker.ts',
    ours: ['src/reporter/proof/solve.worker.ts'],
    packages: ['altcha-lib'],
  },
  {
    who: 'the mailbox',
    entry: 'src/pages/[lang]/info/b/index.astro',
    ours: ['src/reporter/mailbox/', CODE_DOOR, ...REPORTER],
    packages: SEALING_PACKAGES,
  },
  {
    who: 'the page of another centre',
    entry: 'src/pages/[lang]/p/index.astro',
    // The table of what professionals are asked, by which their answers are put into lines.
    ours: ['src/reporter/partner/', 'src/handoff/', 'src/questions/', CODE_DOOR, ...REPORTER],
    packages: SEALING_PACKAGES,
  },
  {
    who: 'the desk',
    entry: 'src/pages/[lang]/desk/index.astro',
    ours: [
      'src/desk/',
      'src/handoff/',
      'src/questions/',
      'src/browser/',
      'src/protocol/wire/',
      'src/protocol/items/',
      // How days are written in each language, and how what is filled into a sentence keeps its order.
      'src/i18n/languages.ts',
      'src/i18n/isolated.ts',
    ],
    // Secret keys, and what works with them, are in the vault alone.
    without: ['src/desk/vault/inside/'],
    packages: ['@simplewebauthn/browser', 'i18next', 'libphonenumber-js', 'preact', 'zod'],
  },
  {
    who: 'the vault of the desk',
    entry: 'src/desk/vault/inside/vault.worker.ts',
    ours: [
      'src/desk/vault/inside/',
      'src/browser/without-eval.ts',
      ...SEALING,
      'src/protocol/keys/',
      'src/protocol/audit/',
    ],
    packages: SEALING_PACKAGES,
  },
];

/**
 * Where the scripts stand that are written into pages, or given as they are: the desk's service worker. Each is one file that
 * imports nothing.
 */
export const INLINE_FOLDERS = ['src/site/browser/', 'src/desk/ringing/service/'];
