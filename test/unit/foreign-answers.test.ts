import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Api, createApi } from '../../src/desk/api/client.ts';
import { newPassphraseKdf } from '../../src/protocol/wire/passphrase-kdf.ts';
import type { Call } from '../../src/reporter/sending/call.ts';
import { deleteMailbox, getMailbox, postMessage, putReferral } from '../../src/reporter/sending/calls.ts';
import { deliver, WATCHED } from '../../src/reporter/sending/deliver.ts';
import {
  FOREIGN_ANSWERS,
  FOREIGN_ERRORS,
  type ForeignAnswer,
  toResponse,
} from '../support/foreign-answers.ts';

/*
 * Nothing but the worker's own answer says that something was done or refused: every call of form, request form,
 * mailbox and desk, over everything that a network may answer in the worker's place.
 */

const ID = 'ZZZZZZZZZZZZZZZZZZZZZQ';
const TOKEN = 'A'.repeat(43);
const FOREIGN: [string, ForeignAnswer[]][] = [
  ...Object.entries(FOREIGN_ANSWERS).map(([name, answer]): [string, ForeignAnswer[]] => [name, [answer]]),
  ['any error without our body', FOREIGN_ERRORS],
];

const CHANGE = { rev: 0, owner: null, closed: false, entry: { id: ID, seq: 1, envelope: 'AAAA' } };

const CODE = '0'.repeat(16);

const REPORTER: Record<string, Call> = {
  'form and request form': putReferral(ID, '{"envelope":"AAAA"}'),
  'reading the mailbox': getMailbox(TOKEN),
  'a message': postMessage(ID, '{"envelope":"AAAA"}', TOKEN),
  'deleting everything': deleteMailbox(ID, TOKEN),
};

