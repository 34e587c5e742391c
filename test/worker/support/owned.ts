import { env } from 'cloudflare:workers';
import nacl from 'tweetnacl';
import { app } from '../../../functions/app.ts';
import { bellWayRoutes } from '../../../src/protocol/wire/api/bell-ways.ts';
import { doorRoutes, SESSION_HEADER } from '../../../src/protocol/wire/api/door.ts';
import { draftRoutes } from '../../../src/protocol/wire/api/drafts.ts';
import { keyRoutes } from '../../../src/protocol/wire/api/keys.ts';
import { peopleRoutes } from '../../../src/protocol/wire/api/people.ts';
import type { Route, Routes } from '../../../src/protocol/wire/api/route.ts';
import { PasskeyChallengeBody, wayRoutes } from '../../../src/protocol/wire/api/ways.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { AUTHENTICATED_BOX } from '../../../src/protocol/wire/envelope.ts';
import type { PassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { authenticator } from '../../support/authenticator.ts';
import { DESK, randomAddress } from './ask.ts';
import { joinedMember, memberOnDuty, sessionOf } from './member.ts';
import { noise, sentReferral } from './referral.ts';
import { dumpStore } from './rows.ts';

/**
 * The routes by which a member reaches what is their own alone: their ways in, drafts, devices and telephones, sessions, and the
 * word for their own key.
 */
export const OWN_ROUTES = {
  ...wayRoutes,
  ...draftRoutes,
  ...bellWayRoutes,
  endOthers: peopleRoutes.endOthers,
  signOut: doorRoutes.signOut,
  vouch: keyRoutes.vouch,
} as const satisfies Routes;

type Headers = Record<string, string>;

/** A member, and what they have of their own, by its ids. */
type Owned = {
  id: string;
  headers: Headers;
  boxKey: string;
  kdf: PassphraseKdf;
  way: string;
  bellWay: string;
  thread: string;
  draft: string;
};

/** Who asks: whether it is theirs, with which headers, and the session in which a challenge is drawn for them. */
type Asking = { isOwner: boolean; headers: Headers; session: Headers };

/** A request that is good where it is the member's own who asks: the id in its path, and its body. */
type OwnRequest = (own: Owned, by: Asking) => Promise<{ id?: string; body?: unknown }>;

const random = (length: number) => toBase64url(crypto.getRandomValues(new Uint8Array(length)));
const wrapped = () => ({ vault: random(200), newestKey: random(8) });
const newPassphrase = (kdf: PassphraseKdf) => ({
  ...{ publicKey: toBase64url(nacl.sign.keyPair().publicKey), kdf },
  ...wrapped(),
});
const newNumber = () => ({ channel: 'call', address: '+32470123456' });
const newDraft = () => ({ id: randomId(), envelope: noise(AUTHENTICATED_BOX, 1024) });

async function newPasskey(headers: Headers) {
  const drawn = await send('GET', wayRoutes.passkeyChallenge.path, headers);
  const { challenge } = PasskeyChallengeBody.parse(await drawn.json());
  const passkey = await authenticator().make({ challenge, origin: DESK });
  return { name: 'Telephone', passkey, ...wrapped() };
}

/** What is added goes under an id of its owner's choice; anybody else tries the one that is taken. */
const freeOr = (taken: string, { isOwner }: Asking) => (isOwner ? randomId() : taken);

/** How each of them is asked. The challenge of a new passkey is left out: it is nobody's before it is signed. */
const REQUESTS: Record<Exclude<keyof typeof OWN_ROUTES, 'passkeyChallenge'>, OwnRequest> = {
  ways: async () => ({}),
  addPasskey: async (own, by) => ({ id: freeOr(own.way, by), body: await newPasskey(by.session) }),
  addPassphrase: async (own, by) => ({ id: freeOr(own.way, by), body: newPassphrase(own.kdf) }),
  rewrap: async ({ way: id }) => ({ id, body: wrapped() }),
  removeWay: async ({ way: id }) => ({ id, body: {} }),
  drafts: async () => ({ body: {} }),
  putDraft: async ({ thread: id }) => ({ id, body: newDraft() }),
  removeDraft: async ({ thread: id }) => ({ id }),
  bellWays: async () => ({}),
  putBellWay: async (own, by) => ({ id: freeOr(own.bellWay, by), body: newNumber() }),
  removeBellWay: async ({ bellWay: id }) => ({ id, body: {} }),
  tryBellWay: async ({ bellWay: id }) => ({ id, body: {} }),
  endOthers: async () => ({ body: {} }),
  signOut: async () => ({}),
  vouch: async ({ boxKey }) => ({ body: { boxKey, keyId: random(8), signature: random(64) } }),
};

/** Every way of every such route. */
export const OWN_ROWS = Object.entries(REQUESTS).flatMap(([name, request]) => {
  const route: Route = OWN_ROUTES[name as keyof typeof REQUESTS];
  return [route, ...(route.otherwise ? [route.otherwise] : [])].map(({ method, path }) => ({
    ...{ method, path, request },
  }));
});

/** What became of what is a member's own: something of it was changed or told, or nothing was. */
export type Reach = 'reached' | 'untouched';

/** Who asks for what is a member's own: they themselves last, so that there is what others could reach. */
const ASKERS = {
  'another member': async (): Promise<Asking> => {
    const { headers } = await memberOnDuty();
    return { isOwner: false, headers, session: headers };
  },
  administrator: async (): Promise<Asking> => {
    const { headers } = await memberOnDuty(undefined, 'administrator');
    return { isOwner: false, headers, session: headers };
  },
  'another member who names their session': async (own: Owned): Promise<Asking> => {
    const { headers: session } = await memberOnDuty();
    const [, token = ''] = session['Cookie']?.split('=') ?? [];
    const [name = ''] = own.headers['Cookie']?.split('=') ?? [];
    const headers = {
      Cookie: `${session['Cookie']}; ${name}=${token}`,
      [SESSION_HEADER]: own.headers[SESSION_HEADER] ?? '',
    };
    return { isOwner: false, headers, session };
  },
  'whose it is': async (own: Owned): Promise<Asking> => ({
    ...{ isOwner: true, headers: own.headers, session: own.headers },
  }),
};

/** Who reaches what is a member's own, by a way of a route: nobody but they. */
export const EXPECTED_REACH: Record<keyof typeof ASKERS, Reach> = {
  'whose it is': 'reached',
  'another member': 'untouched',
  administrator: 'untouched',
  'another member who names their session': 'untouched',
};

/** What each asker reaches of what is a member's own. */
export async function reachOf(row: (typeof OWN_ROWS)[number]): Promise<Record<string, Reach>> {
  const seen: Record<string, Reach> = {};
  const own = await newOwned();
  for (const [name, asker] of Object.entries(ASKERS)) {
    seen[name] = await reach(row, own, await asker(own));
  }
  return seen;
}

async function reach(
  { method, path, request }: (typeof OWN_ROWS)[number],
  own: Owned,
  by: Asking,
): Promise<Reach> {
  const { id = '', body = {} } = await request(own, by);
  const before = await rowsOf(own.id);
  const answer = await send(method, path.replace(':id', id), by.headers, body);
  const text = await answer.text();
  const told = [own.way, own.bellWay, own.draft].some((mark) => mark !== id && text.includes(mark));
  return told || (await rowsOf(own.id)) !== before ? 'reached' : 'untouched';
}

/** All that the store has of a member. */
async function rowsOf(member: string): Promise<string> {
  const tables = Object.entries(await dumpStore());
  return JSON.stringify(
    tables.map(([name, rows]) => [
      name,
      rows.filter((row) => row['member_id'] === member || (name === 'members' && row['id'] === member)),
    ]),
  );
}

/** A member with two sessions, and one of each thing that is their own. */
async function newOwned(): Promise<Owned> {
  const member = await joinedMember();
  const headers = await sessionOf(member);
  await sessionOf(member);
  const { id: thread } = await sentReferral();
  const { id, boxKey, kdf } = member.body;
  const [way, bellWay, draft] = [randomId(), randomId(), newDraft()];
  const made = [
    await send('PUT', wayRoutes.addPasskey.path.replace(':id', way), headers, await newPasskey(headers)),
    await send('POST', bellWayRoutes.putBellWay.path.replace(':id', bellWay), headers, newNumber()),
    await send('PUT', draftRoutes.putDraft.path.replace(':id', thread), headers, draft),
  ];
  const refused = made.find(({ ok }) => !ok);
  if (refused) throw new Error(`It could not be made: ${refused.status} ${await refused.text()}`);
  return { id, headers, boxKey, kdf, way, bellWay, thread, draft: draft.id };
}

/** Asks as a page of the desk does. */
async function send(method: string, path: string, headers: Headers, body: unknown = {}): Promise<Response> {
  const request = new Request(DESK + path, {
    method,
    headers: {
      ...{ Origin: DESK, 'Content-Type': 'application/json', 'CF-Connecting-IP': randomAddress() },
      ...headers,
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
  return app.fetch(request, { ...env, ALERT_SECRET: 'A'.repeat(43) });
}
