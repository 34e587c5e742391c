import { describe, expect, it } from 'vitest';
import { AnyReferral } from '../../../src/protocol/items/kinds/any-referral.ts';
import { DANGER } from '../../../src/protocol/items/kinds/referral.ts';
import { CONSENT, NEEDS_CONSENT } from '../../../src/protocol/items/kinds/work.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import type { AnswersOf, Question, Questions } from '../../../src/questions/question.ts';
import { REFERRAL_QUESTIONS, type ReferralRows } from '../../../src/questions/referral.ts';
import { REQUEST_QUESTIONS, type RequestRows } from '../../../src/questions/request.ts';
import { WORK_QUESTIONS } from '../../../src/questions/work.ts';
import { buildReferral } from '../../../src/reporter/referral-form/build-referral.ts';
import { buildRequest } from '../../../src/reporter/request-form/build-request.ts';
import { findErrors } from '../../../src/reporter/sealed-form/answers/find-errors.ts';
import type { ThreadStart } from '../../../src/reporter/sealed-form/draft.ts';
import { buildWork } from '../../../src/reporter/work-form/build-work.ts';

/** Answers by which a person could be found, who did not agree: help has to get there while somebody is in danger. */
const IN_DANGER = ['personNumber', 'reach', 'place'] as const;

const start: ThreadStart = { id: randomId(), at: 0, mailbox: 'A'.repeat(43), formLanguage: 'en' };

/** An answer to a question that a form takes. */
function answerTo(row: Question): string | string[] | boolean {
  if (row.control === 'radios') return row.options[0] ?? '';
  if (row.control === 'checks') return [...row.options];
  if (row.control === 'number') return String(row.most);
  return row.control === 'checkbox' ? true : '0123';
}

/** Answers to every question of a form: with those on which others depend, so that every one is asked. */
function everyAnswer<Rows extends Questions>(rows: Rows): AnswersOf<Rows> {
  const cases = Object.values(rows)
    .flatMap(({ shownFor }) => shownFor?.slice(0, 1) ?? [])
    // What is ticked has every answer.
    .filter((one) => rows[one.split(':')[0] ?? '']?.control !== 'checks');
  const answers = Object.entries(rows).map(([field, row]) => [field, answerTo(row)]);
  return Object.fromEntries([...answers, ...cases.map((one) => one.split(':'))]) as AnswersOf<Rows>;
}

describe('the questions of the referral form', () => {
  const answers = everyAnswer(REFERRAL_QUESTIONS);
  const built = buildReferral(answers, start);

  it.each(Object.entries<Question>(REFERRAL_QUESTIONS))('seal the answer to %s', (field, { within }) => {
    const answer = Object.entries(answers).find(([name]) => name === field)?.[1];
    expect(within ? built?.answer : built).toHaveProperty(field, answer);
  });

  const depending = Object.entries<Question>(REFERRAL_QUESTIONS).filter(([, row]) => row.shownFor);
  it.each(depending)('seal nothing of %s where it is no longer asked', (field, { shownFor = [] }) => {
    const [asked = ''] = shownFor[0]?.split(':') ?? [];
    const others = { who: 'me', way: 'mailbox', speaks: 'en' };
    const taken = buildReferral({ ...answers, [asked]: Object(others)[asked] }, start);
    expect(taken).not.toBeNull();
    expect({ ...taken, ...taken?.answer }[field as 'number']).toBeUndefined();
  });
});

