import nacl from 'tweetnacl';
import type { Referral } from '../../src/protocol/items/kinds/referral.ts';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';

/** A referral with nothing in it but what it must hold and what the test gives, under an id and mailbox of its own. */
export function sampleReferral(fields: Partial<Referral> = {}): Referral {
  const id = fields.id ?? randomId();
  return {
    v: 2,
    kind: 'referral',
    at: 1_794_999_600,
    thread: id,
    id,
    mailbox: toBase64url(nacl.box.keyPair().publicKey),
    formLanguage: 'nl',
    who: 'me',
    danger: 'no',
    answer: { way: 'mailbox' },
    happening: [],
    ...fields,
  };
}
