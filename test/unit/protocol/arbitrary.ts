import fc from 'fast-check';
import { AnyReferral } from '../../../src/protocol/items/kinds/any-referral.ts';
import type { DeskMessage, ReporterMessage } from '../../../src/protocol/items/kinds/message.ts';
import type { Referral } from '../../../src/protocol/items/kinds/referral.ts';
import { Request } from '../../../src/protocol/items/kinds/request.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import type { Question, Questions } from '../../../src/questions/question.ts';
import { REFERRAL_QUESTIONS } from '../../../src/questions/referral.ts';
import { REQUEST_QUESTIONS } from '../../../src/questions/request.ts';
import { WORK_QUESTIONS } from '../../../src/questions/work.ts';

const base64url = (size: number) =>
  fc.uint8Array({ minLength: size, maxLength: size }).map((bytes) => toBase64url(bytes));

/** Text as people and attackers write it: any Unicode, at most so many UTF-16 code units. */
export const typed = (maximum: number) =>
  fc.string({ unit: 'binary', maxLength: maximum }).map((text) => text.slice(0, maximum));

/** Any answer that an item can hold to a question. What must be answered is not empty in a request. */
function anyAnswer(row: Question, least: number): fc.Arbitrary<unknown> {
  switch (row.control) {
    case 'radios':
      return fc.constantFrom(...row.options);
    case 'checks':
      return fc.uniqueArray(fc.constantFrom(...row.options), { minLength: row.required ? least : 0 });
    case 'checkbox':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: row.least, max: row.most });
    default:
      return typed(row.limit).filter((text) => text.length >= (row.required ? least : 0));
  }
}

/** Answers to questions, of which only `required` are always given. */
function anyAnswers(rows: Questions, within: string | undefined, required: string[], least = 0) {
  const asked = Object.entries(rows).filter(([, row]) => row.within === within);
  return fc.record(Object.fromEntries(asked.map(([field, row]) => [field, anyAnswer(row, least)])), {
    requiredKeys: required,
  });
}

/** What every first item has. */
const first = fc
  .record({ id: base64url(16), mailbox: base64url(32), formLanguage: fc.constantFrom('nl', 'fr', 'en') })
  .map((fields) => ({ ...fields, v: 2, at: 1_794_999_600, thread: fields.id }));

/** Any referral that the schema allows. */
export const anyReferral: fc.Arbitrary<Referral> = fc
  .tuple(
    first,
    anyAnswers(REFERRAL_QUESTIONS, undefined, ['who', 'danger', 'happening']),
    anyAnswers(REFERRAL_QUESTIONS, 'answer', ['way']),
  )
  .map(([fields, answers, answer]) => AnyReferral.parse({ ...fields, kind: 'referral', ...answers, answer }));

/** Any referral of a professional that the schema allows. */
export const anyWork: fc.Arbitrary<Referral> = fc
  .tuple(
    first,
    anyAnswers(WORK_QUESTIONS, undefined, ['danger']),
    anyAnswers(WORK_QUESTIONS, 'answer', ['number']),
    anyAnswers(WORK_QUESTIONS, 'work', ['service', 'consent']),
  )
  .map(([fields, { reach, place, ...answers }, answer, { person, personNumber, minors, ...rest }]) => {
    const agreed = rest['consent'] === 'agreed';
    const found = agreed || answers['danger'] === 'yes';
    const most = Number(rest['people'] ?? minors);
    const work = { ...rest, ...(minors !== undefined && { minors: Math.min(Number(minors), most) }) };
    return AnyReferral.parse({
      ...fields,
      kind: 'referral',
      who: 'work',
      happening: [],
      ...answers,
      answer: { way: 'call', ...answer },
      work: { ...work, ...(agreed && { person }), ...(found && { personNumber }) },
      ...(found && { reach, place }),
    });
  });

/** Any request that the schema allows. */
export const anyRequest: fc.Arbitrary<Request> = fc
  .tuple(first, anyAnswers(REQUEST_QUESTIONS, undefined, ['about', 'organisation', 'name', 'text'], 1))
  .map(([fields, answers]) => Request.parse({ ...fields, kind: 'request', ...answers }));

const digest = base64url(32);

const message = {
  v: fc.constant(2 as const),
  kind: fc.constant('message' as const),
  thread: base64url(16),
  id: base64url(16),
  seq: fc.integer({ min: 1, max: 0xffff_ffff }),
  seen: fc.option(digest),
  at: fc.nat({ max: 4_000_000 }).map((quarters) => quarters * 900),
};

/** Any message of a reporter. */
export const anyReporterMessage: fc.Arbitrary<ReporterMessage> = fc.record({
  ...message,
  author: fc.constant('reporter' as const),
  prev: digest,
  mailbox: base64url(32),
  text: typed(4000),
});

/** Any answer of the desk. */
export const anyDeskMessage: fc.Arbitrary<DeskMessage> = fc.record({
  ...message,
  author: fc.constant('desk' as const),
  prev: fc.option(digest),
  text: typed(4000),
});
