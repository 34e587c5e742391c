import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';

const TABS = ['answer', 'note'] as const;
type Tab = (typeof TABS)[number];

type Props = {
  /** Where an answer is written; null where none may be. */
  answer: ComponentChildren | null;
  note: ComponentChildren;
  /** Which of the two has something begun in it. */
  first: Tab;
};

/**
 * The two places to write in, which can't be mistaken: what the person reads, and what only the team does. Each has its own
 * words, button, colour and draft.
 */
export function Writing({ answer, note, first }: Props) {
  const { text } = useWords();
  const [chosen, setChosen] = useState<Tab>(first);
  const list = useRef<HTMLDivElement>(null);
  const open = answer === null ? 'note' : chosen;
  const tabs = answer === null ? (['note'] as const) : TABS;
  const choose = (tab: Tab) => {
    setChosen(tab);
    list.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  };
  return (
    <section class="writing" data-writing={open} aria-label={text('writing.label')}>
      <div
        class="writing-tabs"
        role="tablist"
        aria-label={text('writing.label')}
        ref={list}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
          event.preventDefault();
          choose(open === 'answer' || answer === null ? 'note' : 'answer');
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab}
            id={`tab-${tab}`}
            class="writing-tab"
            type="button"
            role="tab"
            aria-selected={tab === open}
            aria-controls={`panel-${tab}`}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => choose(tab)}
          >
            {text(`writing.${tab}`)}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab}
          id={`panel-${tab}`}
          role="tabpanel"
          aria-labelledby={`tab-${tab}`}
          hidden={tab !== open}
        >
          {tab === 'answer' ? answer : note}
        </div>
      ))}
    </section>
  );
}
