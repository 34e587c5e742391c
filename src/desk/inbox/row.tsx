import { Fragment } from 'preact';
import { contactSign } from '../../handoff/contact-rule.ts';
import type { FirstItem } from '../../protocol/items/item.ts';
import { stepText } from '../acts/stand-text.ts';
import { peopleOf } from '../case/people.ts';
import { languageName, spokenLanguage, urgencyText } from '../case/referral-words.ts';
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
      <b>{text(`who.${item.who}`)}</b>
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

/** A thread in the list: how urgent, until when or with whom, who, and how to make contact. No names, no story. */
export function Row({ one, reference, me, now, current, onOpen }: Props) {
  const words = useWords();
  const { text } = words;
  const { row, opened } = one;
  const urgency = caseUrgency(one);
  const due = caseDue(one);
  const by = ownerOf(one);
  const said = saidOf(one);
  const step = said && by && stepText(said, now, words);
  const owner = ownerText(by, me, text);
  return (
    <li>
      <button
        class="row"
        type="button"
        data-referral={row.id}
        data-urgency={urgency ?? 'none'}
        data-alarm={isAlarm(one)}
        data-owner={by ? (by.id === me ? 'me' : 'other') : 'nobody'}
        data-overdue={due !== null && due <= now}
        aria-current={current ? 'true' : undefined}
        onClick={() => onOpen(row.id)}
      >
        <UrgencyMark urgency={urgency} calm={!isUnowned(one)} />
        <span class="row-top">
          <span class="row-urgency">{opened.ok ? urgencyText(one, text) : text('row.unopened')}</span>
          <span class="row-time">{due === null ? owner : timeLeft(due, now, text)}</span>
        </span>
        {opened.ok ? (
          <Summary one={one} item={opened.item} />
        ) : (
          <span class="row-line">{openingFaultText(opened.code, text)}</span>
        )}
        <span class="row-end">
          {opened.ok && opened.item.kind === 'referral' && (
            <span class="row-sign">{contactSign(opened.item.answer, text)}</span>
          )}
          {one.doubt && <span class="row-doubt">{text(`doubt.${one.doubt}`)}</span>}
          {step && (
            <span class="row-step" data-due={stepIsDue(one, now)}>
              {step}
            </span>
          )}
          {hasNews(one) && <span class="row-news">{text('row.news')}</span>}
          <span class="reference" translate={false}>
            {reference}
          </span>
        </span>
      </button>
    </li>
  );
}
