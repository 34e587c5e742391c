import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { LINK_ROWS, type SentAct } from '../../../../src/protocol/wire/api/audit.ts';
import { writeLink } from '../../../../src/protocol/wire/audit-link.ts';
import { concatBytes, toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../../src/protocol/wire/digest.ts';
import { AUTHENTICATED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { writtenTrail } from '../../../support/trail.ts';
import { ask, askWith, refusal } from '../../support/ask.ts';
import { centre } from '../../support/centre.ts';
import { memberOnDuty, newInvite, newName, openInvite } from '../../support/member.ts';
import { deskMessage, noise, sentReferral } from '../../support/referral.ts';
import { countRows, dumpStore, emptyStore } from '../../support/rows.ts';
import { close, type OnDuty, standingOf, take } from '../../support/standing.ts';

beforeEach(emptyStore);

const post = ({ headers }: OnDuty, path: string, json: unknown) =>
  askWith({ ALERT_SECRET: 'A'.repeat(43) }, path, { json, headers });
const tell = (member: OnDuty, act: SentAct) => post(member, '/api/desk/audit', { act });
const get = async <Body>({ headers }: OnDuty, path: string): Promise<Body> =>
  (await ask(path, { headers })).json();
const linksOf = async (member: OnDuty) =>
  (await get<{ links: { link: string }[] }>(member, '/api/desk/audit')).links.map(({ link }) => link);

/** A thread that a member has and has closed, read before. */
async function closedThread(member: OnDuty) {
  const { id } = await sentReferral();
  await ask('/api/desk/threads/read', { json: { ids: [id] }, headers: member.headers });
  await take(member, id, 0);
  await close(member, id, 1);
  return id;
}

describe('a trail', () => {
  it('takes what a member did, once, and gives it to every member as it came', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const trail = writtenTrail(ana.id, centre);
    const [one, two] = [trail.next('let-in').act, trail.next('role').act];
    for (const act of [one, one, two, two, one]) {
      const answer = await tell(ana, act);
      expect(await answer.json()).toEqual({ ok: true, id: act.id });
    }
    expect(await linksOf(bo)).toEqual([one.link, two.link]);
    expect(await get(bo, '/api/desk/audit/heads')).toEqual({ ok: true, heads: [two.link] });
    expect(await get(bo, '/api/desk/audit/acts')).toEqual({
      ok: true,
      acts: [two, one].map(({ id, envelope }, at) => ({ n: 2 - at, id, envelope })),
    });
  });

  it('takes nothing that is not the next of it', async () => {
    const ana = await memberOnDuty();
    const trail = writtenTrail(ana.id, centre);
    const [one, two, three] = [trail.next().act, trail.next().act, trail.next().act];
    const beside = writtenTrail(ana.id, centre);
    await tell(ana, one);
    for (const act of [three, beside.next().act, beside.next().act, trail.next('took', { seq: 2 }).act]) {
      expect(await refusal(await tell(ana, act))).toEqual([409, 'behind']);
    }
    expect(await linksOf(ana)).toEqual([one.link]);
    expect((await tell(ana, two)).status).toBe(200);
  });

  it('takes nothing of another member, without its envelope, or that is no link', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const { act } = writtenTrail(bo.id, centre).next();
    const own = writtenTrail(ana.id, centre).next().act;
    for (const wrong of [
      act,
      { ...own, envelope: act.envelope },
      { ...own, link: own.link.slice(4) },
      { ...own, envelope: noise(AUTHENTICATED_BOX, 2048) },
    ]) {
      expect((await tell(ana, wrong)).status).toBe(400);
    }
    expect(await countRows('audit')).toBe(0);
  });

  it('stands as it was written', async () => {
    const ana = await memberOnDuty();
    await tell(ana, writtenTrail(ana.id, centre).next().act);
    await expect(env.DB.prepare('UPDATE audit SET link = zeroblob(161)').run()).rejects.toThrow('stays');
  });

  it('comes in pages', async () => {
    const ana = await memberOnDuty();
    const day = { act: 'A'.repeat(43), day: 1, seen: [] };
    const unsigned = new Uint8Array(8 + 64);
    let prev: string | null = null;
    const statements: D1PreparedStatement[] = [];
    for (let seq = 1; seq <= LINK_ROWS + 1; seq++) {
      const link = concatBytes(writeLink({ member: ana.id, seq, prev, ...day }), unsigned);
      const digest = digestOf(link);
      prev = toBase64url(digest);
      statements.push(
        env.DB.prepare(
          'INSERT INTO audit (member_id, seq, digest, link) VALUES (?, ?, unhex(?), unhex(?))',
        ).bind(ana.id, seq, digest.toHex(), link.toHex()),
      );
    }
    await env.DB.batch(statements);
    const first = await get<{ links: unknown[]; next: number }>(ana, '/api/desk/audit');
    expect([first.links.length, first.next]).toEqual([LINK_ROWS, LINK_ROWS]);
    const second = await get<{ links: unknown[]; next?: number }>(ana, `/api/desk/audit?after=${first.next}`);
    expect([second.links.length, second.next]).toEqual([1, undefined]);
  });
});

