import { toBase64url } from '../../protocol/bytes.ts';
import { mailboxHash } from '../../protocol/mailbox-hash.ts';
import { randomId } from '../../protocol/random-id.ts';
import { drawReceiptCode, openMailbox } from '../../protocol/receipt.ts';
import type { Referral } from '../../protocol/referral.ts';
import { sealItem } from '../../protocol/seal.ts';
import type { Call } from '../request.ts';
import type { Answers } from './answers.ts';
import { buildReferral } from './build-referral.ts';

/** A referral that is ready to go: sealed once, so that every try sends the same bytes and the worker keeps one. */
export type Draft = {
  call: Call;
  /** The receipt code, 16 digits, which is shown once the referral has arrived. */
  code: string;
};

/**
 * Draws a receipt code and an id, and seals the answers to the centre's public key (X25519, 32 bytes). Takes about a
 * second on a cheap telephone. Gives null when the answers make no referral.
 */
export async function sealDraft(
  answers: Answers,
  formLanguage: Referral['formLanguage'],
  centreKey: Uint8Array,
): Promise<Draft | null> {
  const code = drawReceiptCode();
  const id = randomId();
  const { publicKey, secretKey, token } = await openMailbox(code);
  secretKey.fill(0);
  const hash = await mailboxHash(token);
  token.fill(0);
  const referral = buildReferral(answers, { id, mailbox: toBase64url(publicKey), formLanguage });
  const envelope = referral && sealItem(referral, centreKey);
  if (!envelope) return null;
  const body = JSON.stringify({ envelope: toBase64url(envelope), mailbox: toBase64url(hash) });
  return { call: { method: 'PUT', path: `/api/referrals/${id}`, body }, code };
}
