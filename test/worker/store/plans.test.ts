import { describe, expect, it } from 'vitest';
import * as arrivals from '../../../functions/store/arrivals.ts';
import * as audit from '../../../functions/store/audit.ts';
import * as begun from '../../../functions/store/begun.ts';
import * as bellWays from '../../../functions/store/bell-ways.ts';
import * as drafts from '../../../functions/store/drafts.ts';
import * as duty from '../../../functions/store/duty.ts';
import * as entries from '../../../functions/store/entries.ts';
import * as forgetting from '../../../functions/store/forget-arrival.ts';
import * as handed from '../../../functions/store/handed.ts';
import * as handoffs from '../../../functions/store/handoffs.ts';
import * as handovers from '../../../functions/store/handovers.ts';
import * as invites from '../../../functions/store/invites.ts';
import * as members from '../../../functions/store/members.ts';
import * as messages from '../../../functions/store/messages.ts';
import * as nextKeys from '../../../functions/store/next-keys.ts';
import * as ownWays from '../../../functions/store/own-ways.ts';
import * as entryPages from '../../../functions/store/pages/entry-pages.ts';
import * as list from '../../../functions/store/pages/list.ts';
import * as messagePages from '../../../functions/store/pages/message-pages.ts';
import * as passkeys from '../../../functions/store/passkeys.ts';
import * as people from '../../../functions/store/people.ts';
import * as retention from '../../../functions/store/retention.ts';
import * as saved from '../../../functions/store/saved.ts';
import * as schema from '../../../functions/store/schema.ts';
import * as sessions from '../../../functions/store/sessions.ts';
import * as settings from '../../../functions/store/settings.ts';
import * as standing from '../../../functions/store/standing.ts';
import * as tallies from '../../../functions/store/tallies.ts';
import * as threads from '../../../functions/store/threads.ts';
import * as thrown from '../../../functions/store/thrown.ts';
import * as tombstoneCopies from '../../../functions/store/tombstone-copies.ts';
import * as tombstones from '../../../functions/store/tombstones.ts';
import * as untaken from '../../../functions/store/untaken.ts';
import * as waysIn from '../../../functions/store/ways-in.ts';
import { newPassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { joinedMember } from '../support/member.ts';
import { planOf, recordedStore } from '../support/recorded-store.ts';

const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const id = randomId();
const hash = bytes(32);
const at = 1_700_000_000;
const sealed = bytes(100);
const entry = { id: randomId(), seq: 1, sealed, at };
const act = { id: randomId(), seq: 1, digest: hash, link: bytes(161), threadId: id, sealed };
const wayIn = { id: randomId(), publicKey: bytes(32), kdf: newPassphraseKdf(), vault: bytes(99) };
const invited = { id, boxKey: hash, name: 'Ana', nameKey: 'ana', look: 'Ana', lookKey: 'ana', at };
const newThread = {
  id,
  keyId: bytes(8),
  sealed,
  mailboxHash: hash,
  salt: bytes(44),
  older: { mailboxHash: bytes(32), salt: bytes(44) },
  receivedAt: at,
};

/** Every function of the store that has statements prepared, called as the routes call it. */
const CALLS: Record<string, (db: D1Database, memberId: string) => unknown> = {
  insertInvite: (db, memberId) =>
    invites.insertInvite(db, {
      id,
      role: 'member',
      forMember: memberId,
      by: memberId,
      at,
      expiresAt: at + 1,
    }),
  bindInvite: (db) => invites.bindInvite(db, invited),
  readBox: (db) => invites.readBox(db, invited),
  letIn: (db, memberId) => invites.letIn(db, { id, boxKey: hash, box: sealed, by: memberId, at }),
  listInvites: (db) => invites.listInvites(db, at),
  deleteInvite: (db) => invites.deleteInvite(db, id),
  deleteInvites: (db) => invites.deleteInvites(db, at),
  createMember: (db) =>
    members.createMember(db, { invite: id, id: randomId(), boxKey: hash, wayIn, now: at }),
  listPeople: (db) => people.listPeople(db, at),
  changePerson: (db, memberId) =>
    people.changePerson(db, { id: memberId, role: 'member', standing: 'left', rev: 0 }, at),
  insertFromReporter: (db) =>
    messages.insertFromReporter(db, hash, { id, sealed, at, seq: 2, prev: hash, mac: hash }),
  insertFromDesk: (db, memberId) =>
    messages.insertFromDesk(db, { id, sealed, at, seq: 1, threadId: id, memberId, rev: 0 }),
  readMailbox: (db) => messagePages.readMailbox(db, hash),
  readThread: (db) => messagePages.readThread(db, id),
  insertThreadOnce: (db) => threads.insertThreadOnce(db, newThread).run(),
  insertThread: (db) => threads.insertThread(db, newThread),
  beginThread: (db, memberId) => begun.beginThread(db, { ...newThread, entry: { ...entry, memberId } }),
  isStored: (db) => threads.isStored(db, newThread),
  readArrivals: (db) => arrivals.readArrivals(db),
  lookedUpTo: (db) => arrivals.lookedUpTo(db, 1),
  forgetArrival: (db) => forgetting.forgetArrival(db, hash).run(),
  countUntaken: (db) => untaken.countUntaken(db, 9, at),
  selectByMailbox: (db) => threads.selectByMailbox(db, hash),
  deleteByMailbox: (db) => tombstones.deleteByMailbox(db, hash, at),
  selectTombstones: (db) => tombstones.selectTombstones(db, 0),
  isDeleted: (db) => tombstones.isDeleted(db, id),
  applyTombstones: (db) =>
    tombstoneCopies.applyTombstones(db, [{ id, receivedAt: at, readAt: null, deletedAt: at }]),
  listUncopied: (db) => tombstoneCopies.listUncopied(db),
  markCopied: (db) => tombstoneCopies.markCopied(db, [id]),
  deleteTombstones: (db) => tombstoneCopies.deleteTombstones(db, at),
  listChanges: (db) => Promise.all([list.listChanges(db, 0), list.listChanges(db, 1)]),
  readEnvelopes: (db) => list.readEnvelopes(db, [id]),
  threadOf: (db) =>
    Promise.all([threads.threadOf(db, 'handoffs', id), threads.threadOf(db, 'handovers', id)]),
  markRead: (db) => threads.markRead(db, [id], at),
  selectThread: (db) => threads.selectThread(db, id),
  changeStanding: (db, memberId) =>
    standing.changeStanding(db, { id, rev: 0, owner: memberId, closed: true, entry: { ...entry, memberId } }),
  listClosed: (db) => list.listClosed(db, '2026-11'),
  listMembers: (db) => members.listMembers(db),
  standingStatements: (db, memberId) =>
    standing.standingStatements(db, {
      id,
      rev: 0,
      owner: memberId,
      closed: false,
      entry: { ...entry, memberId },
    }),
  insertHandover: (db, memberId) =>
    handovers.insertHandover(db, { id, thread: id, from: memberId, to: memberId, at, sealed }),
  listHandovers: (db) => handovers.listHandovers(db, at),
  acceptHandover: (db, memberId) =>
    handovers.acceptHandover(db, { id, thread: id, rev: 0, entry: { ...entry, memberId }, since: at }),
  withdrawHandover: (db, memberId) => handovers.withdrawHandover(db, id, memberId, { ...act, memberId }),
  deleteHandovers: (db) => handovers.deleteHandovers(db, at),
  insertNamedEntry: (db, memberId) => entries.insertNamedEntry(db, id, { ...entry, memberId }),
  addEntry: (db, memberId) => entries.addEntry(db, id, { ...entry, memberId }),
  readEntries: (db) => entryPages.readEntries(db, id, 9),
  selectNewestEntries: (db) => entryPages.selectNewestEntries(db, id),
  endHandovers: (db) => standing.endHandovers(db, id, id),
  followMessage: (db) => threads.followMessage(db, id),
  insertHandoff: (db, memberId) =>
    handoffs.insertHandoff(db, {
      ...{ id, threadId: id, memberId, madeAt: at, expiresAt: at + 1, sealed, own: sealed },
      ...{ mailboxHash: hash, salt: bytes(44), older: { mailboxHash: bytes(32), salt: bytes(44) } },
    }),
  listHandoffs: (db) => handoffs.listHandoffs(db, id),
  revokeHandoff: (db, memberId) => handoffs.revokeHandoff(db, id, at, { ...act, memberId }),
  emptyHandoffs: (db) => handoffs.emptyHandoffs(db, at),
  openHandoff: (db) => handed.openHandoff(db, hash, at),
  acceptHandoff: (db) => handed.acceptHandoff(db, hash, at),
  insertShift: (db, memberId) =>
    duty.insertShift(db, {
      ...{ id, rank: 'first', member: memberId, from: at, until: at + 60, saidBy: memberId, saidAt: at },
    }),
  listShifts: (db) => duty.listShifts(db, at),
  gapWasTold: (db) => duty.gapWasTold(db, 1),
  noteGapTold: (db) => duty.noteGapTold(db, 1),
  deleteShifts: (db) => duty.deleteShifts(db, at),
  insertWay: (db, memberId) =>
    bellWays.insertWay(db, { id, member: memberId, channel: 'push', madeAt: at, address: sealed }),
  listBellWays: (db, memberId) => bellWays.listBellWays(db, memberId),
  listProvedWays: (db) => bellWays.listProvedWays(db),
  noteOwnRing: (db, memberId) =>
    bellWays.noteOwnRing(db, { id, member: memberId, ring: id, at, notSince: at - 60 }),
  findPushAddress: (db) => bellWays.findPushAddress(db, id),
  moveWay: (db) => bellWays.moveWay(db, id, { id: randomId(), address: sealed }),
  noteRing: (db) => bellWays.noteRing(db, id, id, at),
  noteArrived: (db) => bellWays.noteArrived(db, id, at),
  noteAnswered: (db) => bellWays.noteAnswered(db, id, at, at - 600),
  listRings: (db) => bellWays.listRings(db, at),
  isTrial: (db) => bellWays.isTrial(db, id, at - 600),
  deleteOwnWay: (db, memberId) => bellWays.deleteOwnWay(db, id, memberId),
  deleteWay: (db) => bellWays.deleteWay(db, id),
  listProofs: (db) => bellWays.listProofs(db),
  storeIsWhole: (db) => schema.storeIsWhole(db),
  createSession: (db, memberId) =>
    sessions.createSession(db, { tokenHash: bytes(32), memberId, createdAt: at, expiresAt: at + 1 }),
  findSession: (db) => sessions.findSession(db, hash, at),
  deleteSession: (db) => sessions.deleteSession(db, hash),
  deleteSessions: (db, memberId) => sessions.deleteSessions(db, memberId, hash),
  signInPepper: (db) => settings.signInPepper(db),
  readRetention: (db) => retention.readRetention(db, 1),
  setRetention: (db, memberId) =>
    retention.setRetention(db, { days: 90, rev: 9 }, memberId, at, { ...act, memberId }),
  forgetPurged: (db) => retention.forgetPurged(db, at),
  purgeDue: (db) => retention.purgeDue(db, 1),
  purgeThread: (db, memberId) => retention.purgeThread(db, { id, rev: 0 }, at, { ...act, memberId }),
  roundClosed: (db) => retention.roundClosed(db, 1),
  listSaved: (db) => saved.listSaved(db, 0),
  putSaved: async (db, memberId) => {
    await saved.putSaved(db, { id, rev: 0, sealed });
    await saved.putSaved(db, { id, rev: 7, sealed: bytes(100) }, { ...act, memberId });
  },
  removeSaved: (db, memberId) => saved.removeSaved(db, { id, rev: 7 }, { ...act, memberId }),
  listDrafts: (db, memberId) => drafts.listDrafts(db, memberId),
  putDraft: (db, memberId) => drafts.putDraft(db, memberId, { thread: id, id, sealed }),
  removeDraft: (db, memberId) => drafts.removeDraft(db, memberId, id),
  putTally: (db) => tallies.putTally(db, { id, month: '2026-11', sealed }),
  listTallies: (db) => tallies.listTallies(db, { year: 2026, after: { month: '2026-03', id } }),
  deleteTallies: (db) => tallies.deleteTallies(db, '2025-01'),
  throwAway: (db, memberId) =>
    thrown.throwAway(db, { id, threads: [{ id, rev: 0 }] }, memberId, at, { ...act, memberId }),
  bringBack: (db, memberId) => thrown.bringBack(db, id, { ...act, memberId }),
  listThrown: (db) => thrown.listThrown(db),
  deleteThrown: (db) => thrown.deleteThrown(db, at),
  findPassphrases: (db) => waysIn.findPassphrases(db, 'ana'),
  findPasskey: (db) => passkeys.findPasskey(db, hash),
  countTouch: (db) => passkeys.countTouch(db, id, 7),
  listWays: (db, memberId) => ownWays.listWays(db, memberId),
  addWay: (db, memberId) =>
    ownWays.addWay(db, { ...wayIn, memberId, kind: 'passphrase', newestKey: bytes(8), createdAt: at }),
  hasPasskey: (db, memberId) => ownWays.hasPasskey(db, { id, memberId, credential: hash }),
  rewrapWay: (db, memberId) => ownWays.rewrapWay(db, { id, memberId, newestKey: bytes(8), vault: sealed }),
  keysOfWay: (db) => nextKeys.keysOfWay(db, id),
  putVouch: (db, memberId) =>
    nextKeys.putVouch(db, { memberId, boxKey: hash, keyId: bytes(8), signature: bytes(64) }),
  putNextKeys: (db, memberId) =>
    nextKeys.putNextKeys(db, {
      keyId: bytes(8),
      sealed: [{ member: memberId, box: sealed, signature: bytes(64) }],
    }),
  forgetTaken: (db, memberId) => nextKeys.forgetTaken(db, memberId, bytes(8)).run(),
  listHolders: (db) => nextKeys.listHolders(db),
  noteUse: (db) => ownWays.noteUse(db, id, 19_676),
  removeWay: (db, memberId) => ownWays.removeWay(db, { id, memberId, session: hash }),
  actStatements: (db, memberId) =>
    audit.actStatements(db, { ...act, memberId }, audit.storedUnder('messages', id)),
  addAct: (db, memberId) => audit.addAct(db, { ...act, memberId, link: new Uint8Array(161), threadId: null }),
  listLinks: (db) => audit.listLinks(db, 0),
  listHeads: (db) => audit.listHeads(db),
  listActs: (db) => audit.listActs(db, 9),
  useChallenge: (db) => waysIn.useChallenge(db, { nonce: bytes(16), expiresAt: at }, at),
};

/** What turns a row as it was read into what is answered, and asks the store for nothing. */
const WITHOUT_STATEMENTS = [
  'dayOf',
  'hexBytes',
  'hexOf',
  'hexText',
  'isNextEntry',
  'openStateOf',
  'storedBy',
  'storedUnder',
  'standingIn',
  'toEntryRow',
  'toEntryRows',
  'toGone',
  'toThreadRow',
];

/** Steps that may read more than they give, and why they may. */
const ALLOWED: Record<string, readonly string[]> = {
  // Somebody joins a few times a year; SQLite then looks whether rows were waiting for this member.
  createMember: [
    'SCAN retention',
    'SCAN duty',
    'SCAN duty',
    'SCAN handoffs',
    'SCAN handovers',
    'SCAN handovers',
    'SCAN handovers',
    'SCAN entries',
    'SCAN messages',
    'SCAN threads',
    'SCAN threads',
    ...Array<string>(4).fill('SCAN invites'),
  ],
  // Adds up in the order of what was asked for, which is never much.
  readEnvelopes: ['USE TEMP B-TREE FOR ORDER BY'],
  // The times of a few weeks, of which nearly all are asked for.
  listShifts: ['SCAN duty'],
  // A few of each member.
  listProvedWays: ['SCAN bell_ways'],
  listRings: ['SCAN w', 'USE TEMP B-TREE FOR ORDER BY'],
  listProofs: ['SCAN bell_ways USING INDEX bell_ways_member'],
  // A dozen or two.
  listHeads: [expect.stringMatching(/^SCAN members/)],
  listMembers: ['SCAN members USING INDEX sqlite_autoindex_members_2'],
  // Looks among a dozen for another administrator.
  changePerson: ['SCAN members', 'SCAN members'],
  // A handful, newest first.
  listInvites: ['USE TEMP B-TREE FOR ORDER BY'],
  listPeople: ['SCAN m USING INDEX sqlite_autoindex_members_2'],
  listHolders: ['SCAN m USING INDEX sqlite_autoindex_members_2'],
  // Counts and sorts some dozens.
  putSaved: ['SCAN saved_answers'],
  listSaved: ['USE TEMP B-TREE FOR ORDER BY'],
  listDrafts: ['USE TEMP B-TREE FOR ORDER BY'],
  // Sorts a line for each time that something was thrown away within a day.
  listThrown: ['USE TEMP B-TREE FOR ORDER BY'],
  // Stops at the first row of each table.
  storeIsWhole: schema.TABLES.map((table) =>
    expect.stringMatching(`^SCAN ${table}( USING COVERING INDEX|$)`),
  ),
};

/** Steps that find rows by an index, or go through what another step of the same plan has found. */
const FINDS = [
  /^SEARCH /,
  /^MULTI-INDEX OR$|^INDEX \d$/,
  /^SCAN CONSTANT ROW$/,
  /^SCAN \(subquery-\d+\)$/,
  /^SCAN \w+ VIRTUAL TABLE INDEX/,
  /^(SETUP|RECURSIVE STEP|MATERIALIZE thrown|SCAN (page|fits|thrown))$/,
  /^(CO-ROUTINE|(CORRELATED )?SCALAR SUBQUERY|LIST SUBQUERY) /,
];

it('runs every function of the store', () => {
  const modules = import.meta.glob<Record<string, unknown>>(
    ['../../../functions/store/*.ts', '../../../functions/store/pages/*.ts'],
    { eager: true },
  );
  const functions = Object.values(modules).flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
  );
  expect([...Object.keys(CALLS), ...WITHOUT_STATEMENTS].sort()).toEqual(functions.sort());
});

it.each(Object.keys(CALLS))('%s hands bytes over as text, never as numbers', async (name) => {
  const { body } = await joinedMember();
  const { db, prepared } = recordedStore();
  await CALLS[name]?.(db, body.id);
  const types = new Set(prepared.flatMap(({ values }) => values).map((value) => typeof value));
  expect([...types].filter((type) => type !== 'string' && type !== 'number')).toEqual([]);
});

describe('what the store has prepared finds its rows by an index, without sorting or copying', () => {
  it.each(Object.keys(CALLS))('%s', async (name) => {
    const { body } = await joinedMember();
    const { db, prepared } = recordedStore();
    await CALLS[name]?.(db, body.id);
    expect(prepared.length).toBeGreaterThan(0);
    const plans = await Promise.all(prepared.map(planOf));
    const careless = plans.flat().filter((step) => !FINDS.some((finds) => finds.test(step)));
    expect(careless).toEqual(ALLOWED[name] ?? []);
  });
});
