import nacl from 'tweetnacl';
import type { Request } from '../../src/protocol/items/kinds/request.ts';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';

/** A request with nothing in it but what it must hold and what the test gives, under an id and mailbox of its own. */
export function sampleRequest(fields: Partial<Request> = {}): Request {
  const id = fields.id ?? randomId();
  return {
    v: 2,
    kind: 'request',
    at: 1_794_999_600,
    thread: id,
    id,
    mailbox: toBase64url(nacl.box.keyPair().publicKey),
    formLanguage: 'nl',
    about: ['copies'],
    organisation: 'OCMW Gent',
    name: 'An',
    text: '20 affiches',
    ...fields,
  };
}
