import { describe, expect, it } from 'vitest';
import { languagesOf } from '../../../../src/i18n/languages.ts';
import { ANSWER_WAY } from '../../../../src/protocol/items/kinds/referral.ts';
import { contactSentence } from '../../../../src/reporter/steps/contact-sentence.ts';
import { LEAST } from '../../../samples/referral-answers.ts';
import { filled, ui } from '../../../support/ui.ts';

const number = '0488 12 34 56';

describe.each(languagesOf('write'))('the rule that is said back before sending, in %s', (language) => {
  const { walk } = ui(language, 'form');
  const { rule } = walk;

  it.each([null, ...ANSWER_WAY])('%s: names the number where it will be called, and nowhere else', (way) => {
    const said = contactSentence({ ...LEAST, way, number }, '', walk);
    expect(said.includes(number)).toBe(way === 'call' || way === 'call-trusted');
    if (way === null || way === 'mailbox' || way === 'unsure') expect(said).toBe(rule.way.mailbox);
  });

  it('says when, what happens with another voice, and that no message is left unless that was allowed', () => {
    const call = { ...LEAST, way: 'call' as const, number };
    expect(contactSentence(call, '', walk)).toBe(
      [filled(rule.call.unsaid, { number }), rule.otherVoice.unsaid, rule.voicemail.no].join(' '),
    );
    expect(
      contactSentence({ ...call, times: ['night'], otherVoice: 'hang-up', voicemail: true }, 'N', walk),
    ).toBe(
      [filled(rule.call.times, { number, times: 'N' }), rule.otherVoice['hang-up'], rule.voicemail.yes].join(
        ' ',
      ),
    );
    expect(contactSentence({ ...call, times: ['any'] }, 'X', walk)).toContain(
      filled(rule.call.any, { number }),
    );
  });
});
