import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { INVITE_LIFETIME } from '../../../../src/protocol/keys/invite.ts';
import { InviteBody } from '../../../../src/protocol/wire/api/door.ts';
import { Member } from '../../../../src/protocol/wire/api/member.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { joinedMember, newInvite, newMember, sessionOf } from '../../support/member.ts';
import { countRows, emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);
afterEach(() => vi.useRealTimers());

const post = (json: unknown) => ask('/api/desk/members', { json });
const open = (token: string) => ask('/api/desk/invite', { json: { token } });

describe('POST /api/desk/invite', () => {
  it('shows an invitation as often as asked, until it is used', async () => {
    const { token, vault } = await newInvite();
    for (let time = 0; time < 2; time++) {
      expect(InviteBody.parse(await (await open(token)).json()).vault).toBe(vault);
    }
    expect((await post(newMember(token).body)).status).toBe(201);
    expect(await refusal(await open(token))).toEqual([410, 'invite_gone']);
  });

  it('gives unknown and expired invitations the same answer', async () => {
    const { token } = await newInvite();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + INVITE_LIFETIME * 1000);
    expect(await refusal(await open(token))).toEqual([410, 'invite_gone']);
    expect(await refusal(await open('A'.repeat(43)))).toEqual([410, 'invite_gone']);
  });
});

describe('POST /api/desk/members', () => {
  it('makes a member who can sign in', async () => {
    const { token } = await newInvite();
    const member = newMember(token, 'Zoë D.');
    const answer = await post(member.body);
    expect(answer.status).toBe(201);
    expect(Member.parse(await answer.json())).toEqual({ id: member.body.id, name: 'Zoë D.' });
    const headers = await sessionOf(member);
    expect((await ask('/api/desk/threads', { headers })).status).toBe(200);
  });

  it("keeps neither the invitation's token nor, once it is used, its vault", async () => {
    const { token } = await newInvite();
    await post(newMember(token).body);
    const row = await env.DB.prepare('SELECT token_hash, vault FROM invites').first<{ vault: number[] }>();
    expect(row?.vault).toEqual([]);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('lets exactly one of ten at once use an invitation', async () => {
    const { token } = await newInvite();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(newMember(token).body)));
    const refused = answers.filter((answer) => answer.status !== 201);
    expect(refused).toHaveLength(9);
    for (const answer of refused) expect(await refusal(answer)).toEqual([410, 'invite_gone']);
    expect([await countRows('members'), await countRows('ways_in')]).toEqual([1, 1]);
  });

  it('lets one of two invitations at once have a name', async () => {
    const invites = await Promise.all([newInvite(), newInvite()]);
    const answers = await Promise.all(invites.map(({ token }) => post(newMember(token, 'Fatima').body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect([await countRows('members'), await countRows('ways_in')]).toEqual([1, 1]);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM invites WHERE used_at IS NULL').first('n')).toBe(
      1,
    );
  });

  it.each([
    ['Jeroen', 'jeroen'],
    ['Élise', 'ÉLISE'],
    ['Élise', 'E\u0301lise'],
    ["O'Brien", 'O’Brien'],
    ['Anne-Marie', 'Anne‑Marie'],
  ])('refuses the name %s spelled %s, and the invitation stays usable', async (name, again) => {
    await joinedMember(name);
    const { token } = await newInvite();
    expect(await refusal(await post(newMember(token, again).body))).toEqual([409, 'conflict']);
    expect((await open(token)).status).toBe(200);
    expect((await post(newMember(token, `${again} V.`).body)).status).toBe(201);
  });

  it('answers 200 when the same member asks again because the answer got lost', async () => {
    const { token } = await newInvite();
    const member = newMember(token);
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(member.body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect([await countRows('members'), await countRows('ways_in')]).toEqual([1, 1]);
    expect(await sessionOf(member)).toMatchObject({
      Cookie: expect.stringMatching(/^__Host-desk-.{8}=.{43}$/),
    });
  });

  it('takes no other key for a member through an invitation that was used', async () => {
    const { token } = await newInvite();
    const member = newMember(token);
    await post(member.body);
    const thief = newMember(token, member.body.name);
    const theft = { ...thief.body, id: member.body.id };
    expect(await refusal(await post(theft))).toEqual([410, 'invite_gone']);
    await expect(sessionOf({ ...thief, body: theft })).resolves.toMatchObject({ Cookie: '' });
  });

  it('takes no second way in for a member through another invitation', async () => {
    const member = await joinedMember();
    const { token } = await newInvite();
    const thief = newMember(token);
    const theft = { ...thief.body, id: member.body.id };
    expect(await refusal(await post(theft))).toEqual([409, 'conflict']);
    expect(await countRows('ways_in')).toBe(1);
    expect((await open(token)).status).toBe(200);
  });

  it('refuses an invitation that has expired, and one that never was', async () => {
    const { token } = await newInvite();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + INVITE_LIFETIME * 1000);
    expect(await refusal(await post(newMember(token).body))).toEqual([410, 'invite_gone']);
    expect(await refusal(await post(newMember('A'.repeat(43)).body))).toEqual([410, 'invite_gone']);
    expect(await countRows('members')).toBe(0);
  });

  it.each([
    ['a name of one letter', { name: 'A' }],
    ['a name with a line break', { name: 'Ann\nBob' }],
    ['an id that is none', { id: randomId().slice(1) }],
    ['a key of 31 bytes', { publicKey: 'A'.repeat(42) }],
    [
      'a passphrase stretched too little',
      { kdf: { name: 'argon2id', salt: randomId(), memoryKiB: 1024, passes: 1, lanes: 1 } },
    ],
    ['a vault that is no base64url', { vault: 'A' }],
  ])('refuses %s, and the invitation stays usable', async (_, wrong) => {
    const { token } = await newInvite();
    expect(await refusal(await post({ ...newMember(token).body, ...wrong }))).toEqual([400, 'malformed']);
    expect((await open(token)).status).toBe(200);
  });
});
