import type { Strings } from '../../i18n/strings.ts';

type Desk = Strings['desk'];

/**
 * Which sections of the desk's strings come with what is opened now and then, beside its texts, and what of each the desk
 * says before. A check holds it to what the desk's first scripts say (tools/check/content/later-words.ts).
 */
export const LATER_WORDS = {
  audit: ['title'],
  call: [
    'back',
    'calling',
    'callingText',
    'did',
    'elsewhere',
    'hideNumber',
    'outcome',
    'question',
    'unknown',
  ],
  card: [],
  copies: [],
  count: ['figures', 'open'],
  drill: [],
  duty: ['fault', 'line', 'title'],
  elsewhere: [],
  ended: ['shut'],
  field: ['error', 'hide', 'name', 'passphrase', 'show'],
  figures: [],
  handover: ['accepted', 'action', 'back', 'incoming', 'look', 'ok', 'outgoing', 'stays', 'until'],
  interpreters: [],
  junk: [],
  keyChange: ['title'],
  next: ['action', 'again', 'close', 'none', 'title', 'uncounted'],
  noscript: [],
  passOn: [
    ...['action', 'became', 'label', 'late', 'partner', 'remind', 'revoke', 'stage', 'tell'],
    ...['unreadable', 'what'],
  ],
  people: ['few', 'open'],
  phrases: ['title'],
  playbooks: ['fitting', 'never', 'title', 'unread', 'unsure'],
  request: ['copies', 'formIn', 'text', 'title', 'training'],
  retention: ['title'],
  ring: ['lost', 'title'],
  saved: ['title'],
  split: [],
  thrown: [],
  ways: ['add', 'one', 'title'],
  work: [],
} as const satisfies Partial<Record<keyof Desk, readonly string[]>>;

/** Sections with what of each is said at first. */
export type LaterWords = Readonly<Partial<Record<string, readonly string[]>>>;

/** The name of a string without the ending of its plural: `few_other` is a form of `few`. */
const stemOf = (name: string) => name.replace(/_(zero|one|two|few|many|other)$/, '');

/** Whether a string comes later, by the first two parts of its path. */
export function comesLater(section: string, name = '', table: LaterWords = LATER_WORDS): boolean {
  const before = table[section];
  return before !== undefined && !before.includes(stemOf(name));
}

/** A tree of strings that holds some of them. */
export type SomeWords = { [section: string]: string | SomeWords };

/** The strings that the desk says at first, or those that come later; the two make all. */
export function wordsFor(strings: Desk, when: 'first' | 'later'): SomeWords {
  const wanted = (section: string, name?: string) => comesLater(section, name) === (when === 'later');
  return Object.fromEntries(
    Object.entries<string | SomeWords>(strings).flatMap(
      ([section, words]): [string, string | SomeWords][] => {
        if (typeof words === 'string') return wanted(section) ? [[section, words]] : [];
        const some = Object.entries(words).filter(([name]) => wanted(section, name));
        return some.length > 0 ? [[section, Object.fromEntries(some)]] : [];
      },
    ),
  );
}
