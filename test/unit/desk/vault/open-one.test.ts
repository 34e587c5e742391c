import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { openOne } from '../../../../src/desk/vault/inside/open-one.ts';
import { quickKeysOf } from '../../../../src/desk/vault/inside/quick-keys.ts';
import type { Sealed } from '../../../../src/desk/vault/requests.ts';
import { boxItem } from '../../../../src/protocol/seal/authenticated-box.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { sealItem } from '../../../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { forgedAnswer } from '../../../support/forged-answer.ts';
import { centre, mailbox, vectors } from '../../protocol/vectors.ts';

const stranger = drawPair();
const { answer } = vectors.boxed;
const { referral } = vectors.sealed;
const at = ({ thread, id }: { thread: string; id: string }) => ({ thread, id });
const text = (envelope: Uint8Array | null) => toBase64url(envelope ?? new Uint8Array());
const given = {
  from: 'desk' as const,
  mailbox: toBase64url(mailbox.publicKey),
  ...at(answer.item),
};

/** What may lie in a store, and what it is opened to. */
const STORED: Record<string, { sealed: Sealed; code?: string }> = {
  'what a reporter sealed': {
    sealed: { from: 'reporter', ...at(referral.item), envelope: text(sealItem(referral.item, centre)) },
  },
  'an answer of the centre': {
    sealed: { ...given, envelope: text(boxItem(answer.item, centre, mailbox.publicKey)) },
  },
  'an answer that the centre has not signed': {
    sealed: { ...given, envelope: text(forgedAnswer(answer.item, centre, mailbox.secretKey)) },
    code: 'signature_broken',
  },
  'an answer under a key that the vault lacks': {
    sealed: { ...given, envelope: text(boxItem(answer.item, stranger, mailbox.publicKey)) },
    code: 'key_unknown',
  },
  'an answer of another mailbox': {
    sealed: { ...given, envelope: text(boxItem(answer.item, centre, nacl.box.keyPair().publicKey)) },
    code: 'box_broken',
  },
};

describe('an envelope in the vault', () => {
  it.each(Object.entries(STORED))(
    'opens the same with WebCrypto and without: %s',
    async (_, { sealed, code }) => {
      const quickly = await openOne(sealed, [centre], await quickKeysOf([centre]));
      expect(quickly).toEqual(await openOne(sealed, [centre]));
      expect(quickly).toMatchObject(code ? { ok: false, code } : { ok: true });
    },
  );
});
