import type { ReferralAnswers } from '../../questions/referral.ts';
import { fill } from '../shell/words.ts';
import type { WalkWords } from './walk-words.ts';

/**
 * How the centre will answer, in a few words: the rule that the desk goes by, said back before it is sent. `safe`: the
 * times that were ticked, in the words of the page.
 */
export function contactSentence(
  { way, number, times, otherVoice, voicemail }: ReferralAnswers,
  safe: string,
  { rule }: WalkWords,
): string {
  if (way !== 'call' && way !== 'call-trusted') return rule.way[way === 'will-call' ? way : 'mailbox'];
  const call = times.includes('any') ? 'any' : times.length > 0 ? 'times' : 'unsaid';
  return [
    fill(rule.call[call], { number: number.trim(), times: safe }),
    rule.otherVoice[otherVoice ?? 'unsaid'],
    rule.voicemail[voicemail ? 'yes' : 'no'],
  ].join(' ');
}
