import { Fragment } from 'preact';
import { contactSign } from '../../handoff/contact-rule.ts';
import type { FirstItem } from '../../protocol/items/item.ts';
import { stepText } from '../acts/stand-text.ts';
import { peopleOf } from '../case/people.ts';
import { languageName, spokenLanguage, urgencyText, whoKey } from '../case/referral-words.ts';
import { requestTitle } from '../case/request-words.ts';
import { timeLeft } from '../clock/time-left.ts';
import { openingFaultText } from '../words/fault-text.ts';
import { ownerText } from '../words/owner-text.ts';
import { useWords } from '../words/words.ts';
import {
  type Case,
  caseDue,
  caseUrgency,
  hasNews,
  isAlarm,
  isOneOfGroup,
  isUnowned,
  ownerOf,
  saidOf,
  stepIsDue,
} from './cases.ts';
import { UrgencyMark } from './urgency-mark.tsx';

type Props = {
  one: Case;
  reference: string;
  me: string;
  now: number;
  current: boolean;
  /** It is too far from sight to be read. */
  far: boolean;
  onOpen: (id: string) => void;
};

/** What a row says of a thread: who it is about, or what is asked for. */
function Summary({ one, item }: { one: Case; item: FirstItem }) {
  const { text, language } = useWords();
  if (item.kind === 'request') {
    return (
      <span class="row-line">
        <b>{requestTitle(item, text)}</b>
        {' · '}
        <span>{text('request.formIn', { language: languageName(item.formLanguage, language) })}</span>
      </span>
    );
  }
  return (
    <span class="row-line">
      <b>{text(whoKey(item))}</b>
      {peopleOf(one, item, text).map(({ name, said, minor }) => (
        <Fragment key={name}>
          {' · '}
          <span class={minor ? 'minor' : `row-${name}`}>{said}</span>
        </Fragment>
      ))}
      {' · '}
      <span>{spokenLanguage(item, text, language)}</span>
    </span>
  );
}

/** What a row says: how urgent, until when or with whom, who, and how to make contact. No names, no story. */
function Said({ one, reference, me, now }: Props) {
  const words = useWords();
  const { text } = words;
  const { opened } = one;
  const due = caseDue(one);
  const by = ownerOf(one);
  const said = saidOf(one);
  const step = said && by && stepText(said, now, words);
  return (
    <>
      <UrgencyMark urgency={caseUrgency(one)} calm={!isUnowned(one)} />
      <span class="row-top">
        <span class="row-urgency">{opened.ok ? urgencyText(one, text) : text('row.unopened')}</span>
        <span class="row-time">{due === null ? ownerText(by, me, text) : timeLeft(due, now, text)}</span>
      </span>
      {opened.ok ? (
        <Summary one={one} item={opened.item} />
      ) : (
        <span class="row-line">{openingFaultText(opened.code, text)}</span>
      )}
      <span class="row-end">
        {opened.ok && opened.item.kind === 'referral' && !isOneOfGroup(one) && (
          <span class="row-sign">{contactSign(opened.item.answer, text)}</span>
        )}
        {one.doubt && <span class="row-doubt">{text(`doubt.${one.doubt}`)}</span>}
        {step && (
          <span class="row-step" data-due={stepIsDue(one, now)}>
            {step}
          </span>
        )}
        {hasNews(one) && <span class="row-news">{text('row.news')}</span>}
        <Reference reference={reference} />
      </span>
    </>
  );
}

/** What members call a case. */
function Reference({ reference }: { reference: string }) {
  return (
    <span class="reference" translate={false}>
      {reference}
    </span>
  );
}

/** A thread in the list. One that is far from sight says what members call it, by which it can be found, and no more. */
export function Row(props: Props) {
  const { one, reference, me, now, current, far, onOpen } = props;
  const due = caseDue(one);
  const by = ownerOf(one);
  return (
    <li class={far ? 'far' : undefined}>
      <button
        class="row"
        type="button"
        data-referral={one.row.id}
        data-urgency={caseUrgency(one) ?? 'none'}
        data-alarm={isAlarm(one)}
        data-owner={by ? (by.id === me ? 'me' : 'other') : 'nobody'}
        data-overdue={due !== null && due <= now}
        aria-current={current ? 'true' : undefined}
        onClick={() => onOpen(one.row.id)}
      >
        {far ? <Reference reference={reference} /> : <Said {...props} />}
      </button>
    </li>
  );
}
