import { partOf } from '../later/part.ts';
import type { SomeWords } from '../words/later-words.ts';

/** A line of a playbook; its telephone numbers are links as Markdown writes them: `[112](tel:112)`. */
export type Line = {
  text: string;
  /** Whether the facts in it are confirmed; others stand in no production build. */
  sure: boolean;
};

/** A playbook in the language of the page. */
export type Playbook = { id: string; title: string; when: string; steps: Line[]; never: Line[] };

/** The phrases in one language, by their ids, in their order. */
export type PhraseSet = {
  /** A BCP 47 tag, and from where it is read. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** Whether somebody who speaks it has read them. */
  read: boolean;
  says: Readonly<Record<string, string>>;
};

/** An interpreter whom the desk may call. */
export type Interpreter = {
  name: string;
  /** BCP 47 tags, as a person may choose to speak. */
  languages: readonly string[];
  telephone: string;
  /** `tel:` and what is dialled. */
  href: string;
  hours: string;
  sure: boolean;
};

/** What the desk shows beside its first strings, in the language of its page. */
export type DeskTexts = {
  /** The strings that come later. */
  words: SomeWords;
  /** Whether the coordination has read the playbooks as they are. */
  read: boolean;
  playbooks: readonly Playbook[];
  phrases: readonly PhraseSet[];
  interpreters: readonly Interpreter[];
};

let learn: (words: SomeWords) => void = () => {};

/** Sets who is told the strings that come with the texts, before anything shows them. */
export function onWords(told: typeof learn): void {
  learn = told;
}

/**
 * The strings that come later, the playbooks, phrases and interpreters, as the site has them in one file for the language of the page: the phrases of
 * every language are in it, since asking for those of one would tell the server which language a person speaks.
 */
export const deskTexts = partOf(async (): Promise<DeskTexts> => {
  const { texts = '', textsIntegrity = '' } = document.getElementById('desk')?.dataset ?? {};
  const answer = await fetch(texts, { integrity: textsIntegrity });
  if (!answer.ok) throw new Error('The texts did not come.');
  const here: DeskTexts = await answer.json();
  learn(here.words);
  return here;
});