describe('what is done and what the trail says of it', () => {
  type Sent = [path: string, body: object, thread: boolean];
  const person = async (path: (id: string) => string, body: object): Promise<Sent> => [
    path((await memberOnDuty()).id),
    body,
    false,
  ];
  const invitation = async ({ headers }: OnDuty): Promise<string> => {
    const id = randomId();
    await ask('/api/desk/invites', { headers, json: { id, role: 'member', for: null } });
    return id;
  };
  const wrapped = { vault: 'A'.repeat(200), newestKey: 'A'.repeat(11) };
  /** A further passphrase, stretched as the member's first one. */
  const passphrase = async (member: OnDuty) => {
    const { kdf } = await get<{ kdf: object }>(member, '/api/desk/ways');
    return { publicKey: 'A'.repeat(43), kdf, ...wrapped };
  };
  const addedWay = async (member: OnDuty): Promise<string> => {
    const id = randomId();
    const answer = await post(member, `/api/desk/ways/${id}/passphrase`, await passphrase(member));
    expect(answer.status).toBe(201);
    return id;
  };
  const hour = Math.floor(Date.now() / 3_600_000) * 3600 + 3600;

  /** Everything that a member does which carries an act: the call, with its body, for a thread that they have. */
  const CALLS: Record<string, (member: OnDuty) => Promise<Sent>> = {
    'inviting somebody': async () => [
      '/api/desk/invites',
      { id: randomId(), role: 'member', for: null },
      false,
    ],
    'taking an invitation back': async (member) => [
      `/api/desk/invites/${await invitation(member)}/withdraw`,
      {},
      false,
    ],
    'letting somebody in': async () => {
      const { code, id } = await newInvite();
      const boxKey = 'A'.repeat(43);
      await openInvite(code, newName(), boxKey);
      return [`/api/desk/invites/${id}/let-in`, { boxKey, box: 'AAAA' }, false];
    },
    'a role': () =>
      person((id) => `/api/desk/people/${id}`, { role: 'administrator', standing: 'active', rev: 0 }),
    'suspending a member': () =>
      person((id) => `/api/desk/people/${id}`, { role: 'member', standing: 'suspended', rev: 0 }),
    'ending the sessions of a member': () => person((id) => `/api/desk/people/${id}/end-sessions`, {}),
    'ending one’s other sessions': async () => ['/api/desk/session/others', {}, false],
    'a passphrase more': async (member) => [
      `/api/desk/ways/${randomId()}/passphrase`,
      await passphrase(member),
      false,
    ],
    'a way in less': async (member) => [`/api/desk/ways/${await addedWay(member)}/remove`, {}, false],
    'a vault wrapped anew': async (member) => [
      `/api/desk/ways/${await addedWay(member)}/vault`,
      wrapped,
      false,
    ],
    'the next key': async ({ id }) => [
      '/api/desk/keys/next',
      {
        v: 1,
        keyId: 'A'.repeat(11),
        sealed: [{ member: id, box: 'AAAA', signature: 'A'.repeat(86) }],
      },
      false,
    ],
    'a shift': async ({ id }) => [
      `/api/desk/duty/${randomId()}`,
      { rank: 'first', member: id, from: hour, until: hour + 3600 },
      false,
    ],
    'a shift for nobody': async () => [
      `/api/desk/duty/${randomId()}`,
      { rank: 'backup', member: null, from: hour, until: hour + 3600 },
      false,
    ],
    'a number that is rung': async () => [
      `/api/desk/bell-ways/${randomId()}`,
      { channel: 'call', address: '+32470123456' },
      false,
    ],
    'a number less': async (member) => {
      const id = randomId();
      await post(member, `/api/desk/bell-ways/${id}`, { channel: 'call', address: '+32470123456' });
      return [`/api/desk/bell-ways/${id}/remove`, {}, false];
    },
    'taking it': async (member) => {
      const { id } = await sentReferral();
      return [`/api/desk/threads/${id}/state`, standingOf(0, member.id), true];
    },
    'a note': async () => {
      const { id } = await sentReferral();
      const entry = { id: randomId(), seq: 1, envelope: noise(AUTHENTICATED_BOX, 1024) };
      return [`/api/desk/threads/${id}/entries`, { entry }, true];
    },
    'an answer': async (member) => {
      const referral = await sentReferral();
      await take(member, referral.id, 0);
      const message = deskMessage(referral, 'Call us.');
      return [`/api/desk/threads/${referral.id}/messages`, { ...message, rev: 1 }, true];
    },
    'passing it on': async () => {
      const { id } = await sentReferral();
      const [envelope, own] = [noise(AUTHENTICATED_BOX, 1024), noise(AUTHENTICATED_BOX, 1024)];
      const keys = { mailbox: 'A'.repeat(43), salt: 'A'.repeat(22) };
      return [`/api/desk/threads/${id}/handoffs`, { id: randomId(), envelope, own, ...keys }, true];
    },
    'handing it over': async () => {
      const { id } = await sentReferral();
      const envelope = noise(AUTHENTICATED_BOX, 1024);
      return [`/api/desk/handovers/${randomId()}`, { thread: id, to: null, envelope }, true];
    },
    'revoking what was passed on': async (member) => {
      const { id } = await sentReferral();
      const [envelope, own] = [noise(AUTHENTICATED_BOX, 1024), noise(AUTHENTICATED_BOX, 1024)];
      const handoff = randomId();
      const keys = { mailbox: 'A'.repeat(43), salt: 'A'.repeat(22) };
      await post(member, `/api/desk/threads/${id}/handoffs`, { id: handoff, envelope, own, ...keys });
      return [`/api/desk/handoffs/${handoff}/revoke`, {}, true];
    },
    'taking back what was handed over': async (member) => {
      const { id } = await sentReferral();
      const handover = randomId();
      const envelope = noise(AUTHENTICATED_BOX, 1024);
      await post(member, `/api/desk/handovers/${handover}`, { thread: id, to: null, envelope });
      return [`/api/desk/handovers/${handover}/withdraw`, {}, true];
    },
    'throwing it away': async () => {
      const { id } = await sentReferral();
      return ['/api/desk/thrown', { id: randomId(), threads: [{ id, rev: 0 }] }, false];
    },
    'a saved answer': async () => [
      `/api/desk/saved-answers/${randomId()}`,
      { rev: 0, envelope: noise(AUTHENTICATED_BOX, 1024) },
      false,
    ],
    'another in its place': async (member) => {
      const [id, envelope] = [randomId(), noise(AUTHENTICATED_BOX, 1024)];
      await post(member, `/api/desk/saved-answers/${id}`, {
        rev: 0,
        envelope: noise(AUTHENTICATED_BOX, 1024),
      });
      return [`/api/desk/saved-answers/${id}`, { rev: 1, envelope }, false];
    },
    'a saved answer less': async (member) => {
      const [id, envelope] = [randomId(), noise(AUTHENTICATED_BOX, 1024)];
      await post(member, `/api/desk/saved-answers/${id}`, { rev: 0, envelope });
      return [`/api/desk/saved-answers/${id}/remove`, { rev: 1 }, false];
    },
    'how long it is kept': async () => {
      const rev = await env.DB.prepare('SELECT rev FROM retention').first('rev');
      return ['/api/desk/retention', { days: 60, rev }, false];
    },
    'deleting it': async (member) => {
      const id = await closedThread(member);
      return [`/api/desk/threads/${id}/purge`, { rev: 2 }, false];
    },
  };
  const rest = async () => {
    const { audit: _, acts: __, changes: ___, ...tables } = await dumpStore();
    return tables;
  };

  it.each(Object.keys(CALLS))('%s: both are stored, and once', async (name) => {
    const ana = await memberOnDuty(newName(), 'administrator');
    const [path, body, ofThread] = (await CALLS[name]?.(ana)) ?? ['', {}, false];
    const { act } = writtenTrail(ana.id, centre).next();
    const sent = { ...body, act };
    expect((await post(ana, path, sent)).ok).toBe(true);
    await post(ana, path, sent);
    const { audit, acts } = await dumpStore();
    expect([audit?.length, acts?.length, acts?.[0]?.['thread_id'] !== null]).toEqual([1, 1, ofThread]);
  });

  it.each(Object.keys(CALLS))('%s: neither is stored where the link is not the next', async (name) => {
    const ana = await memberOnDuty(newName(), 'administrator');
    const [path, body] = (await CALLS[name]?.(ana)) ?? ['', {}];
    const trail = writtenTrail(ana.id, centre);
    trail.next();
    const before = await rest();
    expect(await refusal(await post(ana, path, { ...body, act: trail.next().act }))).toEqual([409, 'behind']);
    expect([await rest(), await countRows('audit')]).toEqual([before, 0]);
  });

  it('of two who change a saved answer at once it tells of the first alone', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const path = `/api/desk/saved-answers/${randomId()}`;
    await post(ana, path, { rev: 0, envelope: noise(AUTHENTICATED_BOX, 1024) });
    for (const [member, status] of [
      [ana, 201],
      [bo, 409],
    ] as const) {
      const { act } = writtenTrail(member.id, centre).next('answer-saved');
      const answer = await post(member, path, { rev: 1, envelope: noise(AUTHENTICATED_BOX, 1024), act });
      expect(answer.status).toBe(status);
    }
    const late = writtenTrail(bo.id, centre).next('answer-removed').act;
    expect((await post(bo, `${path}/remove`, { rev: 1, act: late })).status).toBe(409);
    expect((await dumpStore()).audit).toMatchObject([{ member_id: ana.id }]);
  });

  it('the trail says nothing of what was refused', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const { id } = await sentReferral();
    await take(bo, id, 0);
    const { act } = writtenTrail(ana.id, centre).next();
    const answer = await post(ana, `/api/desk/threads/${id}/state`, { ...standingOf(0, ana.id), act });
    expect(await refusal(answer)).toEqual([409, 'changed']);
    expect(await countRows('audit')).toBe(0);
  });
});

