import { describe, expect, it } from 'vitest';
import { openSealed } from '../../../src/protocol/keys/open-sealed-box.ts';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { deriveMailboxPair, deriveToken } from '../../../src/protocol/seal/mailbox.ts';
import { readReceiptCode } from '../../../src/protocol/seal/receipt.ts';
import { PutReferral } from '../../../src/protocol/wire/api/referrals.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { buildReferral } from '../../../src/reporter/referral-form/build-referral.ts';
import { buildRequest } from '../../../src/reporter/request-form/build-request.ts';
import { type Draft, type Prove, sealDraft } from '../../../src/reporter/sealed-form/draft.ts';
import { drawMailbox } from '../../../src/reporter/sealed-form/new-mailboxes.ts';
import { sampleChallenge } from '../../samples/challenge.ts';
import { LEAST, NOTHING } from '../../samples/referral-answers.ts';
import { LEAST_REQUEST } from '../../samples/request-answers.ts';

const centre = drawPair();
const never = () => Promise.resolve(null);
const answers = { ...LEAST, story: 'They keep my passport.' };
const referral = async (prove: Prove = never) =>
  sealDraft(answers, buildReferral, 'nl', centre, prove, await drawMailbox());
const request = async () => sealDraft(LEAST_REQUEST, buildRequest, 'nl', centre, never, await drawMailbox());

function sealed(draft: Draft | null): Draft {
  if (!draft) throw new Error('Nothing was sealed');
  return draft;
}

describe('sealDraft', () => {
  it.each([
    { kind: 'referral', seal: referral, words: { story: 'They keep my passport.' } },
    { kind: 'request', seal: request, words: { text: LEAST_REQUEST.text } },
  ])(
    'seals a $kind to the centre alone, and its code opens the mailbox that the worker is told of',
    async ({ kind, seal, words }) => {
      const draft = sealed(await seal());
      expect(readReceiptCode(draft.code).ok).toBe(true);
      const id = draft.call.path.replace('/api/referrals/', '');
      const body = PutReferral.parse(JSON.parse(draft.call.body ?? ''));
      const mailbox = await deriveMailboxPair(draft.code, fromBase64url(body.salt) ?? new Uint8Array());
      expect(body.mailbox).toBe(toBase64url(await sha256(await deriveToken(draft.code))));
      expect(draft.call.token).toBeUndefined();
      const envelope = fromBase64url(body.envelope) ?? new Uint8Array();
      const opened = openSealed(envelope, [centre], { thread: id, id });
      expect(opened).toMatchObject({
        ok: true,
        item: { kind, ...words, mailbox: toBase64url(mailbox.publicKey) },
      });
      const stranger = drawPair();
      expect(openSealed(envelope, [stranger], { thread: id, id }).ok).toBe(false);
    },
  );

  it('makes the same call for a referral and a request, of the same size', async () => {
    const shape = ({ call: { method, path, body, token } }: Draft) => ({
      method,
      path: path.replace(/[^/]+$/, ''),
      size: [path.length, body?.length],
      fields: Object.keys(JSON.parse(body ?? '')),
      token,
    });
    expect(shape(sealed(await request()))).toEqual(shape(sealed(await referral())));
  });

  it('sends the same bytes again with a proof, where one is asked for and found', async () => {
    const proof = { challenge: sampleChallenge, solution: { counter: 7, derivedKey: 'ab' } };
    const signal = new AbortController().signal;
    const { call } = sealed(await referral(() => Promise.resolve(proof)));
    const body = PutReferral.parse(JSON.parse((await call.prove?.(sampleChallenge, signal)) ?? ''));
    expect(body).toEqual({ ...JSON.parse(call.body ?? ''), proof });
    expect(await sealed(await referral()).call.prove?.(sampleChallenge, signal)).toBeNull();
  });

  it('seals nothing when the answers make no item', async () => {
    const mailbox = await drawMailbox();
    expect(sealDraft(NOTHING, buildReferral, 'nl', centre, never, mailbox)).toBeNull();
    const none = { ...LEAST_REQUEST, about: [] };
    expect(sealDraft(none, buildRequest, 'nl', centre, never, mailbox)).toBeNull();
  });
});
