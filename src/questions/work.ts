import {
  AGE,
  DANGER,
  REACH,
  REFERRAL_LIMITS,
  type Referral,
  type SafeAnswer,
  SPOKEN,
  WHEN,
} from '../protocol/items/kinds/referral.ts';
import {
  CONSENT,
  DIMENSIONS,
  EXPLOITATION,
  INTERPRETER,
  LAST_CONTACT,
  MOST_PEOPLE,
  NEEDS,
  WORK_LIMITS,
  YES_NO,
  YES_NO_UNSURE,
} from '../protocol/items/kinds/work.ts';
import type { WorkPart } from '../protocol/items/kinds/work-part.ts';
import type { AnswersOf, CaseOf, QuestionFor } from './question.ts';
import type { Place as ReferralPlace } from './referral.ts';
import { WORK_WEIGHTS } from './work-weights.ts';

/** The lines of the desk's list in which what only a professional says stands, in the order in which they are read. */
export const WORK_LINES = ['consent', 'service', 'now', 'talk', 'exploitation'] as const;
export type WorkLine = (typeof WORK_LINES)[number];

type Place = ReferralPlace | WorkLine;

/** The answers of any referral that a professional is asked for too. */
type Shared = Pick<
  Referral,
  'callName' | 'danger' | 'when' | 'reach' | 'age' | 'speaks' | 'speaksOther' | 'place' | 'story'
>;

/** How the centre may answer a professional: by their number, and always in the mailbox. */
type Way = Pick<SafeAnswer, 'number'>;

/** The answers on which the page shows something. */
export type WorkCase = CaseOf<Required<Shared & Way & WorkPart>>;

/** A row for every answer that only a professional gives, and for those that they share with everybody. */
export type WorkRows = {
  [Field in keyof WorkPart]-?: QuestionFor<NonNullable<WorkPart[Field]>, Place, WorkCase> & {
    within: 'work';
  };
} & {
  [Field in keyof Shared]-?: QuestionFor<NonNullable<Shared[Field]>, Place, WorkCase> & { within?: never };
} & {
  [Field in keyof Way]-?: QuestionFor<NonNullable<Way[Field]>, Place, WorkCase> & { within: 'answer' };
};

/** The person agreed. */
const AGREED = ['consent:agreed'] as const;

/** The person agreed, or somebody is in danger, whatever they said. */
const AGREED_OR_DANGER = ['consent:agreed', 'danger:yes'] as const;

/**
 * What a professional is asked, on two screens, one row each (see src/questions/referral.ts): first who they are and how
 * soon they need the centre, then about the person, who is asked whether they agree before all else. The words stand
 * in content/<language>/ui/work.json. The page, the desk, how urgent it is and the sheet on paper are made from here.
 */
