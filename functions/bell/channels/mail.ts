import type { Bindings } from '../../env.ts';
import { within } from '../../intake/within.ts';
import type { Rung } from '../on-duty.ts';
import { inEachLanguage } from '../words.ts';
import { RING_TIME } from './channel.ts';

/** Whether the coordinator can be reached by mail. */
export const canMail = ({ MAIL, MAIL_FROM, MAIL_TO }: Pick<Bindings, 'MAIL' | 'MAIL_FROM' | 'MAIL_TO'>) =>
  Boolean(MAIL && MAIL_FROM && MAIL_TO);

/**
 * Tells the coordinator by mail that something waits and nobody has answered (`mail`), that duty has a gap, or that a drill is
 * over: the same words each time, in every language of the team. Null where no mail is set up.
 */
export async function mailCoordinator(
  { MAIL, MAIL_FROM, MAIL_TO }: Pick<Bindings, 'MAIL' | 'MAIL_FROM' | 'MAIL_TO'>,
  what: 'mail' | 'gap' | 'drill' = 'mail',
): Promise<Rung | null> {
  if (!MAIL || !MAIL_FROM || !MAIL_TO) return null;
  const text = inEachLanguage(what)
    .map((said) => said.text)
    .join('\n\n');
  const sent = await within(MAIL.send({ from: MAIL_FROM, to: MAIL_TO, subject: 'Desk', text }), RING_TIME);
  return sent.kind === 'done' ? 'rang' : 'failed';
}
