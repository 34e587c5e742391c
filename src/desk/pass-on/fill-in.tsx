import { useState } from 'preact/hooks';
import type { Given } from '../../handoff/lines.ts';
import { HANDOFF_LIMIT, HANDOFF_NAME_LIMIT } from '../../protocol/items/kinds/handoff.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import { PARTNERS } from '../../protocol/items/register.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import { ChooseOne, ChooseSome } from '../parts/choices.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';
import { type Filled, givenOf, NAMELESS } from './filled.ts';
import { hasPart, PARTS, type Part } from './parts.ts';
import { WordsField } from './words-field.tsx';

type Props = {
  referral: Referral;
  member: Member;
  filled: Filled;
  onFill: (filled: Filled) => void;
  onWhole: (given: Given) => void;
  onClose: () => void;
};

/** To whom, whether the person agrees, and what goes along. */
export function FillIn({ referral, member, filled, onFill, onWhole, onClose }: Props) {
  const { text } = useWords();
  const [missing, setMissing] = useState(false);
  const fill = (some: Partial<Filled>) => onFill({ ...filled, ...some });
  const nameOf = (part: Part) => {
    if (part === 'service' || part === 'now' || part === 'talk' || part === 'exploitation')
      return text(`work.lines.${part}`);
    return part === 'person' || part === 'language' || part === 'named'
      ? text(`passOn.part.${part}`)
      : text(`referral.${part}`);
  };
  const review = () => {
    const given = givenOf(filled, referral, member);
    setMissing(given === null);
    if (given) onWhole(given);
  };
  return (
    <>
      <ChooseOne
        legend={text('passOn.to')}
        choices={PARTNERS.map((value) => ({ value, name: text(`passOn.partner.${value}`) }))}
        value={filled.to ?? undefined}
        onChange={(to) => fill({ to: to ?? null })}
      />
      {filled.to !== null && NAMELESS.includes(filled.to) && (
        <WordsField
          label={text('passOn.toName')}
          value={filled.toName}
          limit={HANDOFF_NAME_LIMIT}
          onValue={(toName) => fill({ toName })}
        />
      )}
      <ChooseOne
        legend={text('passOn.consent')}
        choices={(['yes', 'no'] as const).map((value) => ({ value, name: text(`passOn.${value}`) }))}
        value={filled.agrees ?? undefined}
        onChange={(agrees) => fill({ agrees: agrees ?? null })}
      />
      {filled.agrees !== null && (
        <WordsField
          label={text(filled.agrees === 'yes' ? 'passOn.howYes' : 'passOn.howNo')}
          value={filled.how}
          limit={HANDOFF_LIMIT}
          onValue={(how) => fill({ how })}
        />
      )}
      <ChooseSome
        legend={text('passOn.parts')}
        choices={PARTS.filter((part) => hasPart(referral, part)).map((value) => ({
          value,
          name: nameOf(value),
        }))}
        values={filled.parts}
        onChange={(parts) => fill({ parts })}
      />
      <WordsField
        label={text('passOn.text')}
        value={filled.text}
        limit={HANDOFF_LIMIT}
        onValue={(more) => fill({ text: more })}
      />
      {missing && <Notice focus>{text('passOn.missing')}</Notice>}
      <div class="dialog-bar">
        <button class="quiet" type="button" onClick={onClose}>
          {text('passOn.cancel')}
        </button>
        <button class="primary" type="button" onClick={review}>
          {text('passOn.review')}
        </button>
      </div>
    </>
  );
}