it('what remains of a purged thread says that somebody did something, and names no thread', async () => {
  const ana = await memberOnDuty();
  const trail = writtenTrail(ana.id, centre);
  const { id } = await sentReferral();
  await ask('/api/desk/threads/read', { json: { ids: [id] }, headers: ana.headers });
  const state = `/api/desk/threads/${id}/state`;
  const taken = standingOf(0, ana.id);
  const closing = standingOf(1, ana.id, 2, true);
  await post(ana, state, {
    ...taken,
    act: trail.next('took', { id: taken.entry.id, thread: id }).act,
  });
  await post(ana, state, { ...closing, act: trail.next('closed', { id: closing.entry.id, thread: id }).act });
  const purged = trail.next('purged').act;
  expect((await post(ana, `/api/desk/threads/${id}/purge`, { rev: 2, act: purged })).ok).toBe(true);
  const { audit, acts } = await dumpStore();
  expect(audit).toHaveLength(3);
  expect(acts?.map((row) => [row['id'], row['thread_id']])).toEqual([[purged.id, null]]);
  // Which it was is told to open desks for two days, by its id alone.
  const { purged: told, ...others } = await dumpStore();
  expect(told).toEqual([{ id, at: expect.any(Number), changed: expect.any(Number) }]);
  const left = JSON.stringify(others);
  for (const name of [id, taken.entry.id, closing.entry.id]) expect(left).not.toContain(name);
});
