import { writerTime } from '../../protocol/items/fields.ts';
import type { FirstItem } from '../../protocol/items/item.ts';
import { sealItem } from '../../protocol/seal/sealed-box.ts';
import type { Challenge, Proof } from '../../protocol/wire/api/proof.ts';
import { toBase64url } from '../../protocol/wire/bytes.ts';
import type { CentreKey } from '../../protocol/wire/centre-key.ts';
import type { FormLanguage } from '../../protocol/wire/fields.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Call } from '../sending/call.ts';
import { putReferral } from '../sending/calls.ts';
import type { NewMailbox } from './new-mailboxes.ts';

/** What begins a thread needs beside the answers: its id (also its thread), when, the mailbox public key (base64url), the language. */
export type ThreadStart = Pick<FirstItem, 'id' | 'at' | 'mailbox' | 'formLanguage'>;

/** Makes the item of some answers. Gives null when something required is missing or too long. */
export type Build<Answers> = (answers: Answers, start: ThreadStart) => FirstItem | null;

/** Works out the proof that a challenge asks for; null where it can't be done. */
export type Prove = (challenge: Challenge, signal: AbortSignal) => Promise<Proof | null>;

/** An item that is ready to go: sealed once, so that every try sends the same bytes and the worker keeps one. */
export type Draft = {
  call: Call;
  /** The receipt code, 16 digits, which is shown once the item has arrived. */
  code: string;
};

/**
 * Draws an id, and seals what `build` makes of the answers to the centre's newest key, with a mailbox that nothing else
 * was sealed with. Gives null when the answers make no item.
 */
export function sealDraft<Answers>(
  answers: Answers,
  build: Build<Answers>,
  formLanguage: FormLanguage,
  centreKey: CentreKey,
  prove: Prove,
  { code, publicKey, mailbox, salt }: NewMailbox,
): Draft | null {
  const id = randomId();
  const item = build(answers, { id, at: writerTime(), mailbox: publicKey, formLanguage });
  const envelope = item && sealItem(item, centreKey);
  if (!envelope) return null;
  const body = { envelope: toBase64url(envelope), mailbox, salt };
  return {
    call: {
      ...putReferral(id, JSON.stringify(body)),
      async prove(challenge, signal) {
        const proof = await prove(challenge, signal);
        return proof && JSON.stringify({ ...body, proof });
      },
    },
    code,
  };
}
