import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { SessionBody } from '../../../../src/protocol/wire/api/door.ts';
import { KeysBody, KeysBroughtBody } from '../../../../src/protocol/wire/api/keys.ts';
import { WaysBody } from '../../../../src/protocol/wire/api/ways.ts';
import { toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { describeCentreKey } from '../../../../src/protocol/wire/centre-key.ts';
import { ask, refusal } from '../../support/ask.ts';
import { centre } from '../../support/centre.ts';
import {
  askChallenge,
  headersOf,
  joinedMember,
  memberOnDuty,
  sessionOf,
  signedIn,
} from '../../support/member.ts';
import { emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);

type Headers = Record<string, string>;
const random = (length: number) => toBase64url(crypto.getRandomValues(new Uint8Array(length)));
/** The key that the site of these tests publishes, and one that no page carries. */
const published = describeCentreKey(centre).keyId;
const unpublished = random(8);

const holdersOf = async (headers: Headers) => {
  const { holders } = KeysBody.parse(await (await ask('/api/desk/keys', { headers })).json());
  return (id: string) => holders.find((holder) => holder.id === id);
};
const bring = (headers: Headers, members: readonly string[], keyId = published) => {
  const sealed = members.map((member) => ({ member, box: random(112), signature: random(64) }));
  return ask('/api/desk/keys/next', { json: { v: 1, keyId, sealed }, headers });
};

/** Signs a member in once more, and gives what came with the session. */
async function again({ body, keys }: Awaited<ReturnType<typeof joinedMember>>) {
  const { challenge } = await askChallenge(body.name);
  const answer = await ask('/api/desk/session', { json: signedIn(body.name, challenge, keys.secretKey) });
  return { headers: await headersOf(answer), session: SessionBody.parse(await answer.json()) };
}

const rewrapAll = async (headers: Headers, newestKey: string) => {
  const { ways } = WaysBody.parse(await (await ask('/api/desk/ways', { headers })).json());
  for (const { id } of ways)
    await ask(`/api/desk/ways/${id}/vault`, { json: { vault: random(99), newestKey }, headers });
};

describe('a next key', () => {
  it('waits for each member to whom it is sealed, and goes when their vaults have it', async () => {
    const administrator = await memberOnDuty('Chief', 'administrator');
    const member = await joinedMember();
    const { id } = member.body;
    const answer = await bring(administrator.headers, [id, administrator.id]);
    expect(KeysBroughtBody.parse(await answer.json())).toEqual({ brought: 2 });
    const { headers, session } = await again(member);
    expect(session).toMatchObject({ newestKey: null, next: [{ box: expect.any(String) }] });
    expect((await holdersOf(headers))(id)).toMatchObject({ ways: [null], waiting: [published] });
    // It comes again until the worker has the vault with it.
    expect((await again(member)).session.next).toHaveLength(1);
    await rewrapAll(headers, published);
    expect((await again(member)).session).toMatchObject({ newestKey: published, next: [] });
    const holder = await holdersOf(headers);
    expect(holder(id)).toMatchObject({ ways: [published], waiting: [] });
    expect(holder(administrator.id)).toMatchObject({ ways: [null], waiting: [published] });
  });

  it('comes to nobody before the site publishes it', async () => {
    const { headers } = await memberOnDuty('Chief', 'administrator');
    const member = await joinedMember();
    await bring(headers, [member.body.id], unpublished);
    expect((await again(member)).session.next).toEqual([]);
    expect((await holdersOf(headers))(member.body.id)).toMatchObject({ waiting: [unpublished] });
  });

  it('is for nobody who is suspended, then or later, nor for an own key of before', async () => {
    const { headers } = await memberOnDuty('Chief', 'administrator');
    const [out, later, anew] = [await joinedMember(), await joinedMember(), await joinedMember()];
    const suspend = (id: string) =>
      env.DB.prepare('UPDATE members SET suspended_at = 1 WHERE id = ?').bind(id).run();
    const rows = async () => (await env.DB.prepare('SELECT member_id FROM next_keys').all()).results;
    await suspend(out.body.id);
    const answer = await bring(
      headers,
      [out, later, anew].map(({ body }) => body.id),
    );
    expect(KeysBroughtBody.parse(await answer.json())).toEqual({ brought: 2 });
    await suspend(later.body.id);
    expect(await rows()).toEqual([{ member_id: anew.body.id }]);
    expect((await holdersOf(headers))(later.body.id)).toBeUndefined();
    await env.DB.prepare('UPDATE members SET box_key = randomblob(32) WHERE id = ?').bind(anew.body.id).run();
    expect(await rows()).toEqual([]);
  });

  it('is brought by an administrator alone', async () => {
    const member = await memberOnDuty();
    expect(await refusal(await bring(member.headers, [member.id]))).toEqual([403, 'forbidden']);
  });
});

describe('the word for an own key', () => {
  it('is kept for the own key that the member has, and counts for no other', async () => {
    const member = await joinedMember();
    const headers = await sessionOf(member);
    const { boxKey, id } = member.body;
    const put = (json: object) => ask('/api/desk/keys/own', { json, headers });
    const word = { boxKey, keyId: published, signature: random(64) };
    expect((await again(member)).session.vouchedBy).toBeNull();
    expect(await refusal(await put({ ...word, boxKey: random(32) }))).toEqual([409, 'changed']);
    expect((await put(word)).status).toBe(200);
    expect((await again(member)).session.vouchedBy).toBe(published);
    const kept = { keyId: published, signature: word.signature };
    expect((await holdersOf(headers))(id)).toMatchObject({ boxKey, vouch: kept });
    // With a new own key, the word for the one before is none.
    await env.DB.prepare('UPDATE members SET box_key = randomblob(32) WHERE id = ?').bind(id).run();
    expect((await again(member)).session.vouchedBy).toBeNull();
    expect((await holdersOf(headers))(id)).toMatchObject({ vouch: null });
  });
});