export const WORK_QUESTIONS = {
  service: {
    screen: 'start',
    control: 'line',
    limit: WORK_LIMITS.service,
    required: true,
    autocomplete: 'organization',
    within: 'work',
    desk: 'service',
  },
  callName: {
    screen: 'start',
    control: 'line',
    limit: REFERRAL_LIMITS.callName,
    autocomplete: 'name',
    desk: 'callName',
  },
  role: {
    screen: 'start',
    control: 'line',
    limit: WORK_LIMITS.role,
    autocomplete: 'organization-title',
    within: 'work',
    desk: 'service',
  },
  number: {
    screen: 'start',
    control: 'line',
    limit: REFERRAL_LIMITS.number,
    digits: 3,
    inputmode: 'tel',
    required: true,
    autocomplete: 'tel',
    within: 'answer',
    desk: 'contact',
  },
  colleague: {
    screen: 'start',
    control: 'line',
    limit: WORK_LIMITS.colleague,
    within: 'work',
    desk: 'service',
  },
  reference: {
    screen: 'start',
    control: 'line',
    limit: WORK_LIMITS.reference,
    within: 'work',
    desk: 'service',
  },
  danger: {
    screen: 'start',
    control: 'radios',
    options: DANGER,
    required: true,
    weight: WORK_WEIGHTS.danger,
    desk: 'danger',
  },
  when: {
    screen: 'start',
    control: 'radios',
    options: WHEN,
    weight: WORK_WEIGHTS.when,
    desk: 'when',
  },
  here: { screen: 'start', control: 'radios', options: YES_NO, within: 'work', desk: 'now' },
  until: {
    screen: 'start',
    control: 'line',
    limit: WORK_LIMITS.until,
    shownFor: ['here:yes'],
    within: 'work',
    desk: 'now',
  },
  bed: {
    screen: 'start',
    control: 'radios',
    options: YES_NO_UNSURE,
    weight: WORK_WEIGHTS.bed,
    within: 'work',
    desk: 'now',
  },
  people: { screen: 'start', control: 'number', least: 1, most: MOST_PEOPLE, within: 'work', desk: 'now' },
  minors: {
    screen: 'start',
    control: 'number',
    least: 0,
    most: MOST_PEOPLE,
    partOf: 'people',
    weight: WORK_WEIGHTS.minors,
    within: 'work',
    desk: 'now',
  },
  age: { screen: 'start', control: 'radios', options: AGE, weight: WORK_WEIGHTS.age, desk: 'head' },
  needs: { screen: 'start', control: 'checks', options: NEEDS, within: 'work', desk: 'now' },
  speaks: { screen: 'start', control: 'radios', options: SPOKEN, paired: true, desk: 'head' },
  speaksOther: { screen: 'start', control: 'line', limit: REFERRAL_LIMITS.speaksOther, desk: 'head' },
  interpreter: { screen: 'start', control: 'radios', options: INTERPRETER, within: 'work', desk: 'talk' },
  help: { screen: 'start', control: 'line', limit: WORK_LIMITS.help, within: 'work', desk: 'talk' },
  consent: {
    screen: 'second',
    control: 'radios',
    options: CONSENT,
    required: true,
    within: 'work',
    desk: 'consent',
  },
  person: {
    screen: 'second',
    control: 'line',
    limit: WORK_LIMITS.person,
    shownFor: AGREED,
    gated: true,
    within: 'work',
    desk: 'consent',
  },
  personNumber: {
    screen: 'second',
    control: 'line',
    limit: WORK_LIMITS.personNumber,
    inputmode: 'tel',
    shownFor: AGREED_OR_DANGER,
    gated: true,
    within: 'work',
    desk: 'consent',
  },
  reach: {
    screen: 'second',
    control: 'radios',
    options: REACH,
    consent: true,
    shownFor: AGREED_OR_DANGER,
    gated: true,
    desk: 'contact',
  },
  place: {
    screen: 'second',
    control: 'line',
    limit: REFERRAL_LIMITS.place,
    shownFor: AGREED_OR_DANGER,
    gated: true,
    desk: 'place',
  },
  exploitation: {
    screen: 'second',
    control: 'checks',
    options: EXPLOITATION,
    within: 'work',
    desk: 'exploitation',
  },
  signs: { screen: 'second', control: 'checks', options: DIMENSIONS, within: 'work', desk: 'exploitation' },
  sector: {
    screen: 'second',
    control: 'line',
    limit: WORK_LIMITS.sector,
    within: 'work',
    desk: 'exploitation',
  },
  left: {
    screen: 'second',
    control: 'radios',
    options: YES_NO_UNSURE,
    weight: WORK_WEIGHTS.left,
    within: 'work',
    desk: 'exploitation',
  },
  last: { screen: 'second', control: 'radios', options: LAST_CONTACT, within: 'work', desk: 'exploitation' },
  statement: {
    screen: 'second',
    control: 'radios',
    options: YES_NO_UNSURE,
    within: 'work',
    desk: 'exploitation',
  },
  story: { screen: 'second', control: 'lines', limit: REFERRAL_LIMITS.story, desk: 'text' },
} as const satisfies WorkRows;

/** What stands in the page of professionals. */
export type WorkAnswers = AnswersOf<typeof WORK_QUESTIONS>;