const DESK: Record<Exclude<keyof Api, 'trail'>, (api: Api) => Promise<{ ok: boolean }>> = {
  openInvite: (api) => api.openInvite({ code: CODE, boxKey: TOKEN, name: 'Ana' }),
  awaitBox: (api) => api.awaitBox({ code: CODE, boxKey: TOKEN }),
  invite: (api) => api.invite({ id: ID, role: 'member', for: null }),
  withdrawInvite: (api) => api.withdrawInvite(ID),
  letIn: (api) => api.letIn(ID, { boxKey: TOKEN, box: 'AAAA' }),
  addMember: (api) =>
    api.addMember({
      code: CODE,
      boxKey: TOKEN,
      id: ID,
      publicKey: TOKEN,
      kdf: newPassphraseKdf(),
      vault: 'AAAA',
    }),
  challenge: (api) => api.challenge({ name: 'Ana' }),
  signIn: (api) => api.signIn({ name: 'Ana', challenge: 'x', signature: 'y' }),
  signOut: (api) => api.signOut('A'.repeat(43)),
  threads: (api) => api.threads(),
  envelopes: (api) => api.envelopes({ ids: [ID] }),
  read: (api) => api.read({ ids: [ID] }),
  thread: (api) => api.thread(ID),
  entries: (api) => api.entries(ID),
  addEntry: (api) => api.addEntry(ID, { entry: CHANGE.entry }),
  changeState: (api) => api.changeState(ID, CHANGE),
  begin: (api) => api.begin(ID, { envelope: 'AAAA', entry: CHANGE.entry }),
  closed: (api) => api.closed('2026-11'),
  members: (api) => api.members(),
  throwAway: (api) => api.throwAway({ id: ID, threads: [{ id: ID, rev: 0 }] }),
  bell: (api) => api.bell(),
  rings: (api) => api.rings(0),
  look: (api) => api.look({ upTo: 1 }),
  answerBell: (api) => api.answerBell({}),
  tallies: (api) => api.tallies({ year: 2026 }),
  saved: (api) => api.saved(),
  putSaved: (api) => api.putSaved(ID, { rev: 0, envelope: 'AAAA' }),
  removeSaved: (api) => api.removeSaved(ID, { rev: 1 }),
  drafts: (api) => api.drafts({}),
  putDraft: (api) => api.putDraft(ID, { id: ID, envelope: 'AAAA' }),
  removeDraft: (api) => api.removeDraft(ID),
  putTally: (api) => api.putTally(ID, { month: '2026-11', envelope: 'AAAA' }),
  handovers: (api) => api.handovers(),
  handOver: (api) => api.handOver(ID, { thread: ID, to: null, envelope: 'AAAA' }),
  acceptHandover: (api) => api.acceptHandover(ID, { thread: ID, rev: 0, entry: CHANGE.entry }),
  withdrawHandover: (api) => api.withdrawHandover(ID, ID),
  people: (api) => api.people(),
  changePerson: (api) => api.changePerson(ID, { role: 'member', standing: 'active', rev: 0 }),
  endSessions: (api) => api.endSessions(ID),
  endOthers: (api) => api.endOthers(),
  touchChallenge: (api) => api.touchChallenge(),
  touch: (api) =>
    api.touch({ credential: 'AAAA', clientData: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' }),
  ways: (api) => api.ways(),
  passkeyChallenge: (api) => api.passkeyChallenge(),
  addPasskey: (api) =>
    api.addPasskey(ID, {
      ...{ name: 'Key', vault: 'AAAA', newestKey: 'AAAA' },
      passkey: { credential: 'AAAA', clientData: 'AAAA', attestation: 'AAAA' },
    }),
  addPassphrase: (api) =>
    api.addPassphrase(ID, {
      ...{ publicKey: TOKEN, kdf: newPassphraseKdf() },
      ...{ vault: 'AAAA', newestKey: 'AAAA' },
    }),
  rewrap: (api) => api.rewrap(ID, { vault: 'AAAA', newestKey: 'AAAA' }),
  removeWay: (api) => api.removeWay(ID),
  keys: (api) => api.keys(),
  vouch: (api) => api.vouch({ boxKey: TOKEN, keyId: 'AAAA', signature: 'AAAA' }),
  bringNextKey: (api) => api.bringNextKey({ v: 1, keyId: 'AAAA', sealed: [] }),
  retention: (api) => api.retention(),
  putRetention: (api) => api.putRetention({ days: 90, rev: 0 }),
  purge: (api) => api.purge(ID, { rev: 0 }),
  bellWays: (api) => api.bellWays(),
  putBellWay: (api) => api.putBellWay(ID, { channel: 'call', address: '+32470123456' }),
  removeBellWay: (api) => api.removeBellWay(ID, {}),
  tryBellWay: (api) => api.tryBellWay(ID, {}),
  duty: (api) => api.duty(),
  putShift: (api) => api.putShift(ID, { rank: 'first', member: null, from: 0, until: 60 }),
  bringBack: (api) => api.bringBack(ID),
  handOff: (api) =>
    api.handOff(ID, { id: ID, envelope: 'AAAA', own: 'AAAA', mailbox: TOKEN, salt: 'A'.repeat(22) }),
  handoffs: (api) => api.handoffs(ID),
  revoke: (api) => api.revoke(ID, ID),
  postAct: (api) => api.postAct({ act: { id: ID, link: 'AAAA', envelope: 'AAAA' } }),
  links: (api) => api.links(),
  heads: (api) => api.heads(),
  acts: (api) => api.acts(),
  answer: (api) => api.answer(ID, { id: ID, envelope: 'AAAA', seq: 1, rev: 0 }),
};

describe.each(Object.entries(REPORTER))('%s', (_what, call) => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('addEventListener', () => {});
    vi.stubGlobal('removeEventListener', () => {});
    vi.stubGlobal('navigator', { onLine: true });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it.each(FOREIGN)('is neither done nor refused by %s', async (_name, answers) => {
    for (const foreign of answers) await expectUnanswered(call, foreign);
  });
});

async function expectUnanswered(call: Call, foreign: ForeignAnswer) {
  const asked: { way: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body: unknown }) => {
    asked.push({ way: `${method} ${path}`, body });
    return toResponse(foreign);
  });
  const delivery = deliver(call, new AbortController().signal, undefined, WATCHED);
  await vi.advanceTimersByTimeAsync(WATCHED.told);
  expect(await delivery).toEqual({ ok: false, code: 'unanswered', crowded: false });
  // Tried more than once, in every way that it has, with the same bytes.
  const ways = [call, ...(call.otherwise ? [call.otherwise] : [])].map(
    ({ method, path }) => `${method} ${path}`,
  );
  expect(new Set(asked.map(({ way }) => way))).toEqual(new Set(ways));
  expect(asked.length).toBeGreaterThan(ways.length);
  expect(new Set(asked.map(({ body }) => body)).size).toBe(1);
}

describe.each(Object.entries(DESK))('the desk: %s', (_route, ask) => {
  it.each(FOREIGN)('is neither done nor refused by %s', async (_name, answers) => {
    for (const foreign of answers) {
      const api = createApi({ fetch: async () => toResponse(foreign), wait: async () => {} });
      const answer = await ask(api);
      expect([foreign.status, answer.ok]).toEqual([foreign.status, false]);
      expect(['foreign', 'unreadable']).toContain(Reflect.get(answer, 'code'));
    }
  });
});
