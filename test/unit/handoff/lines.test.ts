import { expect, it } from 'vitest';
import en from '../../../content/en/ui/desk.json' with { type: 'json' };
import { createText } from '../../../src/desk/words/text.ts';
import { type Given, handoffLines } from '../../../src/handoff/lines.ts';
import { partnerName } from '../../../src/handoff/partner-name.ts';
import { sayFrom } from '../../../src/reporter/partner/say.ts';

const given: Given = {
  by: { id: 'A'.repeat(22), name: 'Lotte' },
  to: 'payoke',
  consent: { given: true, how: 'by telephone' },
  answers: {},
};
const whole: Given = {
  ...given,
  consent: { given: false, how: 'art. 458 bis' },
  answers: {
    ...{ who: 'known', age: 'minor', danger: 'yes', when: 'now', reach: 'no' },
    ...{
      speaks: 'ar',
      formLanguage: 'nl',
      happening: ['papers', 'debt'],
      place: 'Gent',
      callName: 'Zoë',
      story: '<b>',
    },
    answer: { way: 'call', times: ['morning'], number: '0488' },
  },
  text: 'Call us first {{name}}',
};

/** At the desk, and on the page of another centre. */
const SAYS = { desk: createText(en, 'en'), 'the other centre': sayFrom(en) };

it.each(Object.entries(SAYS))('says at %s all that is passed on, and nothing else', (_where, say) => {
  const from = [en.passOn.from, 'PAG-ASA (Lotte)'];
  const lines = (one: Given) => handoffLines(one, say, 'en').map(({ label, text }) => [label, text]);
  expect(lines(given)).toEqual([from, [en.passOn.agrees, 'by telephone']]);
  const { call, voice, voicemail } = en.contact;
  const contact = [
    call.times.replace('{{times}}', en.times.morning),
    ...[voice.unsaid, voicemail.no, en.reach.no],
  ];
  expect(lines(whole)).toEqual([
    from,
    [en.passOn.without, 'art. 458 bis'],
    [en.passOn.part.person, `${en.who.known} · ${en.age.minor}`],
    [en.referral.danger, en.danger.yes],
    [en.referral.when, en.when.now],
    [en.referral.contact, contact.join(' ')],
    [en.referral.number, '0488'],
    [en.passOn.part.language, 'Arabic'],
    [en.referral.happening, `${en.happening.papers}\n${en.happening.debt}`],
    [en.referral.place, 'Gent'],
    [en.referral.callName, 'Zoë'],
    [en.referral.story, '<b>'],
    [en.passOn.text, 'Call us first {{name}}'],
  ]);
});

it.each(Object.entries(SAYS))('says at %s what a professional answered, in its words', (_where, say) => {
  const lines = (answers: Given['answers']) =>
    handoffLines({ ...given, answers }, say, 'en')
      .slice(2)
      .map(({ label, text, typed }) => [label, text, typed ?? false]);
  const { work } = en;
  expect(
    lines({
      who: 'work',
      answer: { way: 'call', times: ['any'], number: '02' },
      work: {
        ...{ service: 'OCMW <b>', consent: 'agreed', person: 'Ama', here: 'no', people: 4, minors: 0 },
        ...{ needs: ['children', 'medical'], exploitation: ['labour'], left: 'unsure' },
      },
    }),
  ).toEqual([
    [en.passOn.part.person, en.who.work, false],
    [en.referral.contact, `${en.contact.work} ${en.reach.unsaid}`, false],
    [en.referral.number, '02', true],
    [en.passOn.part.told, work.consent.agreed, false],
    [work.person.label, 'Ama', true],
    [work.lines.service, 'OCMW <b>', true],
    [work.here.label, work.here.no, false],
    [work.people.label, '4', true],
    [work.minors.label, '0', true],
    [work.needs.label, `${work.needs.children}\n${work.needs.medical}`, false],
    [work.lines.exploitation, work.exploitation.labour, false],
    [work.left.label, work.left.unsure, false],
  ]);
  expect(lines({ work: { consent: 'refused' } })).toEqual([
    [en.passOn.part.told, work.consent.refused, false],
  ]);
});

it.each(Object.entries(SAYS))(
  'names at %s the language that was typed, or that of the form',
  (_where, say) => {
    const language = (answers: Given['answers']) =>
      handoffLines({ ...given, answers }, say, 'en').find(({ label }) => label === en.passOn.part.language)
        ?.text;
    expect(language({ speaks: 'other', speaksOther: 'Tigrinya' })).toBe('Tigrinya');
    expect(language({ speaks: 'other' })).toBe(en.referral.speaksOther);
    expect(language({ formLanguage: 'fr' })).toBe(en.referral.formIn.replace('{{language}}', 'French'));
  },
);

it('calls another service by the name that was typed', () => {
  const say = SAYS.desk;
  expect(partnerName(given, say)).toBe(en.passOn.partner.payoke);
  expect(partnerName({ to: 'other' }, say)).toBe(en.passOn.partner.other);
  expect(partnerName({ to: 'other', toName: 'CAW' }, say)).toBe('CAW');
});
