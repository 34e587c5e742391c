import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { PeopleBody, Person, SessionsEndedBody } from '../../../../src/protocol/wire/api/people.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { writtenTrail } from '../../../support/trail.ts';
import { ask, refusal } from '../../support/ask.ts';
import { centre } from '../../support/centre.ts';
import { joinedMember, memberOnDuty, newInvite, openInvite, sessionOf } from '../../support/member.ts';
import { countRows, emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);

type Headers = Record<string, string>;
const people = async (headers: Headers) =>
  PeopleBody.parse(await (await ask('/api/desk/people', { headers })).json()).people;
const change = (headers: Headers, id: string, json: object) =>
  ask(`/api/desk/people/${id}`, { headers, json });
const status = async (headers: Headers) => (await ask('/api/desk/threads', { headers })).status;

describe('GET /api/desk/people', () => {
  it('tells every member who can read, since when and by how many ways', async () => {
    const ann = await memberOnDuty('Ann', 'administrator');
    const bo = await memberOnDuty('Bo');
    const [first, second] = await people(bo.headers);
    expect(first).toMatchObject({ id: ann.id, name: 'Ann', role: 'administrator', standing: 'active' });
    expect(second).toMatchObject({ id: bo.id, role: 'member', ways: 1, sessions: 1, rev: 0 });
    expect(Math.abs((first?.since ?? 0) - Date.now() / 1000)).toBeLessThan(60);
  });
});

describe('POST /api/desk/people/:id', () => {
  it('suspends: the next request is 401, signing in too, and a case can’t be given to them', async () => {
    const ann = await memberOnDuty('Ann', 'administrator');
    const member = await joinedMember('Bo Peeters');
    const headers = await sessionOf(member);
    expect(await status(headers)).toBe(200);
    const out = await change(ann.headers, member.body.id, { role: 'member', standing: 'suspended', rev: 0 });
    expect(Person.parse(await out.json())).toMatchObject({
      standing: 'suspended',
      sessions: 0,
      ways: 1,
      rev: 1,
    });
    expect(await status(headers)).toBe(401);
    expect(await sessionOf(member)).toMatchObject({ Cookie: '' });
    const list = await ask('/api/desk/members', { headers: ann.headers });
    expect(JSON.stringify(await list.json())).not.toContain('Bo Peeters');

    await change(ann.headers, member.body.id, { role: 'member', standing: 'active', rev: 1 });
    expect(await status(headers)).toBe(401);
    expect(await status(await sessionOf(member))).toBe(200);
  });

  it('lets a member leave, who keeps no way in and does not come back by this', async () => {
    const ann = await memberOnDuty('Ann', 'administrator');
    const member = await joinedMember('Bo');
    const left = await change(ann.headers, member.body.id, { role: 'member', standing: 'left', rev: 0 });
    expect(Person.parse(await left.json())).toMatchObject({ standing: 'left', ways: 0, sessions: 0 });
    expect(await sessionOf(member)).toMatchObject({ Cookie: '' });
    const back = { role: 'member', standing: 'active', rev: 1 };
    expect(await refusal(await change(ann.headers, member.body.id, back))).toEqual([409, 'changed']);
  });

  it('keeps the numbers and devices of who is suspended, and of who has left none', async () => {
    const ann = await memberOnDuty('Ann', 'administrator');
    const bo = await memberOnDuty('Bo');
    for (const { id } of [ann, bo])
      await env.DB.prepare(
        "INSERT INTO bell_ways (id, member_id, channel, made_at, address) VALUES (?, ?, 'call', 1, x'00')",
      )
        .bind(randomId(), id)
        .run();
    await change(ann.headers, bo.id, { role: 'member', standing: 'suspended', rev: 0 });
    expect(await countRows('bell_ways')).toBe(2);
    await change(ann.headers, bo.id, { role: 'member', standing: 'left', rev: 1 });
    expect(await env.DB.prepare('SELECT member_id FROM bell_ways').all()).toMatchObject({
      results: [{ member_id: ann.id }],
    });
  });

  it.each([
    { role: 'member', standing: 'active' },
    { role: 'administrator', standing: 'suspended' },
    { role: 'administrator', standing: 'left' },
  ])('leaves an administrator who works here: %o', async (wanted) => {
    const ann = await memberOnDuty('Ann', 'administrator');
    const bo = await memberOnDuty('Bo', 'administrator');
    await change(ann.headers, bo.id, { role: 'administrator', standing: 'suspended', rev: 0 });
    const answer = await change(ann.headers, ann.id, { ...wanted, rev: 0 });
    expect(await refusal(answer)).toEqual([409, 'last_administrator']);
    expect(await status(ann.headers)).toBe(200);
  });

  it('lets two administrators suspend each other at once only by half', async () => {
    const ann = await memberOnDuty('Ann', 'administrator');
    const bo = await memberOnDuty('Bo', 'administrator');
    const out = { role: 'administrator', standing: 'suspended', rev: 0 };
    await Promise.all([change(ann.headers, bo.id, out), change(bo.headers, ann.id, out)]);
    expect([await status(ann.headers), await status(bo.headers)].sort()).toEqual([200, 401]);
  });

  it('takes one change of two that saw the same', async () => {
    const ann = await memberOnDuty('Ann', 'administrator');
    const bo = await memberOnDuty('Bo');
    const up = { role: 'administrator', standing: 'active', rev: 0 };
    expect((await change(ann.headers, bo.id, up)).status).toBe(200);
    expect(await refusal(await change(ann.headers, bo.id, up))).toEqual([409, 'changed']);
    expect(await refusal(await change(ann.headers, 'A'.repeat(22), up))).toEqual([404, 'not_found']);
  });

  it('is answered as done when it comes again because the answer was lost, and a colleague’s is not', async () => {
    const [ann, cy] = [await memberOnDuty('Ann', 'administrator'), await memberOnDuty('Cy', 'administrator')];
    const bo = await memberOnDuty('Bo');
    const up = { role: 'administrator', standing: 'active', rev: 0 };
    const own = { ...up, act: writtenTrail(ann.id, centre).next('role').act };
    for (let turn = 0; turn < 2; turn++) {
      const answer = await change(ann.headers, bo.id, own);
      expect(Person.parse(await answer.json())).toMatchObject({ id: bo.id, role: 'administrator', rev: 1 });
    }
    const others = { ...up, act: writtenTrail(cy.id, centre).next('role').act };
    expect(await refusal(await change(cy.headers, bo.id, others))).toEqual([409, 'changed']);
    // Nor is it done any more when somebody has changed it since.
    expect((await change(cy.headers, bo.id, { ...up, role: 'member', rev: 1 })).status).toBe(200);
    expect(await refusal(await change(ann.headers, bo.id, own))).toEqual([409, 'changed']);
  });
});

