import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

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

/** What the page of the desk holds beside its strings, in its own language. */
export type DeskTexts = {
  /** Whether the coordination has read the playbooks as they are. */
  read: boolean;
  playbooks: readonly Playbook[];
  phrases: readonly PhraseSet[];
  interpreters: readonly Interpreter[];
};

export const TextsContext = createContext<DeskTexts | null>(null);

/** The playbooks, phrases and interpreters of the page, for any component below `TextsContext`. */
export function useTexts(): DeskTexts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('No playbooks around this component.');
  return texts;
}
