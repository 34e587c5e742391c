import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sweep } from '../../../../functions/sweep.ts';
import { drawReceiptCode } from '../../../../src/protocol/seal/receipt.ts';
import { BoxBody, InviteBody } from '../../../../src/protocol/wire/api/door.ts';
import { Member } from '../../../../src/protocol/wire/api/member.ts';
import { PeopleBody } from '../../../../src/protocol/wire/api/people.ts';
import { INVITE_LIFETIME, inviteIdOf } from '../../../../src/protocol/wire/invite.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import {
  joinedMember,
  letIn,
  memberOnDuty,
  newInvite,
  newMember,
  newName,
  openedInvite,
  openInvite,
  sessionOf,
} from '../../support/member.ts';
import { countRows, emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);
afterEach(() => vi.useRealTimers());

const post = (json: unknown) => ask('/api/desk/members', { json });
const box = (code: string, boxKey: string) => ask('/api/desk/invite/box', { json: { code, boxKey } });
const [OWN, OTHER] = ['A'.repeat(43), `B${'A'.repeat(42)}`];

/** The clock after an invitation has expired. */
function expire(): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + INVITE_LIFETIME * 1000);
}

describe('POST /api/desk/invite', () => {
  it('opens once: the same page again is answered alike, another is told, and who invited is too', async () => {
    const { code, id } = await newInvite();
    const first = InviteBody.parse(await (await openInvite(code, 'Ana', OWN)).json());
    expect(first.id).toBe(id);
    expect(InviteBody.parse(await (await openInvite(code, 'Ana', OWN)).json())).toEqual(first);
    expect(await refusal(await openInvite(code, 'Eve', OTHER))).toEqual([410, 'invite_seen']);
    const { headers } = await memberOnDuty('Bo');
    const people = PeopleBody.parse(await (await ask('/api/desk/people', { headers })).json());
    expect(people.invites).toMatchObject([{ id, opened: { name: 'Ana', boxKey: OWN }, seen: 1 }]);
  });

  it('lets one of ten at once open it', async () => {
    const { code } = await newInvite();
    const keys = Array.from({ length: 10 }, (_, at) => `${'ABCDEFGHIJ'[at]}${'A'.repeat(42)}`);
    const answers = await Promise.all(keys.map((key) => openInvite(code, newName(), key)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('gives unknown and expired invitations the same answer, and sweeps what has expired', async () => {
    const { code } = await newInvite();
    expect(await refusal(await openInvite(drawReceiptCode(), 'Ana', OWN))).toEqual([410, 'invite_gone']);
    expire();
    expect(await refusal(await openInvite(code, 'Ana', OWN))).toEqual([410, 'invite_gone']);
    expect(await countRows('invites')).toBe(1);
    await sweep(env, Math.floor(Date.now() / 1000));
    expect(await countRows('invites')).toBe(0);
  });

  it.each([
    ['Jeroen', 'jeroen'],
    ['Élise', 'ÉLISE'],
    ['Élise', 'E\u0301lise'],
    ["O'Brien", 'O’Brien'],
    ['Anne-Marie', 'Anne‑Marie'],
  ])(
    'refuses the name %s spelled %s, and the invitation can be opened under another',
    async (name, again) => {
      await joinedMember(name);
      const { code } = await newInvite();
      expect(await refusal(await openInvite(code, again, OWN))).toEqual([409, 'conflict']);
      expect((await openInvite(code, `${again} V.`, OWN)).status).toBe(200);
    },
  );

  it('lets one of two invitations have a name', async () => {
    const [one, two] = [await newInvite(), await newInvite()];
    const answers = [await openInvite(one.code, 'Fatima', OWN), await openInvite(two.code, 'fatima', OTHER)];
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
  });
});

describe('POST /api/desk/invite/box', () => {
  it('gives what was sealed to this own key and no other, once somebody was let in', async () => {
    const { code, id } = await newInvite();
    expect(await refusal(await box(code, OWN))).toEqual([410, 'invite_gone']);
    await openInvite(code, 'Ana', OWN);
    expect(BoxBody.parse(await (await box(code, OWN)).json())).toEqual({ box: null });
    await letIn(id);
    expect(BoxBody.parse(await (await box(code, OWN)).json())).toEqual({ box: 'AQI' });
    expect(await refusal(await box(code, OTHER))).toEqual([410, 'invite_gone']);
  });
});

describe('what a link alone gives', () => {
  it('is nothing: neither a key, nor a member, until a member has let in', async () => {
    const { code } = await newInvite();
    const opened = await openInvite(code, 'Eve', OWN);
    expect(Object.keys(await opened.json<object>()).sort()).toEqual(['expiresAt', 'id', 'ok']);
    expect(await (await box(code, OWN)).json()).toEqual({ ok: true, box: null });
    expect(await refusal(await post(newMember({ code, boxKey: OWN }).body))).toEqual([410, 'invite_gone']);
    expect(await countRows('members')).toBe(0);
  });
});

describe('POST /api/desk/members', () => {
  it('makes a member who can sign in', async () => {
    const { body, keys } = newMember(await openedInvite('Zoë D.'));
    const answer = await post(body);
    expect(answer.status).toBe(201);
    expect(Member.parse(await answer.json())).toEqual({ id: body.id, name: 'Zoë D.' });
    const headers = await sessionOf({ body: { ...body, name: 'Zoë D.' }, keys });
    expect((await ask('/api/desk/threads', { headers })).status).toBe(200);
  });

  it('keeps neither the code nor, once it is used, what was sealed', async () => {
    const invite = await openedInvite('Ana');
    await post(newMember(invite).body);
    const row = await env.DB.prepare('SELECT * FROM invites').first();
    expect(row).toMatchObject({ id: await inviteIdOf(invite.code), box: null });
    expect(JSON.stringify(row)).not.toContain(invite.code);
  });

  it('lets exactly one of ten at once use an invitation', async () => {
    const invite = await openedInvite('Ana');
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(newMember(invite).body)));
    const refused = answers.filter((answer) => answer.status !== 201);
    expect(refused).toHaveLength(9);
    for (const answer of refused) expect(await refusal(answer)).toEqual([410, 'invite_gone']);
    expect([await countRows('members'), await countRows('ways_in')]).toEqual([1, 1]);
  });

  it('answers 200 when the same member asks again because the answer got lost', async () => {
    const name = newName();
    const { body, keys } = newMember(await openedInvite(name));
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect([await countRows('members'), await countRows('ways_in')]).toEqual([1, 1]);
    expect(await sessionOf({ body: { ...body, name }, keys })).toMatchObject({
      Cookie: expect.stringMatching(/^__Host-desk-.{8}=.{43}$/),
    });
  });

  it('takes no second way in for a member through an invitation of somebody else', async () => {
    const member = await joinedMember();
    const thief = newMember(await openedInvite(newName()));
    const theft = { ...thief.body, id: member.body.id };
    expect(await refusal(await post(theft))).toEqual([409, 'conflict']);
    expect(await countRows('ways_in')).toBe(1);
  });

  it('refuses an invitation that has expired, and one that never was', async () => {
    const { body } = newMember(await openedInvite('Ana'));
    expire();
    expect(await refusal(await post(body))).toEqual([410, 'invite_gone']);
    expect(await refusal(await post({ ...body, code: drawReceiptCode() }))).toEqual([410, 'invite_gone']);
    expect(await countRows('members')).toBe(0);
  });

  it.each([
    ['an id that is none', { id: randomId().slice(1) }],
    ['a key of 31 bytes', { publicKey: 'A'.repeat(42) }],
    ['a code with a letter', { code: `${'1'.repeat(15)}a` }],
    [
      'a passphrase stretched too little',
      { kdf: { name: 'argon2id', salt: randomId(), memoryKiB: 1024, passes: 1, lanes: 1 } },
    ],
    ['a vault that is no base64url', { vault: 'A' }],
  ])('refuses %s, and the invitation stays usable', async (_, wrong) => {
    const { body } = newMember(await openedInvite('Ana'));
    expect(await refusal(await post({ ...body, ...wrong }))).toEqual([400, 'malformed']);
    expect((await post(body)).status).toBe(201);
  });
});

describe('a new way in', () => {
  it('takes the place of all that the member had, under their own name and id alone', async () => {
    const old = await joinedMember('Bo', 'administrator');
    const session = await sessionOf(old);
    const { code } = await newInvite('member', old.body.id);
    expect(await refusal(await openInvite(code, 'Eve', OWN))).toEqual([409, 'conflict']);
    const invite = await openedInvite('Bo', 'member', old.body.id);
    const { body, keys } = newMember(invite);
    expect(Member.parse(await (await post(body)).json())).toEqual({ id: old.body.id, name: 'Bo' });
    expect((await ask('/api/desk/threads', { headers: session })).status).toBe(401);
    expect(await sessionOf(old)).toMatchObject({ Cookie: '' });
    const headers = await sessionOf({ body: { ...body, name: 'Bo' }, keys });
    const people = PeopleBody.parse(await (await ask('/api/desk/people', { headers })).json());
    expect(people.people).toMatchObject([
      { id: old.body.id, role: 'administrator', ways: 1, sessions: 1, boxKey: invite.boxKey },
    ]);
    // Asked again because the answer got lost, it ends no session.
    expect((await post(body)).status).toBe(200);
    expect((await ask('/api/desk/threads', { headers })).status).toBe(200);
  });
});
