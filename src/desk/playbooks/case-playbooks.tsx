import type { Referral } from '../../protocol/items/kinds/referral.ts';
import { playbooksFor } from '../../questions/playbooks.ts';
import { useWords } from '../words/words.ts';
import { Playbook, Unread } from './playbook.tsx';
import { useTexts } from './texts.ts';

/** The playbooks that the answers of a case call for, the first to be read first; nothing where none do. */
export function CasePlaybooks({ referral }: { referral: Referral }) {
  const { text } = useWords();
  const { playbooks, read } = useTexts();
  const fitting = playbooksFor(referral).flatMap((id) => playbooks.find((one) => one.id === id) ?? []);
  if (fitting.length === 0) return null;
  return (
    <section class="playbooks" aria-labelledby="playbooks-title">
      <h2 id="playbooks-title">{text('playbooks.fitting')}</h2>
      <Unread read={read} />
      {fitting.map((one) => (
        <Playbook key={one.id} playbook={one} />
      ))}
    </section>
  );
}
