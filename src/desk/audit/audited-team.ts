import type { Deed } from '../../protocol/items/kinds/act.ts';
import { ACT_LIMIT } from '../../protocol/items/kinds/act.ts';
import type { Api } from '../api/client.ts';

/** What giving a rank was: taking it oneself, giving it to a colleague, or leaving the time without anybody. */
function shiftOf(member: string | null, me: string): { did: Deed; to?: string } {
  if (member === null) return { did: 'no-duty' };
  return member === me ? { did: 'took-duty' } : { did: 'duty', to: member };
}

/**
 * The API of a member who is signed in (`me`, their id), for what they do about who is a member, how they get in, who has duty,
 * how they are rung and what answers the team has saved: it goes along with what their trail says of it. It comes with the screens on which that is done.
 */
export function auditedTeam(api: Api, me: string): Api {
  const { trail } = api;
  return {
    ...api,
    invite: (body) =>
      trail.with(
        { ...(body.for === null ? { did: 'invited' } : { did: 'new-way-in', to: body.for }), id: body.id },
        (act) => api.invite({ ...body, act }),
      ),
    withdrawInvite: (id) => trail.with({ did: 'uninvited' }, (act) => api.withdrawInvite(id, { act })),
    // Who is let in has no id yet: they are told by their name.
    letIn: (id, body, name = '') =>
      trail.with({ did: 'let-in', text: name.slice(0, ACT_LIMIT) }, (act) => api.letIn(id, { ...body, act })),
    changePerson: (id, body, did = 'role') =>
      trail.with({ did, to: id }, (act) => api.changePerson(id, { ...body, act })),
    endSessions: (id) => trail.with({ did: 'ended-sessions', to: id }, (act) => api.endSessions(id, { act })),
    endOthers: () => trail.with({ did: 'ended-sessions', to: me }, (act) => api.endOthers({ act })),
    addPasskey: (id, body) =>
      trail.with({ did: 'way-added', id }, (act) => api.addPasskey(id, { ...body, act })),
    addPassphrase: (id, body) =>
      trail.with({ did: 'way-added', id }, (act) => api.addPassphrase(id, { ...body, act })),
    removeWay: (id) => trail.with({ did: 'way-removed' }, (act) => api.removeWay(id, { act })),
    bringNextKey: (body) => trail.with({ did: 'next-key' }, (act) => api.bringNextKey({ ...body, act })),
    // Which it is, the trail says by its name: of one that is deleted nothing else is left.
    putSaved: (id, body, name = '') =>
      trail.with({ did: 'answer-saved', text: name }, (act) => api.putSaved(id, { ...body, act })),
    removeSaved: (id, body, name = '') =>
      trail.with({ did: 'answer-removed', text: name }, (act) => api.removeSaved(id, { ...body, act })),
    putShift: (id, body) =>
      trail.with({ ...shiftOf(body.member, me), id }, (act) => api.putShift(id, { ...body, act })),
    putBellWay: (id, body) => trail.with({ did: 'alarm-on' }, (act) => api.putBellWay(id, { ...body, act })),
    removeBellWay: (id) => trail.with({ did: 'alarm-off' }, (act) => api.removeBellWay(id, { act })),
  };
}
