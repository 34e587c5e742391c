import fc from 'fast-check';
import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { type Item, readItem, writeItem } from '../../../src/protocol/items/item.ts';
import { REASON_LIMIT } from '../../../src/protocol/items/kinds/call.ts';
import { HANDOFF_LIMIT, HANDOFF_NAME_LIMIT } from '../../../src/protocol/items/kinds/handoff.ts';
import { HANDOVER_LIMIT } from '../../../src/protocol/items/kinds/handover.ts';
import { MESSAGE_LIMIT } from '../../../src/protocol/items/kinds/message.ts';
import { NOTE_LIMIT } from '../../../src/protocol/items/kinds/note.ts';
import { REFERRAL_LIMITS } from '../../../src/protocol/items/kinds/referral.ts';
import { REQUEST_LIMITS } from '../../../src/protocol/items/kinds/request.ts';
import { SAVED_LANGUAGES, SAVED_LIMITS } from '../../../src/protocol/items/kinds/saved.ts';
import { STATE_LIMIT } from '../../../src/protocol/items/kinds/state.ts';
import { FORMS } from '../../../src/protocol/items/register.ts';
import { ANSWER } from '../../../src/protocol/items/ways/answer.ts';
import { HANDING_ON } from '../../../src/protocol/items/ways/handing-on.ts';
import { OWN } from '../../../src/protocol/items/ways/own.ts';
import { REPORT } from '../../../src/protocol/items/ways/report.ts';
import { openGivenAnswer } from '../../../src/protocol/keys/open-own-box.ts';
import { openSealed } from '../../../src/protocol/keys/open-sealed-box.ts';
import { boxItem, openAnswer } from '../../../src/protocol/seal/authenticated-box.ts';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import { isSigned } from '../../../src/protocol/seal/signature.ts';
import { EnvelopeText, LARGEST_BODY } from '../../../src/protocol/wire/api/fields.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import {
  envelopeSize,
  largestEnvelope,
  readEnvelope,
  SCHEMES,
  SEALED_BOX,
} from '../../../src/protocol/wire/envelope.ts';
import { BUCKETS } from '../../../src/protocol/wire/padding.ts';
import { forgedAnswer } from '../../support/forged-answer.ts';
import { anyDeskMessage, anyReferral, anyReporterMessage, anyRequest, anyWork } from './arbitrary.ts';
import { bytesOf, centre, mailbox, older, vectors } from './vectors.ts';

const placeOf = ({ thread, id }: Pick<Item, 'thread' | 'id'>) => ({ thread, id });

function sealed(item: Item): Uint8Array<ArrayBuffer> {
  const envelope = sealItem(item, centre);
  if (!envelope) throw new Error('too long');
  return envelope;
}

function boxed(item: Item): Uint8Array<ArrayBuffer> {
  const envelope = boxItem(item, centre, mailbox.publicKey);
  if (!envelope) throw new Error('too long');
  return envelope;
}

describe('a sealed envelope', () => {
  it('opens to exactly what was sealed, whatever was written', () => {
    fc.assert(
      fc.property(fc.oneof(anyReferral, anyWork, anyRequest, anyReporterMessage), (item) => {
        expect(openSealed(sealed(item), [centre], placeOf(item))).toEqual({ ok: true, item });
      }),
      { numRuns: 60 },
    );
  });

  it('says nothing but version, key id and bucket, be it a referral or a request', () => {
    fc.assert(
      fc.property(fc.oneof(anyReferral, anyWork, anyRequest), (item) => {
        const envelope = sealed(item);
        const read = readEnvelope(envelope);
        expect(read.ok && { version: read.parts.version, keyId: toBase64url(read.parts.keyId) }).toEqual({
          version: SEALED_BOX,
          keyId: vectors.centre.keyId,
        });
        const padded = writeItem(item)?.length ?? 0;
        expect(envelope.length).toBe(envelopeSize(SEALED_BOX, padded));
      }),
      { numRuns: 30 },
    );
  });

  it('of the same referral is never the same twice', () => {
    const { item } = vectors.sealed.referral;
    expect(toBase64url(sealed(item))).not.toBe(toBase64url(sealed(item)));
  });

  it('with one bit flipped anywhere never opens', () => {
    const { item, envelope } = vectors.sealed.referral;
    const bytes = bytesOf(envelope);
    // Bit 255 of a Curve25519 public key is ignored (RFC 7748, section 5); the nonce covers it in a sealed box.
    for (let bit = 0; bit < bytes.length * 8; bit += bit < 57 * 8 ? 1 : 41) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(openSealed(flipped, [centre], placeOf(item)).ok, `bit ${bit}`).toBe(false);
    }
  });

  it('does not open with another key, also when its key id is made to fit', () => {
    const { item, envelope } = vectors.sealed.referral;
    const other = drawPair();
    expect(openSealed(bytesOf(envelope), [other], placeOf(item))).toEqual({
      ok: false,
      code: 'key_unknown',
    });
    const bytes = bytesOf(envelope);
    const forOther = sealItem(item, other) ?? new Uint8Array();
    bytes.set(forOther.subarray(1, 9), 1);
    expect(openSealed(bytes, [other], placeOf(item))).toEqual({ ok: false, code: 'box_broken' });
  });

  it('opens with an old key that the vault still holds', () => {
    const { item, envelope } = vectors.sealed.referral;
    expect(openSealed(bytesOf(envelope), [drawPair(), centre], placeOf(item)).ok).toBe(true);
  });

  it('does not open truncated, at any length', () => {
    const { item, envelope } = vectors.sealed.referral;
    const bytes = bytesOf(envelope);
    for (let length = 0; length < bytes.length; length += 7) {
      expect(openSealed(bytes.slice(0, length), [centre], placeOf(item)).ok).toBe(false);
    }
  });

  it('is refused in the row of another referral', () => {
    const { item, envelope } = vectors.sealed.referral;
    const elsewhere = vectors.sealed.message.item.id;
    const fault = { ok: false, code: 'item_elsewhere' };
    const keys = [centre];
    expect(openSealed(bytesOf(envelope), keys, { thread: elsewhere, id: elsewhere })).toEqual(fault);
    expect(openSealed(bytesOf(envelope), keys, { thread: item.thread, id: elsewhere })).toEqual(fault);
  });

  it('is not taken for an answer, nor an answer for it', () => {
    const { referral } = vectors.sealed;
    const { answer } = vectors.boxed;
    const fault = { ok: false, code: 'envelope_version' };
    const bytes = bytesOf(referral.envelope);
    expect(openAnswer(bytes, [centre], mailbox.secretKey, placeOf(referral.item))).toEqual(fault);
    expect(openSealed(bytesOf(answer.envelope), [centre], placeOf(answer.item))).toEqual(fault);
  });
});