describe('the questions of professionals', () => {
  const answers = everyAnswer(WORK_QUESTIONS);
  const built = buildWork(answers, start);

  it.each(Object.entries<Question>(WORK_QUESTIONS))('seal the answer to %s', (field, { within, control }) => {
    const answer = Object.entries(answers).find(([name]) => name === field)?.[1];
    const part = within === 'work' ? built?.work : within ? built?.answer : built;
    expect(part).toHaveProperty(field, control === 'number' ? Number(answer) : answer);
  });

  const unagreed = CONSENT.filter((one) => one !== 'agreed');

  it.each(unagreed)(
    'seal nothing that names the person, and only in danger what finds them (%s)',
    (consent) => {
      for (const danger of DANGER) {
        const sealed = buildWork({ ...answers, consent, danger }, start);
        expect(sealed?.work).toMatchObject({ consent });
        const held = { ...sealed, ...sealed?.work };
        for (const field of NEEDS_CONSENT) expect(held).not.toHaveProperty(field, expect.anything());
        for (const field of IN_DANGER)
          expect(held[field]).toBe(danger === 'yes' ? answers[field] : undefined);
      }
    },
  );

  it('stand behind the gate where they would find the person', () => {
    const gated = Object.entries<Question>(WORK_QUESTIONS).filter(([, row]) => row.gated);
    expect(gated.map(([field]) => field)).toEqual([...NEEDS_CONSENT, ...IN_DANGER]);
    for (const field of NEEDS_CONSENT) expect(WORK_QUESTIONS[field].shownFor).toEqual(['consent:agreed']);
    for (const field of IN_DANGER)
      expect(WORK_QUESTIONS[field].shownFor).toEqual(['consent:agreed', 'danger:yes']);
  });

  it('ask four answers, and no more controls on a screen than a hurried reader takes in', () => {
    const rows = Object.entries<Question>(WORK_QUESTIONS);
    const required = rows.filter(([, row]) => row.required).map(([field]) => field);
    expect(required).toEqual(['service', 'number', 'danger', 'consent']);
    for (const screen of ['start', 'second']) {
      const here = rows.filter(([, row]) => row.screen === screen);
      // A choice of one is one stop of the Tab key, one of several as many as there are.
      const stops = here.map(([, row]) => (row.control === 'checks' ? row.options.length : 1));
      expect(stops.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(24);
    }
  });

  it.each(['0', '51', '1.5', 'two', '-1', '1e1'])('are not sent with %s people', (people) => {
    expect(findErrors(WORK_QUESTIONS, { ...answers, people })).toEqual([
      { field: 'people', code: 'range', least: 1, most: 50 },
    ]);
    expect(buildWork({ ...answers, people }, start)).toBeNull();
  });
});

describe('an item of a professional', () => {
  const item = buildWork(everyAnswer(WORK_QUESTIONS), start);
  const by = (work: object, rest: object = {}) => AnyReferral.safeParse({ ...item, work, ...rest }).success;

  it('is about one person of a group only where it holds no word of who wrote', () => {
    const bare = { ...item, work: undefined, place: undefined, story: undefined, callName: undefined };
    const begun = { ...bare, speaksOther: undefined, answer: { way: 'mailbox' }, of: randomId() };
    const parses = (more: object) => AnyReferral.safeParse({ ...begun, ...more }).success;
    expect(parses({})).toBe(true);
    for (const words of [
      ...[{ work: item?.work }, { place: 'x' }, { story: 'x' }, { callName: 'x' }, { speaksOther: 'x' }],
      ...[{ answer: { way: 'mailbox', number: '0470 12 34 56' } }, { who: 'known' }, { of: 'short' }],
    ])
      expect([words, parses(words)]).toEqual([words, false]);
  });

  it('names nobody who did not agree, and finds them only in danger, whoever made it', () => {
    const { person, personNumber, ...work } = item?.work ?? {};
    const nowhere = { danger: 'no', reach: 'no', place: undefined };
    expect(by({ ...work, consent: 'agreed', person, personNumber }, { danger: 'no' })).toBe(true);
    for (const consent of ['refused', 'unasked']) {
      expect(by({ ...work, consent }, nowhere)).toBe(true);
      for (const danger of DANGER) {
        const inDanger = danger === 'yes';
        expect(by({ ...work, consent, person }, { ...nowhere, danger })).toBe(false);
        expect(by({ ...work, consent, personNumber }, { ...nowhere, danger })).toBe(inDanger);
        expect(by({ ...work, consent }, { ...nowhere, danger, reach: 'yes' })).toBe(inDanger);
        expect(by({ ...work, consent }, { ...nowhere, danger, place: 'Jette' })).toBe(inDanger);
      }
    }
  });

  it('is never of more minors than people', () => {
    const { people: _, minors: __, ...work } = item?.work ?? {};
    for (const [people, minors] of [
      [2, 2],
      [2, 0],
      [undefined, 2],
      [2, undefined],
    ]) {
      expect(by({ ...work, people, minors })).toBe(true);
    }
    expect(by({ ...work, people: 2, minors: 3 })).toBe(false);
  });

  it('is one of who met the person in their work', () => {
    expect(by(item?.work ?? {}, { who: 'work' })).toBe(true);
    for (const who of ['me', 'known']) expect(by(item?.work ?? {}, { who })).toBe(false);
  });
});

describe('the questions of the request form', () => {
  it('seal every answer', () => {
    const answers = everyAnswer(REQUEST_QUESTIONS);
    const built = buildRequest(answers, start);
    for (const [field, row] of Object.entries<Question>(REQUEST_QUESTIONS)) {
      const answer = Object.entries(answers).find(([name]) => name === field)?.[1];
      const [part, said] = row.within ? [built?.copies, Number(answer)] : [built, answer];
      expect(part).toHaveProperty(field, said);
    }
  });
});

describe('a table of questions', () => {
  it('compiles only with a row for every answer that an item holds, and with what fits it', () => {
    const { place: _place, ...withoutPlace } = REFERRAL_QUESTIONS;
    const { reply: _reply, ...withoutReply } = REQUEST_QUESTIONS;
    const { within: _within, ...elsewhere } = REFERRAL_QUESTIONS.number;
    const { age } = REFERRAL_QUESTIONS;
    const never = { ...REFERRAL_QUESTIONS, age: { ...age, shownFor: ['who:you'] } } as const;
    const lost = { ...REFERRAL_QUESTIONS, number: elsewhere };
    const typed = { ...REFERRAL_QUESTIONS, age: REFERRAL_QUESTIONS.place };
    const hidden = { ...REFERRAL_QUESTIONS, age: { ...age, desk: 'drawer' } } as const;
    const asked: unknown[] = [
      REFERRAL_QUESTIONS,
      REQUEST_QUESTIONS,
      // @ts-expect-error: a referral holds a place, and nobody would be asked for it
      withoutPlace satisfies ReferralRows,
      // @ts-expect-error: a request holds a way to reply
      withoutReply satisfies RequestRows,
      // @ts-expect-error: the number would be sealed where nobody reads it
      lost satisfies ReferralRows,
      // @ts-expect-error: nobody can give that answer, and the question would never show
      never satisfies ReferralRows,
      // @ts-expect-error: a choice among answers is not typed
      typed satisfies ReferralRows,
      // @ts-expect-error: the desk has no such place
      hidden satisfies ReferralRows,
    ];
    expect(asked).toHaveLength(8);
  });
});
