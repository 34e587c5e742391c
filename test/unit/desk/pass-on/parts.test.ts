import { describe, expect, it } from 'vitest';
import { AT_FIRST, answersOf, hasPart, PARTS, type Part } from '../../../../src/desk/pass-on/parts.ts';
import { SomeWork, type WorkPart } from '../../../../src/protocol/items/kinds/work-part.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sampleReferral } from '../../../samples/referral.ts';

const referral = sampleReferral({
  ...{
    who: 'known',
    danger: 'yes',
    age: 'minor',
    when: 'now',
    reach: 'no',
    speaks: 'other',
    speaksOther: 'Tigrinya',
  },
  ...{ happening: ['debt'], place: 'Gent', callName: 'Zoë', story: 'Long.' },
  answer: { way: 'call', times: ['night'], number: '0488', otherVoice: 'hang-up', voicemail: true },
});
/** Parts that only a professional's referral has. */
const OF_WORK: readonly Part[] = ['service', 'now', 'talk', 'exploitation', 'named'];

const some = (...parts: Part[]) => answersOf(referral, new Set(parts));

it('lets nothing go along by itself that finds the person', () => {
  const { answer, ...rest } = some(...AT_FIRST);
  expect(answer).toEqual({ way: 'call', times: ['night'], otherVoice: 'hang-up', voicemail: true });
  expect(rest).toEqual({
    ...{ who: 'known', danger: 'yes', age: 'minor', when: 'now', reach: 'no' },
    ...{ speaks: 'other', speaksOther: 'Tigrinya', formLanguage: 'nl', happening: ['debt'] },
  });
});

it('lets no number go without the rule by which it may be called', () => {
  expect(some('number')).toEqual({ answer: referral.answer });
});

it('lets each part go by itself, and all of them make the whole', () => {
  expect(some()).toEqual({});
  expect(some('place')).toEqual({ place: 'Gent' });
  expect(some('story')).toEqual({ story: 'Long.' });
  expect(some('callName')).toEqual({ callName: 'Zoë' });
  const { v: _v, kind: _kind, thread: _thread, id: _id, at: _at, mailbox: _mailbox, ...all } = referral;
  expect(some(...PARTS)).toEqual(all);
});

it('offers only what there is', () => {
  expect(PARTS.filter((part) => hasPart(referral, part))).toEqual(
    PARTS.filter((part) => !OF_WORK.includes(part)),
  );
  expect(PARTS.filter((part) => hasPart(sampleReferral(), part))).toEqual(['person', 'contact', 'language']);
  // Of one person of a group nobody reads an answer: no rule for one goes along, whatever was ticked.
  const begun = sampleReferral({ who: 'work', of: randomId() });
  expect(PARTS.filter((part) => hasPart(begun, part))).toEqual(['person', 'language']);
  expect(answersOf(begun, new Set(AT_FIRST))).not.toHaveProperty('answer');
});

describe('what a professional answered', () => {
  const work = {
    ...{ service: 'OCMW', colleague: 'Nacht 02', until: '20:30', people: 4, minors: 2, help: 'signs' },
    ...{ consent: 'agreed', person: 'Ama', personNumber: '0470', signs: ['lured'], sector: 'Bouw' },
  } as const satisfies WorkPart;
  const professional = sampleReferral({ who: 'work', work: { ...work, signs: [...work.signs] } });
  const workIn = (...parts: Part[]) => answersOf(professional, new Set(parts)).work;

  it('goes along but for what names the person, each part by itself', () => {
    const { person: _person, personNumber: _number, ...first } = work;
    expect(workIn(...AT_FIRST)).toEqual(first);
    expect(workIn('named')).toEqual({ consent: 'agreed', person: 'Ama', personNumber: '0470' });
    expect(workIn('now')).toEqual({ consent: 'agreed', until: '20:30', people: 4, minors: 2 });
    expect(workIn(...PARTS)).toEqual(work);
    expect(PARTS.filter((part) => OF_WORK.includes(part) && hasPart(professional, part))).toEqual(OF_WORK);
  });

  it('says whether the person agreed whatever is kept back, and names nobody who did not', () => {
    expect(workIn()).toEqual({ consent: 'agreed' });
    const refused = sampleReferral({ who: 'work', work: { service: 'OCMW', consent: 'refused' } });
    expect(answersOf(refused, new Set()).work).toEqual({ consent: 'refused' });
    expect(hasPart(refused, 'named')).toBe(false);
    const handed = (some: SomeWork) => SomeWork.safeParse(some).success;
    expect([handed({ consent: 'refused' }), handed({ consent: 'refused', person: 'Ama' })]).toEqual([
      ...[true, false],
    ]);
    expect(handed({ consent: 'agreed', person: 'Ama' })).toBe(true);
  });
});
