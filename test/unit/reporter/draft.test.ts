import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { PutReferral } from '../../../src/protocol/api.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/bytes.ts';
import { mailboxHash } from '../../../src/protocol/mailbox-hash.ts';
import { openItem } from '../../../src/protocol/open.ts';
import { openMailbox, readReceiptCode } from '../../../src/protocol/receipt.ts';
import { sealDraft } from '../../../src/reporter/form/draft.ts';
import { LEAST, NOTHING } from './answers.ts';

describe('sealDraft', () => {
  it('seals to the centre alone, and its code opens the mailbox that the worker is told of', async () => {
    const centre = nacl.box.keyPair();
    const draft = await sealDraft({ ...LEAST, story: 'They keep my passport.' }, 'nl', centre.publicKey);
    if (!draft) throw new Error('Nothing was sealed');
    expect(readReceiptCode(draft.code).ok).toBe(true);
    const mailbox = await openMailbox(draft.code);
    const id = draft.call.path.replace('/api/referrals/', '');
    const body = PutReferral.parse(JSON.parse(draft.call.body ?? ''));
    expect(body.mailbox).toBe(toBase64url(await mailboxHash(mailbox.token)));
    expect(draft.call.token).toBeUndefined();
    const envelope = fromBase64url(body.envelope) ?? new Uint8Array();
    const opened = openItem(envelope, [centre.secretKey], { thread: id, id });
    expect(opened).toMatchObject({
      ok: true,
      item: { story: 'They keep my passport.', mailbox: toBase64url(mailbox.publicKey) },
    });
    const stranger = nacl.box.keyPair();
    expect(openItem(envelope, [stranger.secretKey], { thread: id, id }).ok).toBe(false);
  });

  it('seals nothing when the answers make no referral', async () => {
    expect(await sealDraft(NOTHING, 'nl', nacl.box.keyPair().publicKey)).toBeNull();
  });
});
