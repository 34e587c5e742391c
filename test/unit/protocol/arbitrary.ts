import fc from 'fast-check';
import type { DeskMessage, ReporterMessage } from '../../../src/protocol/items/message.ts';
import {
  AGE,
  ANSWER_WAY,
  DANGER,
  HAPPENING,
  OTHER_VOICE,
  REACH,
  REFERRAL_LIMITS,
  type Referral,
  SAFE_TIME,
  SPOKEN,
  WHEN,
  WHO,
} from '../../../src/protocol/items/referral.ts';
import { ABOUT, REQUEST_LIMITS, type Request } from '../../../src/protocol/items/request.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';

const base64url = (size: number) =>
  fc.uint8Array({ minLength: size, maxLength: size }).map((bytes) => toBase64url(bytes));

/** Text as people and attackers write it: any Unicode, at most so many UTF-16 code units. */
export const typed = (maximum: number) =>
  fc.string({ unit: 'binary', maxLength: maximum }).map((text) => text.slice(0, maximum));

/** Any referral that the schema allows. */
export const anyReferral: fc.Arbitrary<Referral> = fc
  .tuple(
    base64url(16),
    fc.record(
      {
        v: fc.constant(1 as const),
        kind: fc.constant('referral' as const),
        mailbox: base64url(32),
        formLanguage: fc.constantFrom('nl', 'fr', 'en'),
        who: fc.constantFrom(...WHO),
        danger: fc.constantFrom(...DANGER),
        answer: fc.record(
          {
            way: fc.constantFrom(...ANSWER_WAY),
            number: typed(REFERRAL_LIMITS.number),
            times: fc.uniqueArray(fc.constantFrom(...SAFE_TIME)),
            otherVoice: fc.constantFrom(...OTHER_VOICE),
            voicemail: fc.boolean(),
          },
          { requiredKeys: ['way'] },
        ),
        happening: fc.uniqueArray(fc.constantFrom(...HAPPENING)),
        when: fc.constantFrom(...WHEN),
        reach: fc.constantFrom(...REACH),
        age: fc.constantFrom(...AGE),
        speaks: fc.constantFrom(...SPOKEN),
        speaksOther: typed(REFERRAL_LIMITS.speaksOther),
        place: typed(REFERRAL_LIMITS.place),
        story: typed(REFERRAL_LIMITS.story),
        callName: typed(REFERRAL_LIMITS.callName),
      },
      { requiredKeys: ['v', 'kind', 'mailbox', 'formLanguage', 'who', 'danger', 'answer', 'happening'] },
    ),
  )
  .map(([id, rest]) => ({ ...rest, thread: id, id }));

const some = (maximum: number) => typed(maximum).filter((text) => text !== '');

/** Any request that the schema allows. */
export const anyRequest: fc.Arbitrary<Request> = fc
  .tuple(
    base64url(16),
    fc.record(
      {
        v: fc.constant(1 as const),
        kind: fc.constant('request' as const),
        mailbox: base64url(32),
        formLanguage: fc.constantFrom('nl', 'fr', 'en'),
        about: fc.uniqueArray(fc.constantFrom(...ABOUT), { minLength: 1 }),
        organisation: some(REQUEST_LIMITS.organisation),
        name: some(REQUEST_LIMITS.name),
        reply: typed(REQUEST_LIMITS.reply),
        text: some(REQUEST_LIMITS.text),
      },
      { requiredKeys: ['v', 'kind', 'mailbox', 'formLanguage', 'about', 'organisation', 'name', 'text'] },
    ),
  )
  .map(([id, rest]) => ({ ...rest, thread: id, id }));

const message = {
  v: fc.constant(1 as const),
  kind: fc.constant('message' as const),
  thread: base64url(16),
  id: base64url(16),
};

/** Any message of a reporter. */
export const anyReporterMessage: fc.Arbitrary<ReporterMessage> = fc.record({
  ...message,
  author: fc.constant('reporter' as const),
  mailbox: base64url(32),
  text: typed(4000),
});

/** Any answer of the desk. */
export const anyDeskMessage: fc.Arbitrary<DeskMessage> = fc.record({
  ...message,
  author: fc.constant('desk' as const),
  text: typed(4000),
});
