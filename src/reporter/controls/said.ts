/**
 * The words of a question. Where they differ by who writes: `me` for the person who needs help, `other` for everybody
 * else, whose words also stand there until somebody has said who needs help.
 */
export type Said = string | { me: string; other: string };

/** One wording: for which answers it shows (`data-shown-for`), and whether it shows before any. */
export type Wording = { text: string; shownFor: string; first: boolean };

/** The wordings of what is said; a text that is the same for everybody gives none. */
export const wordingsOf = ({ me, other }: Exclude<Said, string>): Wording[] => [
  { text: me, shownFor: 'who:me', first: false },
  { text: other, shownFor: 'who: who:known', first: true },
];
