import { beforeEach, describe, expect, it } from 'vitest';
import { drawReceiptCode } from '../../../../src/protocol/seal/receipt.ts';
import { PeopleBody } from '../../../../src/protocol/wire/api/people.ts';
import { inviteIdOf } from '../../../../src/protocol/wire/invite.ts';
import { ask, refusal } from '../../support/ask.ts';
import { joinedMember, memberOnDuty, newMember, openInvite, sessionOf } from '../../support/member.ts';
import { emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);

type Headers = Record<string, string>;
const OWN = 'A'.repeat(43);
const listed = async (headers: Headers) =>
  PeopleBody.parse(await (await ask('/api/desk/people', { headers })).json()).invites;

async function invited(headers: Headers, fields: object = {}) {
  const code = drawReceiptCode();
  const id = await inviteIdOf(code);
  const json = { id, role: 'member', for: null, ...fields };
  return { code, id, json, answer: await ask('/api/desk/invites', { headers, json }) };
}

describe('an invitation from the desk', () => {
  it('is made by an administrator, opened, let in by any member, and used', async () => {
    const ann = await memberOnDuty('Ann', 'administrator');
    const bo = await memberOnDuty('Bo');
    const { code, id, json, answer } = await invited(ann.headers);
    expect(answer.status).toBe(201);
    expect((await ask('/api/desk/invites', { headers: ann.headers, json })).status).toBe(200);
    expect(await listed(bo.headers)).toMatchObject([{ id, role: 'member', by: { name: 'Ann' }, seen: 0 }]);
    await openInvite(code, 'Cor', OWN);

    const letIn = (boxKey: string) =>
      ask(`/api/desk/invites/${id}/let-in`, { headers: bo.headers, json: { boxKey, box: 'AAAA' } });
    // The words of another key were compared.
    expect(await refusal(await letIn(`B${'A'.repeat(42)}`))).toEqual([409, 'changed']);
    expect((await letIn(OWN)).status).toBe(200);
    expect(await listed(bo.headers)).toMatchObject([{ opened: { name: 'Cor', boxKey: OWN }, letIn: true }]);
    const made = await ask('/api/desk/members', { json: newMember({ code, boxKey: OWN }).body });
    expect(made.status).toBe(201);
    expect(await listed(bo.headers)).toEqual([]);
  });

  it('is refused to who is no administrator, and for nobody', async () => {
    const ann = await memberOnDuty('Ann', 'administrator');
    const bo = await memberOnDuty('Bo');
    expect(await refusal((await invited(bo.headers)).answer)).toEqual([403, 'forbidden']);
    const nobody = await invited(ann.headers, { for: 'A'.repeat(22) });
    expect(await refusal(nobody.answer)).toEqual([404, 'not_found']);
  });

  it('goes when it is taken back, and when who invited is suspended', async () => {
    const ann = await memberOnDuty('Ann', 'administrator');
    const bo = await memberOnDuty('Bo', 'administrator');
    const one = await invited(ann.headers);
    await ask(`/api/desk/invites/${one.id}/withdraw`, { json: {}, headers: ann.headers });
    expect(await refusal(await openInvite(one.code, 'Cor', OWN))).toEqual([410, 'invite_gone']);
    const two = await invited(bo.headers);
    await ask(`/api/desk/people/${bo.id}`, {
      headers: ann.headers,
      json: { role: 'administrator', standing: 'suspended', rev: 0 },
    });
    expect(await refusal(await openInvite(two.code, 'Cor', OWN))).toEqual([410, 'invite_gone']);
  });

  it.each(['suspended', 'left'])(
    'brings back who is %s, as who they were, without what they had',
    async (standing) => {
      const ann = await memberOnDuty('Ann', 'administrator');
      const lost = await joinedMember('Bo');
      const { id: bo } = lost.body;
      await ask(`/api/desk/people/${bo}`, {
        headers: ann.headers,
        json: { role: 'member', standing, rev: 0 },
      });
      const { code, id } = await invited(ann.headers, { for: bo });
      expect((await openInvite(code, 'Bo', OWN)).status).toBe(200);
      await ask(`/api/desk/invites/${id}/let-in`, {
        headers: ann.headers,
        json: { boxKey: OWN, box: 'AAAA' },
      });
      expect(await sessionOf(lost)).toMatchObject({ Cookie: '' });
      const { body, keys } = newMember({ code, boxKey: OWN });
      const made = await ask('/api/desk/members', { json: body });
      expect(await made.json()).toEqual({ ok: true, id: bo, name: 'Bo' });
      expect(await sessionOf(lost)).toMatchObject({ Cookie: '' });
      const headers = await sessionOf({ body: { ...body, name: 'Bo' }, keys });
      expect((await ask('/api/desk/threads', { headers })).status).toBe(200);
    },
  );
});
