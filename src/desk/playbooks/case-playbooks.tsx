import type { Referral } from '../../protocol/items/kinds/referral.ts';
import { playbooksFor } from '../../questions/playbooks.ts';
import { Later } from '../later/later.tsx';
import type { ByHand } from '../state/stand.ts';
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

type Props = { referral: Referral; byHand: ByHand | undefined };

/**
 * The playbooks that the answers of a case call for, and how urgent a member said that it is, the first to be read first;
 * nothing where none do.
 */
export function CasePlaybooks({ referral, byHand }: Props) {
  const ids = playbooksFor(referral, byHand);
  if (ids.length === 0) return null;
  return <Later part={deskTexts}>{(texts) => <Fitting ids={ids} texts={texts} />}</Later>;
}
