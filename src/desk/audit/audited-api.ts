import type { Api } from '../api/client.ts';
import type { Trail } from './done.ts';

/** The API of a member who is signed in: whatever they do goes along with what their trail says of it. */
export function auditedApi(api: Api, trail: Trail, me: string): Api {
  return {
    ...api,
    trail,
    changeState: (thread, body, { did, to } = { did: 'planned' }) =>
      trail.with(
        { thread, id: body.entry.id, ...(to === me ? { did: 'took' } : { did, ...(to && { to }) }) },
        (act) => api.changeState(thread, { ...body, act }),
      ),
    begin: (thread, body) =>
      trail.with({ did: 'split', thread, id: body.entry.id }, (act) => api.begin(thread, { ...body, act })),
    acceptHandover: (id, body) =>
      trail.with({ did: 'accepted', thread: body.thread, id: body.entry.id }, (act) =>
        api.acceptHandover(id, { ...body, act }),
      ),
    addEntry: (thread, body, did = 'noted') =>
      trail.with({ did, thread, id: body.entry.id }, (act) => api.addEntry(thread, { ...body, act })),
    answer: (thread, body) =>
      trail.with({ did: 'answered', thread, id: body.id }, (act) => api.answer(thread, { ...body, act })),
    handOver: (id, body) =>
      trail.with({ did: 'handed-over', thread: body.thread, id, ...(body.to && { to: body.to }) }, (act) =>
        api.handOver(id, { ...body, act }),
      ),
    withdrawHandover: (id, thread) =>
      trail.with({ did: 'took-back', thread }, (act) => api.withdrawHandover(id, thread, { act })),
    handOff: (thread, body) =>
      trail.with({ did: 'passed-on', thread, id: body.id }, (act) => api.handOff(thread, { ...body, act })),
    revoke: (id, thread) => trail.with({ did: 'revoked', thread }, (act) => api.revoke(id, thread, { act })),
    // What is gone is named nowhere.
    purge: (thread, body) => trail.with({ did: 'purged' }, (act) => api.purge(thread, { ...body, act })),
    putRetention: (body) =>
      trail.with({ did: 'retention', count: body.days }, (act) => api.putRetention({ ...body, act })),
    throwAway: (body) =>
      trail.with({ did: 'threw-away', count: body.threads.length }, (act) => api.throwAway({ ...body, act })),
    bringBack: (id) => trail.with({ did: 'brought-back' }, (act) => api.bringBack(id, { act })),
  };
}
