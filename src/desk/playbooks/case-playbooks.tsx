import type { Referral } from '../../protocol/items/kinds/referral.ts';
import { type Beside, playbooksFor } from '../../questions/playbooks.ts';
import { Later } from '../later/later.tsx';
import { useWords } from '../words/words.ts';
import { Playbook, Unread } from './playbook.tsx';
import { type DeskTexts, deskTexts } from './texts.ts';

type Ids = ReturnType<typeof playbooksFor>;

function Fitting({ ids, texts }: { ids: Ids; texts: DeskTexts }) {
  const { text } = useWords();
  const fitting = ids.flatMap((id) => texts.playbooks.find((one) => one.id === id) ?? []);
  if (fitting.length === 0) return null;
  return (
    <section class="playbooks" aria-labelledby="playbooks-title">
      <h2 id="playbooks-title">{text('playbooks.fitting')}</h2>
      <Unread read={texts.read} />
      {fitting.map((one) => (
        <Playbook key={one.id} playbook={one} />
      ))}
    </section>
  );
}

type Props = { referral: Referral; beside: Beside };

/**
 * The playbooks that the answers of a case call for, and what is known beside them, the first to be read first; nothing
 * where none do.
 */
export function CasePlaybooks({ referral, beside }: Props) {
  const ids = playbooksFor(referral, beside);
  if (ids.length === 0) return null;
  return <Later part={deskTexts}>{(texts) => <Fitting ids={ids} texts={texts} />}</Later>;
}
