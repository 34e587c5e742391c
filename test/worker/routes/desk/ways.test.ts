import { env } from 'cloudflare:workers';
import nacl from 'tweetnacl';
import { beforeEach, describe, expect, it } from 'vitest';
import { SessionBody } from '../../../../src/protocol/wire/api/door.ts';
import { MOST_WAYS, PasskeyChallengeBody, WaysBody } from '../../../../src/protocol/wire/api/ways.ts';
import { toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { newPassphraseKdf } from '../../../../src/protocol/wire/passphrase-kdf.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { authenticator } from '../../../support/authenticator.ts';
import { ask, DESK, refusal } from '../../support/ask.ts';
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
const wrapped = () => ({ vault: random(200), newestKey: random(8) });

const waysOf = async (headers: Headers) =>
  WaysBody.parse(await (await ask('/api/desk/ways', { headers })).json());
const signInBy = (json: unknown) => ask('/api/desk/touch', { json });
const isIn = async (headers: Headers) => (await ask('/api/desk/ways', { headers })).status;

async function challengeOf(path: string, headers: Headers = {}): Promise<string> {
  const answer = await ask(path, { headers });
  return PasskeyChallengeBody.parse(await answer.json()).challenge;
}

/** Adds a passkey as the desk does, and gives what was sent. */
async function addPasskey(headers: Headers, made = authenticator(), name = 'Telephone') {
  const id = randomId();
  const challenge = await challengeOf('/api/desk/ways/challenge', headers);
  const body = { name, passkey: await made.make({ challenge, origin: DESK }), ...wrapped() };
  const put = (json: unknown = body, to = id, by = headers) =>
    ask(`/api/desk/ways/${to}/passkey`, { json, headers: by });
  return { id, body, made, put, answer: await put() };
}

const touchOf = async (made: ReturnType<typeof authenticator>, more = {}) =>
  made.sign({ challenge: await challengeOf('/api/desk/touch'), origin: DESK, ...more });

describe('a passkey', () => {
  it('lets its member in without a name, and gives the vault that it unwraps', async () => {
    const member = await memberOnDuty();
    const { id, body, made, answer } = await addPasskey(member.headers);
    expect(answer.status).toBe(201);
    const opened = await signInBy(await touchOf(made));
    expect(opened.status).toBe(200);
    const session = SessionBody.parse(await opened.clone().json());
    expect(session).toMatchObject({
      member: { id: member.id, name: member.name },
      vault: body.vault,
      wayIn: id,
    });
    expect(await isIn(await headersOf(opened))).toBe(200);
    const { ways } = await waysOf(member.headers);
    const [paper, passkey] = ['passphrase', 'passkey'].map((kind) => ways.find((way) => way.kind === kind));
    expect(paper).toMatchObject({ kind: 'passphrase', newestKey: null });
    const today = Math.floor(Date.now() / 86_400_000);
    expect(passkey).toMatchObject({
      ...{ id, kind: 'passkey', name: 'Telephone', usedDay: today },
      ...{ newestKey: body.newestKey, credential: made.credential },
    });
  });

  it.each([
    ['another origin', { origin: 'https://desk.pag-asa.example' }],
    ['the public host', { origin: DESK.replace('desk.', '') }],
    ['nobody who was known', { verified: false }],
    ['a touch for something else', { type: 'webauthn.create' }],
  ])('is refused with %s', async (_, more) => {
    const member = await memberOnDuty();
    const { made } = await addPasskey(member.headers);
    expect(await refusal(await signInBy(await touchOf(made, more)))).toEqual([401, 'unauthorized']);
  });

  it('is refused with a challenge of no use here: used, invented, or one that a name asked for', async () => {
    const member = await memberOnDuty();
    const { made } = await addPasskey(member.headers);
    const touched = await touchOf(made);
    expect((await signInBy(touched)).status).toBe(200);
    const { challenge: named } = await askChallenge(member.name);
    const other = await challengeOf('/api/desk/ways/challenge', member.headers);
    const signed = [touched];
    for (const challenge of [random(56), named, other])
      signed.push(await made.sign({ challenge, origin: DESK }));
    for (const body of signed) expect(await refusal(await signInBy(body))).toEqual([401, 'unauthorized']);
  });

  it('is refused when another signed, when it is unknown, and when it was removed', async () => {
    const member = await memberOnDuty();
    const { id, made } = await addPasskey(member.headers);
    const forged = { ...(await touchOf(authenticator())), credential: made.credential };
    const unknown = await touchOf(authenticator());
    expect((await ask(`/api/desk/ways/${id}/remove`, { json: {}, headers: member.headers })).status).toBe(
      200,
    );
    for (const body of [forged, unknown, await touchOf(made)])
      expect(await refusal(await signInBy(body))).toEqual([401, 'unauthorized']);
  });

  it('lets nobody in who is suspended', async () => {
    const member = await memberOnDuty();
    const { made } = await addPasskey(member.headers);
    await env.DB.prepare('UPDATE members SET suspended_at = 1 WHERE id = ?').bind(member.id).run();
    expect(await refusal(await signInBy(await touchOf(made)))).toEqual([401, 'unauthorized']);
  });

  it('that counts and comes with a number from before is a copy, and is refused', async () => {
    const member = await memberOnDuty();
    const { made } = await addPasskey(member.headers);
    const statuses = [];
    for (const counter of [1, 5, 5, 4, 6])
      statuses.push((await signInBy(await touchOf(made, { counter }))).status);
    expect(statuses).toEqual([200, 200, 401, 401, 200]);
  });

  it('is not added when anything of it is not as it must be', async () => {
    const member = await memberOnDuty();
    const made = authenticator();
    const { put, body } = await addPasskey(member.headers);
    const challenge = () => challengeOf('/api/desk/ways/challenge', member.headers);
    const fresh = await made.make({ challenge: await challenge(), origin: DESK });
    const wrong = [
      await made.make({ challenge: await challenge(), origin: 'https://pag-asa.example' }),
      await made.make({ challenge: await challenge(), origin: DESK, verified: false }),
      await made.make({ challenge: await challengeOf('/api/desk/touch'), origin: DESK }),
      await made.make({ challenge: await challenge(), origin: DESK, type: 'webauthn.get' }),
      { ...fresh, credential: authenticator().credential },
      { ...fresh, attestation: random(99) },
    ];
    for (const passkey of wrong) {
      const answer = await put({ ...body, passkey }, randomId());
      expect(await refusal(answer)).toEqual([400, 'malformed']);
    }
    expect((await waysOf(member.headers)).ways).toHaveLength(2);
  });

  it('comes without what its extensions gave: the secret that unwraps the vault is refused, not stored', async () => {
    const member = await memberOnDuty();
    const made = authenticator();
    const { body, put } = await addPasskey(member.headers);
    const secret = { clientExtensionResults: { prf: { results: { first: random(32) } } } };
    const challenge = await challengeOf('/api/desk/ways/challenge', member.headers);
    const passkey = { ...(await made.make({ challenge, origin: DESK })), ...secret };
    expect(await refusal(await put({ ...body, passkey }, randomId()))).toEqual([400, 'malformed']);
    const touched = { ...(await touchOf(made)), ...secret };
    expect(await refusal(await signInBy(touched))).toEqual([400, 'malformed']);
  });

  it('is added once, also when its answer got lost; another id or member does not get it', async () => {
    const member = await memberOnDuty();
    const { put, body } = await addPasskey(member.headers);
    expect((await put()).status).toBe(200);
    expect(await refusal(await put(body, randomId()))).toEqual([409, 'changed']);
    const other = await memberOnDuty();
    expect(await refusal(await put(body, randomId(), other.headers))).toEqual([400, 'malformed']);
    expect((await waysOf(member.headers)).ways).toHaveLength(2);
  });
});

describe('a second passphrase', () => {
  /** Adds a passphrase stretched like the first, or otherwise. */
  async function addPassphrase(headers: Headers, given = {}) {
    const keys = nacl.sign.keyPair();
    const id = randomId();
    const { kdf } = await waysOf(headers);
    const json = { publicKey: toBase64url(keys.publicKey), kdf, ...wrapped(), ...given };
    const put = () => ask(`/api/desk/ways/${id}/passphrase`, { json, headers });
    return { id, keys, json, put, answer: await put() };
  }
  const signIn = async (name: string, secretKey: Uint8Array) =>
    ask('/api/desk/session', { json: signedIn(name, (await askChallenge(name)).challenge, secretKey) });

  it('lets in under the same name and challenge, each passphrase to its own vault', async () => {
    const member = await joinedMember();
    const headers = await sessionOf(member);
    const { id, keys, json, put, answer } = await addPassphrase(headers);
    expect([answer.status, (await put()).status]).toEqual([201, 200]);
    const { name } = member.body;
    const by = async (secretKey: Uint8Array) =>
      SessionBody.parse(await (await signIn(name, secretKey)).json());
    expect(await by(keys.secretKey)).toMatchObject({ vault: json.vault, wayIn: id });
    expect((await by(member.keys.secretKey)).vault).toBe(member.body.vault);
    expect((await signIn(name, nacl.sign.keyPair().secretKey)).status).toBe(401);
  });

  it('is refused when it would be stretched otherwise, or is the third', async () => {
    const { headers } = await memberOnDuty();
    const other = await addPassphrase(headers, { kdf: newPassphraseKdf() });
    expect(await refusal(other.answer)).toEqual([409, 'conflict']);
    expect((await addPassphrase(headers)).answer.status).toBe(201);
    expect(await refusal((await addPassphrase(headers)).answer)).toEqual([409, 'conflict']);
  });
});

describe('the ways in of a member', () => {
  it('are theirs alone: a colleague neither sees, changes nor removes them', async () => {
    const member = await memberOnDuty();
    const other = await memberOnDuty();
    const { id } = await addPasskey(member.headers);
    const before = await waysOf(member.headers);
    expect((await waysOf(other.headers)).ways.map((way) => way.id)).not.toContain(id);
    const taken = await ask(`/api/desk/ways/${id}/vault`, { json: wrapped(), headers: other.headers });
    expect(await refusal(taken)).toEqual([404, 'not_found']);
    await ask(`/api/desk/ways/${id}/remove`, { json: {}, headers: other.headers });
    expect(await waysOf(member.headers)).toEqual(before);
    expect(await isIn(member.headers)).toBe(200);
  });

  it('are as many as may be, and no more', async () => {
    const { headers } = await memberOnDuty();
    for (let count = 1; count < MOST_WAYS; count++)
      expect((await addPasskey(headers)).answer.status).toBe(201);
    expect(await refusal((await addPasskey(headers)).answer)).toEqual([409, 'conflict']);
  });

  it('can be removed but for the last one; then other sessions end, and this one stays', async () => {
    const member = await joinedMember();
    const [here, elsewhere] = [await sessionOf(member), await sessionOf(member)];
    const { id, made } = await addPasskey(here);
    const byTouch = await headersOf(await signInBy(await touchOf(made)));
    const remove = (way: string, headers = here) =>
      ask(`/api/desk/ways/${way}/remove`, { json: {}, headers });
    expect((await remove(id)).status).toBe(200);
    expect(await Promise.all([here, elsewhere, byTouch].map(isIn))).toEqual([200, 401, 401]);
    const [last] = (await waysOf(here)).ways;
    const again = await sessionOf(member);
    expect(await refusal(await remove(last?.id ?? ''))).toEqual([409, 'conflict']);
    expect(await isIn(again)).toBe(200);
    expect((await remove(id)).status).toBe(200);
  });

  it('take a vault that was wrapped anew', async () => {
    const { headers } = await memberOnDuty();
    const { id, made } = await addPasskey(headers);
    const json = wrapped();
    expect((await ask(`/api/desk/ways/${id}/vault`, { json, headers })).status).toBe(200);
    const session = SessionBody.parse(await (await signInBy(await touchOf(made))).json());
    expect(session.vault).toBe(json.vault);
    expect((await waysOf(headers)).ways.find((way) => way.id === id)?.newestKey).toBe(json.newestKey);
  });
});