describe('an authenticated envelope', () => {
  it('opens to exactly what was written, from both ends', () => {
    fc.assert(
      fc.property(anyDeskMessage, (item) => {
        const envelope = boxed(item);
        const opened = { ok: true, item };
        expect(openAnswer(envelope, [centre], mailbox.secretKey, placeOf(item))).toEqual(opened);
        expect(openGivenAnswer(envelope, [centre], mailbox.publicKey, placeOf(item))).toEqual(opened);
      }),
      { numRuns: 40 },
    );
  });

  it('cannot be made without a key of one of its two ends', () => {
    const { item } = vectors.boxed.answer;
    const stranger = { ...drawPair(), keyId: centre.keyId };
    const forged = boxItem(item, stranger, mailbox.publicKey) ?? new Uint8Array();
    const fault = { ok: false, code: 'box_broken' };
    expect(openAnswer(forged, [centre], mailbox.secretKey, placeOf(item))).toEqual(fault);
  });

  it('made by whoever holds the receipt code is refused from both ends: the centre has not signed it', () => {
    const { item } = vectors.boxed.answer;
    const forged = forgedAnswer(item, centre, mailbox.secretKey);
    const fault = { ok: false, code: 'signature_broken' };
    expect(openAnswer(forged, [centre], mailbox.secretKey, placeOf(item))).toEqual(fault);
    expect(openGivenAnswer(forged, [centre], mailbox.publicKey, placeOf(item))).toEqual(fault);
  });

  it('is signed for its own key and version: a signature made for another is none', () => {
    const { envelope } = vectors.boxed.answer;
    const nonce = bytesOf(envelope).subarray(9, 33);
    const box = bytesOf(envelope).subarray(33);
    const signed = nacl.box.open(box, nonce, centre.publicKey, mailbox.secretKey) ?? new Uint8Array();
    const [signature, padded] = [signed.subarray(0, 64), signed.subarray(64)];
    expect(isSigned(2, centre, padded, signature)).toBe(true);
    expect(isSigned(1, centre, padded, signature)).toBe(false);
    expect(isSigned(2, { ...centre, keyId: older.keyId }, padded, signature)).toBe(false);
    expect(isSigned(2, older, padded, signature)).toBe(false);
    expect(isSigned(2, centre, padded.subarray(1), signature)).toBe(false);
  });

  it('opens under whichever key it was made with, and under no key that is not listed', () => {
    const { item, envelope } = vectors.boxed.olderAnswer;
    const bytes = bytesOf(envelope);
    expect(openAnswer(bytes, [centre, older], mailbox.secretKey, placeOf(item))).toEqual({ ok: true, item });
    expect(openGivenAnswer(bytes, [centre, older], mailbox.publicKey, placeOf(item))).toEqual({
      ok: true,
      item,
    });
    const fault = { ok: false, code: 'key_unknown' };
    expect(openAnswer(bytes, [centre], mailbox.secretKey, placeOf(item))).toEqual(fault);
    expect(openGivenAnswer(bytes, [centre], mailbox.publicKey, placeOf(item))).toEqual(fault);
  });

  /** Every public key of low order, as RFC 7748 and libsodium's list of them have it: whatever boxes to one is open. */
  const LOW_ORDER = [
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0000000000000000000000000000000000000000000000000000000000000080',
  ];

  it.each(LOW_ORDER)('is not made to a mailbox key that everybody can open: %s', (hex) => {
    const { item } = vectors.boxed.answer;
    const weak = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
    expect(boxItem(item, centre, weak)).toBeNull();
  });

  it('with one bit flipped anywhere never opens', () => {
    const { item, envelope } = vectors.boxed.answer;
    const bytes = bytesOf(envelope);
    for (let bit = 0; bit < bytes.length * 8; bit += 13) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const opened = openAnswer(flipped, [centre], mailbox.secretKey, placeOf(item));
      expect(opened.ok, `bit ${bit}`).toBe(false);
    }
  });

  it('is refused in another thread', () => {
    const { item, envelope } = vectors.boxed.answer;
    const place = { thread: item.id, id: item.id };
    expect(openAnswer(bytesOf(envelope), [centre], mailbox.secretKey, place)).toEqual({
      ok: false,
      code: 'item_elsewhere',
    });
  });
});