describe('ending sessions', () => {
  it('ends all of a member, and of oneself all but the one that asks', async () => {
    const ann = await memberOnDuty('Ann', 'administrator');
    const member = await joinedMember('Bo');
    const [one, two] = [await sessionOf(member), await sessionOf(member)];
    const others = await ask('/api/desk/session/others', { json: {}, headers: one });
    expect(SessionsEndedBody.parse(await others.json())).toEqual({ ended: 1 });
    expect([await status(one), await status(two)]).toEqual([200, 401]);
    await ask(`/api/desk/people/${member.body.id}/end-sessions`, { json: {}, headers: ann.headers });
    expect([await status(one), await status(ann.headers)]).toEqual([401, 200]);
    expect(await status(await sessionOf(member))).toBe(200);
  });
});

describe('names that look like another’s', () => {
  it.each([
    ['Ann', '\u0410nn'],
    ['Ann', '\u0430nn'],
    ['Koen', 'K\u03BFen'],
    ['Ilse', 'llse'],
    ['Otto', '0tt0'],
    ['Emma', 'Ernrna'],
  ])('refuses beside %s what looks so: %s', async (name, alike) => {
    await joinedMember(name);
    const { code } = await newInvite();
    expect(await refusal(await openInvite(code, alike, 'A'.repeat(43)))).toEqual([409, 'conflict']);
  });

  it.each([
    ['Ian', 'Lan'],
    ['Anne', 'Anné'],
    ['Иван', 'Ирина'],
  ])('takes beside %s another name: %s', async (name, other) => {
    await joinedMember(name);
    await expect(joinedMember(other)).resolves.toBeTruthy();
  });
});
