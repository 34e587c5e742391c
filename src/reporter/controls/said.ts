/**
 * The words of a question. Where they differ by who writes: `me` for the person who needs help, `other` for everybody
 * else, or `known` and `work` for each. What is for others also stands there until somebody has said who needs help.
 */
export type Said = string | { me: string; other: string } | { me: string; known: string; work: string };

/** One wording: for which answers it shows (`data-shown-for`), and whether it shows before any. */
export type Wording = { text: string; shownFor: string; first: boolean };

/** The wordings of what is said; a text that is the same for everybody gives none. */
export function wordingsOf(said: Exclude<Said, string>): Wording[] {
  const me = { text: said.me, shownFor: 'who:me', first: false };
  if ('other' in said) return [me, { text: said.other, shownFor: 'who: who:known who:work', first: true }];
  return [
    me,
    { text: said.known, shownFor: 'who: who:known', first: true },
    { text: said.work, shownFor: 'who:work', first: false },
  ];
}
