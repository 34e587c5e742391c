import { useState } from 'preact/hooks';
import type { Given } from '../../handoff/lines.ts';
import { HANDOFF_LIMIT, HANDOFF_NAME_LIMIT } from '../../protocol/items/kinds/handoff.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import { PARTNERS } from '../../protocol/items/register.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';
import { Choice, Words } from './choice.tsx';
import { AT_FIRST, answersOf, hasPart, PARTS, type Part } from './parts.ts';

/** What a member has filled in. It outlives a look at what the other centre will read. */
export type Filled = {
  to: Given['to'] | null;
  toName: string;
  agrees: 'yes' | 'no' | null;
  how: string;
  parts: ReadonlySet<Part>;
  text: string;
};

export const NOT_FILLED: Filled = {
  to: null,
  toName: '',
  agrees: null,
  how: '',
  parts: new Set(AT_FIRST),
  text: '',
};

/** Partners whose name stands in no list. */
const NAMELESS: readonly Given['to'][] = ['police', 'other'];

/** What is to be passed on, once it is whole; null before. */
export function givenOf(
  { to, toName, agrees, how, parts, text }: Filled,
  referral: Referral,
  by: Member,
): Given | null {
  const [name, said, more] = [toName.trim(), how.trim(), text.trim()];
  if (to === null || agrees === null || said === '' || (to === 'other' && name === '')) return null;
  return {
    by: { id: by.id, name: by.name },
    to,
    ...(NAMELESS.includes(to) && name && { toName: name }),
    consent: { given: agrees === 'yes', how: said },
    answers: answersOf(referral, parts),
    ...(more && { text: more }),
  };
}

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
  const nameOf = (part: Part) =>
    part === 'person' || part === 'language' ? text(`passOn.part.${part}`) : text(`referral.${part}`);
  const toggle = (part: Part) => {
    const parts = new Set(filled.parts);
    if (!parts.delete(part)) parts.add(part);
    fill({ parts });
  };
  const review = () => {
    const given = givenOf(filled, referral, member);
    setMissing(given === null);
    if (given) onWhole(given);
  };
  return (
    <>
      <Choice
        legend={text('passOn.to')}
        options={PARTNERS.map((partner) => [partner, text(`passOn.partner.${partner}`)])}
        chosen={filled.to}
        onChoose={(to) => fill({ to })}
      />
      {filled.to !== null && NAMELESS.includes(filled.to) && (
        <Words
          label={text('passOn.toName')}
          value={filled.toName}
          limit={HANDOFF_NAME_LIMIT}
          onValue={(toName) => fill({ toName })}
        />
      )}
      <Choice
        legend={text('passOn.consent')}
        options={[
          ['yes', text('passOn.yes')],
          ['no', text('passOn.no')],
        ]}
        chosen={filled.agrees}
        onChoose={(agrees) => fill({ agrees })}
      />
      {filled.agrees !== null && (
        <Words
          label={text(filled.agrees === 'yes' ? 'passOn.howYes' : 'passOn.howNo')}
          value={filled.how}
          limit={HANDOFF_LIMIT}
          onValue={(how) => fill({ how })}
        />
      )}
      <fieldset class="pass-choice">
        <legend>{text('passOn.parts')}</legend>
        {PARTS.filter((part) => hasPart(referral, part)).map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              data-part={part}
              checked={filled.parts.has(part)}
              onChange={() => toggle(part)}
            />
            {nameOf(part)}
          </label>
        ))}
      </fieldset>
      <Words
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
