import { describe, expect, it, vi } from 'vitest';
import type { Api } from '../../../../src/desk/api/client.ts';
import type { ApiFault } from '../../../../src/desk/api/result.ts';
import { createOutbox } from '../../../../src/desk/drafts/outbox.ts';
import type { FirstItem } from '../../../../src/protocol/items/item.ts';
import { openAnswer } from '../../../../src/protocol/seal/authenticated-box.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { fromBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { fakeApi, mailboxKeys, referral, request, rowOf } from '../surroundings.ts';
import { openVault } from '../vault/open-vault.ts';

const centre = drawPair();
/** A thread as it was seen at a revision, with the place of the desk's next answer. */
const seen = (rev: number, seq = 1) => ({
  row: rowOf(referral(), centre, { rev }),
  next: { seq, prev: seq === 1 ? null : 'A'.repeat(43), seen: `${'B'.repeat(42)}A` },
});

type Body = Parameters<Api['answer']>[1];

function outboxThatMeets(
  faults: (ApiFault | null)[],
  item: FirstItem = referral(),
  tried: { id: string; text: string } | null = null,
) {
  const sent: Body[] = [];
  const api = fakeApi({
    answer: async (_thread, body) => {
      sent.push(body);
      const code = faults.shift();
      return code ? { ok: false, code } : { ok: true, value: { id: body.id } };
    },
  });
  return { sent, outbox: createOutbox(api, openVault(centre), item, tried) };
}

describe('sending an answer', () => {
  it('tries the same text again with the same id and bytes, under the revision seen now', async () => {
    const { sent, outbox } = outboxThatMeets(['timeout', 'offline', null]);
    expect(await outbox.send('hallo', seen(3))).toMatchObject({ ok: false, maybe: true });
    expect(await outbox.send('hallo', seen(3))).toMatchObject({ ok: false, maybe: true });
    expect(await outbox.send('hallo', seen(4))).toEqual({ ok: true });
    expect(new Set(sent.map(({ id, envelope, seq }) => id + envelope + seq)).size).toBe(1);
    expect(sent.map(({ rev }) => rev)).toEqual([3, 3, 4]);
    expect(outbox.tried()).toBeNull();
  });

  it('seals it anew, under another id, where another stands in its place', async () => {
    const { sent, outbox } = outboxThatMeets(['timeout', 'changed', null]);
    await outbox.send('hallo', seen(3));
    expect(await outbox.send('hallo', seen(3))).toMatchObject({ ok: false, maybe: false });
    expect(outbox.tried()).toBeNull();
    expect(await outbox.send('hallo', seen(4, 2))).toEqual({ ok: true });
    expect(sent.map(({ seq }) => seq)).toEqual([1, 1, 2]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
  });

  it('takes first what nobody has, and sends nothing where that fails or anything else had happened', async () => {
    const { sent, outbox } = outboxThatMeets([null]);
    const taken = (rev: number) => async () => ({ ok: true, row: seen(rev).row }) as const;
    const offline = async () => ({ ok: false, fault: { code: 'offline' } }) as const;
    expect(await outbox.send('hallo', seen(3), offline)).toMatchObject({ fault: { code: 'offline' } });
    // It was tried, and goes later.
    expect(outbox.tried()).toMatchObject({ text: 'hallo' });
    expect(await outbox.send('hallo', seen(3), taken(5))).toMatchObject({ fault: { code: 'changed' } });
    expect(sent).toEqual([]);
    expect(await outbox.send('hallo', seen(4), taken(5))).toEqual({ ok: true });
    expect(sent).toMatchObject([{ rev: 5 }]);
  });

  it('takes what nobody has once, and sends the same behind it where its answer got lost', async () => {
    const { sent, outbox } = outboxThatMeets(['offline', null]);
    const take = vi.fn(async () => ({ ok: true, row: seen(4).row }) as const);
    expect(await outbox.send('hallo', seen(3), take)).toMatchObject({ ok: false, maybe: true });
    expect(await outbox.send('hallo', seen(3), take)).toEqual({ ok: true });
    expect(take).toHaveBeenCalledTimes(1);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]).toMatchObject({ rev: 4 });
  });

  it('says in the answer where it stands, as it stands beside it', async () => {
    const item = referral();
    const { sent, outbox } = outboxThatMeets([null], item);
    const { next } = seen(3, 7);
    await outbox.send('hallo', seen(3, 7));
    const [body] = sent;
    expect(body).toMatchObject({ seq: 7, rev: 3 });
    const envelope = fromBase64url(body?.envelope ?? '') ?? new Uint8Array();
    const place = { thread: item.id, id: body?.id ?? '' };
    expect(openAnswer(envelope, [centre], mailboxKeys.secretKey, place)).toMatchObject({ item: next });
  });

  it('gives another text, and the same text after it was sent, an id of its own', async () => {
    const { sent, outbox } = outboxThatMeets(['offline', null, null]);
    await outbox.send('hallo', seen(1));
    await outbox.send('hallo daar', seen(1));
    await outbox.send('hallo daar', seen(2));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
  });

  it('sends what was tried before a lock under the id that it had, and another text under another', async () => {
    const tried = { id: randomId(), text: 'hallo' };
    const same = outboxThatMeets([null], referral(), tried);
    expect(same.outbox.tried()).toMatchObject(tried);
    await same.outbox.send('hallo', seen(1));
    expect(same.sent.map(({ id }) => id)).toEqual([tried.id]);
    expect(same.outbox.tried()).toBeNull();
    const changed = outboxThatMeets([null], referral(), tried);
    await changed.outbox.send('hallo daar', seen(1));
    expect(changed.sent[0]?.id).not.toBe(tried.id);
  });

  it.each([referral(), request()])('boxes it so that the mailbox of a $kind can read it', async (item) => {
    const { sent, outbox } = outboxThatMeets([null], item);
    await outbox.send('dag', seen(1));
    const [body] = sent;
    const envelope = fromBase64url(body?.envelope ?? '') ?? new Uint8Array();
    const place = { thread: item.id, id: body?.id ?? '' };
    const opened = openAnswer(envelope, [centre], mailboxKeys.secretKey, place);
    expect(opened).toMatchObject({ ok: true, item: { author: 'desk', text: 'dag' } });
  });
});
