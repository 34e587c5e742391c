import type { CONTRACT } from '../../../src/protocol/wire/api/contract.ts';
import type { ServedAll } from '../../http/mount.ts';
import { acts, heads, links, postAct } from './audit.ts';
import { answerBell, bell, look, rings } from './bell.ts';
import { bellWays, putBellWay, removeBellWay, tryBellWay } from './bell-ways.ts';
import { drafts, putDraft, removeDraft } from './drafts.ts';
import { duty, putShift } from './duty.ts';
import { addEntry, entries } from './entries.ts';
import { handOff, handoffs, revoke } from './handoffs.ts';
import { acceptHandover, handOver, handovers, withdrawHandover } from './handovers.ts';
import { invite, letIn, withdrawInvite } from './invites.ts';
import { bringNextKey, keys, vouch } from './keys.ts';
import { answer } from './messages.ts';
import { changePerson, endOthers, endSessions, people } from './people.ts';
import { purge, putRetention, retention } from './retention.ts';
import { putSaved, removeSaved, saved } from './saved.ts';
import { begin, changeState, closed, members } from './standing.ts';
import { putTally, tallies } from './tallies.ts';
import { envelopes, read, thread, threads } from './threads.ts';
import { bringBack, throwAway } from './thrown.ts';
import { addPasskey, addPassphrase, passkeyChallenge, removeWay, rewrap, ways } from './ways.ts';

/** What members work with. */
export const desk = {
  threads,
  envelopes,
  read,
  thread,
  entries,
  addEntry,
  changeState,
  begin,
  closed,
  members,
  answer,
  throwAway,
  bringBack,
  tallies,
  putTally,
  drafts,
  putDraft,
  removeDraft,
  saved,
  putSaved,
  removeSaved,
  retention,
  putRetention,
  purge,
  handOff,
  handoffs,
  revoke,
  handovers,
  handOver,
  acceptHandover,
  withdrawHandover,
  people,
  changePerson,
  invite,
  withdrawInvite,
  letIn,
  endSessions,
  endOthers,
  duty,
  putShift,
  bellWays,
  putBellWay,
  removeBellWay,
  tryBellWay,
  bell,
  look,
  rings,
  answerBell,
  ways,
  passkeyChallenge,
  addPasskey,
  addPassphrase,
  rewrap,
  removeWay,
  keys,
  vouch,
  bringNextKey,
  postAct,
  links,
  heads,
  acts,
} satisfies ServedAll<typeof CONTRACT.desk>;