describe('the outside of an envelope', () => {
  it.each(BUCKETS)('of the bucket of %i bytes is read, and of one byte more or less refused', (bucket) => {
    for (const { version } of SCHEMES) {
      const size = envelopeSize(version, bucket);
      const bytes = (length: number) => Uint8Array.of(version, ...new Uint8Array(length - 1));
      expect(readEnvelope(bytes(size))).toMatchObject({ ok: true, parts: { version, bucket } });
      expect(readEnvelope(bytes(size + 1))).toEqual({ ok: false, code: 'envelope_size' });
      expect(readEnvelope(bytes(size - 1))).toEqual({ ok: false, code: 'envelope_size' });
    }
  });

  it('of any other version is refused', () => {
    for (let version = 0; version < 256; version++) {
      if (SCHEMES.some((scheme) => scheme.version === version)) continue;
      const bytes = new Uint8Array(envelopeSize(SEALED_BOX, 1024));
      bytes[0] = version;
      expect(readEnvelope(bytes)).toEqual({ ok: false, code: 'envelope_version' });
    }
  });

  it('never throws on junk', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => readEnvelope(bytes).ok || true));
  });
});

describe('the largest envelope that is sent', () => {
  // A control character is written as six in JSON; no other letter needs more bytes.
  const longest = (limit: number) => '\u0001'.repeat(limit);
  const { referral, request, message } = vectors.sealed;
  const { answer, handoff } = vectors.boxed;
  const { note, call, closedState, handover, saved, tally } = vectors.own;
  const { number, ...texts } = REFERRAL_LIMITS;
  const filled = (limits: Record<string, number>) =>
    Object.fromEntries(Object.entries(limits).map(([field, limit]) => [field, longest(limit)]));

  const line = longest(HANDOVER_LIMIT);
  const lines = { situation: line, background: line, assessment: line, recommendation: line, remark: line };

  const passedOn = {
    toName: longest(HANDOFF_NAME_LIMIT),
    answers: { ...referral.item, ...filled(texts), answer: { way: 'call', ...filled({ number }) } },
    consent: { given: false, how: longest(HANDOFF_LIMIT) },
    text: longest(HANDOFF_LIMIT),
  };

  it.each([
    [REPORT, { ...referral.item, ...filled(texts), answer: { way: 'call', ...filled({ number }) } }],
    [REPORT, { ...request.item, ...filled(REQUEST_LIMITS) }],
    [REPORT, { ...message.item, text: longest(MESSAGE_LIMIT) }],
    [ANSWER, { ...answer.item, text: longest(MESSAGE_LIMIT) }],
    [HANDING_ON, { ...handoff.item, ...passedOn }],
    [OWN, { ...vectors.own.handed.item, ...passedOn }],
    [OWN, { ...note.item, text: longest(NOTE_LIMIT) }],
    [OWN, { ...call.item, reason: longest(REASON_LIMIT), text: longest(NOTE_LIMIT) }],
    [
      OWN,
      {
        ...closedState.item,
        closed: { outcome: 'no-trafficking', reason: longest(STATE_LIMIT) },
        reason: longest(STATE_LIMIT),
        next: { at: 1, what: longest(STATE_LIMIT) },
        waitingFor: longest(STATE_LIMIT),
      },
    ],
    [OWN, { ...handover.item, ...lines }],
    [
      OWN,
      {
        ...saved.item,
        by: { id: saved.item.id, name: longest(200) },
        name: longest(SAVED_LIMITS.name),
        says: Object.fromEntries(SAVED_LANGUAGES.map((language) => [language, longest(SAVED_LIMITS.text)])),
      },
    ],
    [OWN, { ...tally.item, card: { forms: FORMS, district: longest(60) } }],
  ] as const)('holds the longest that may come by “$0.way”', (carrier, item) => {
    const padded = writeItem(item as unknown as Item);
    expect(padded).not.toBeNull();
    expect(readItem<Item>(padded ?? new Uint8Array(), carrier, placeOf(item)).ok).toBe(true);
  });

  it.each(['threads', 'messages'] as const)('among %s fits the text of a call', (rest) => {
    const text = toBase64url(new Uint8Array(largestEnvelope(rest)));
    expect(EnvelopeText.safeParse(text).success).toBe(true);
    expect(text.length + 2048).toBeLessThan(LARGEST_BODY);
  });
});
