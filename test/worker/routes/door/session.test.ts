import { env } from 'cloudflare:workers';
import nacl from 'tweetnacl';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SESSION_HEADER, SessionBody } from '../../../../src/protocol/wire/api/door.ts';
import { MemberName } from '../../../../src/protocol/wire/api/member.ts';
import { ThreadBody } from '../../../../src/protocol/wire/api/threads.ts';
import { fromBase64url, toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { ask, refusal } from '../../support/ask.ts';
import { askChallenge, headersOf, joinedMember, sessionOf, signedIn } from '../../support/member.ts';
import { newReferral, put } from '../../support/referral.ts';
import { countRows, dumpStore, emptyStore } from '../../support/rows.ts';
import { standingOf } from '../../support/standing.ts';

beforeEach(emptyStore);
afterEach(() => vi.useRealTimers());

const post = (json: unknown, headers = {}) => ask('/api/desk/session', { json, headers });
const list = (headers: Record<string, string>) => ask('/api/desk/threads', { headers });

/** Moves the clock by milliseconds. */
function pass(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + milliseconds);
}

describe('POST /api/desk/session', () => {
  it('signs a member in for twelve hours and hands out the vault', async () => {
    const { body, keys } = await joinedMember();
    const { challenge, kdf } = await askChallenge(body.name);
    expect(kdf).toEqual(body.kdf);
    const answer = await post(signedIn(body.name, challenge, keys.secretKey));
    expect(answer.status).toBe(200);
    const headers = await headersOf(answer);
    const { member, vault, expiresAt } = SessionBody.parse(await answer.json());
    expect(member).toEqual({ id: body.id, name: body.name });
    expect(vault).toBe(body.vault);
    expect(expiresAt - Math.floor(Date.now() / 1000)).toBeGreaterThan(12 * 60 * 60 - 60);
    expect((await list(headers)).status).toBe(200);
  });

  it('sets a cookie that no script, no other site and no plain connection gets', async () => {
    const { body, keys } = await joinedMember();
    const { challenge } = await askChallenge(body.name);
    const answer = await post(signedIn(body.name, challenge, keys.secretKey));
    const [cookie = '', ...attributes] = (answer.headers.get('Set-Cookie') ?? '').split('; ');
    const { session } = SessionBody.parse(await answer.json());
    expect(cookie).toMatch(/^__Host-desk-[\w-]{8}=[\w-]{43}$/);
    expect(cookie.startsWith(`__Host-desk-${session.slice(0, 8)}=`)).toBe(true);
    expect(cookie).not.toContain(session);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict', 'Secure']);
  });

  it('knows a name however its capitals were typed', async () => {
    const { keys } = await joinedMember('Élise');
    const { challenge } = await askChallenge('éLISE');
    expect((await post(signedIn('éLISE', challenge, keys.secretKey))).status).toBe(200);
  });

  it.each([
    ['Jose\u0301 O’Brien', "JOSÉ O'BRIEN"],
    ['李', '李'],
    ['মিতা', 'মিতা'],
  ])('knows %s as %s', async (name, typed) => {
    const { keys } = await joinedMember(name);
    const { challenge } = await askChallenge(typed);
    const answer = await post(signedIn(typed, challenge, keys.secretKey));
    expect(answer.status).toBe(200);
    expect(SessionBody.parse(await answer.json()).member.name).toBe(MemberName.parse(name));
  });

  it('keeps the hash of a session only: who steals the store gets in nowhere', async () => {
    const member = await joinedMember();
    const { Cookie = '', [SESSION_HEADER]: session = '' } = await sessionOf(member);
    const [cookie, token = ''] = Cookie.split('=');
    const dump = await dumpStore();
    expect(JSON.stringify(dump)).not.toContain(token);
    for (const value of Object.values(dump.sessions?.[0] ?? {})) {
      const answer = await list({ Cookie: `${cookie}=${value}`, [SESSION_HEADER]: session });
      expect(answer.status).toBe(401);
    }
  });

  it('sweeps sessions that have expired when somebody signs in', async () => {
    const member = await joinedMember();
    await sessionOf(member);
    pass(12 * 60 * 60 * 1000);
    await sessionOf(member);
    expect(await countRows('sessions')).toBe(1);
  });
});

describe('who does not get in', () => {
  const refused = [401, 'unauthorized'];

  it('refuses the signature of another key', async () => {
    const { body } = await joinedMember();
    const other = await joinedMember();
    const { challenge } = await askChallenge(body.name);
    expect(await refusal(await post(signedIn(body.name, challenge, other.keys.secretKey)))).toEqual(refused);
  });

  it('refuses a signature made for another origin', async () => {
    const { body, keys } = await joinedMember();
    const { challenge } = await askChallenge(body.name);
    const elsewhere = signedIn(body.name, challenge, keys.secretKey, 'https://pag-asa.example');
    expect(await refusal(await post(elsewhere))).toEqual(refused);
  });

  it('refuses a challenge that was used', async () => {
    const { body, keys } = await joinedMember();
    const { challenge } = await askChallenge(body.name);
    const request = signedIn(body.name, challenge, keys.secretKey);
    expect((await post(request)).status).toBe(200);
    expect(await refusal(await post(request))).toEqual(refused);
    expect(await countRows('sessions')).toBe(1);
  });

  it('takes each challenge of a member once, whatever the order: two devices sign in at once', async () => {
    const { body, keys } = await joinedMember();
    const drawn = await Promise.all(Array.from({ length: 6 }, () => askChallenge(body.name)));
    const requests = drawn.map(({ challenge }) => signedIn(body.name, challenge, keys.secretKey)).reverse();
    const answers = await Promise.all(requests.map((request) => post(request)));
    expect(answers.map((answer) => answer.status)).toEqual(requests.map(() => 200));
    for (const request of requests) expect(await refusal(await post(request))).toEqual(refused);
  });

  it('forgets a used challenge only when it could not be used any more', async () => {
    const { body, keys } = await joinedMember();
    pass(0);
    const { challenge } = await askChallenge(body.name);
    const used = signedIn(body.name, challenge, keys.secretKey);
    expect((await post(used)).status).toBe(200);
    pass(5 * 60 * 1000 - 1);
    const later = await askChallenge(body.name);
    expect((await post(signedIn(body.name, later.challenge, keys.secretKey))).status).toBe(200);
    expect(await refusal(await post(used))).toEqual(refused);
    expect(await countRows('used_challenges')).toBe(2);
    pass(5 * 60 * 1000);
    const last = await askChallenge(body.name);
    expect((await post(signedIn(body.name, last.challenge, keys.secretKey))).status).toBe(200);
    expect(await countRows('used_challenges')).toBe(1);
    expect(await refusal(await post(used))).toEqual(refused);
  });

  it('keeps nothing of a challenge that was not signed rightly', async () => {
    const { body } = await joinedMember();
    const other = await joinedMember();
    const { challenge } = await askChallenge(body.name);
    await post(signedIn(body.name, challenge, other.keys.secretKey));
    expect(await countRows('used_challenges')).toBe(0);
  });

  it('lets one of ten at once use a challenge', async () => {
    const { body, keys } = await joinedMember();
    const { challenge } = await askChallenge(body.name);
    const request = signedIn(body.name, challenge, keys.secretKey);
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(request)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(await countRows('sessions')).toBe(1);
  });

  it('takes a challenge for five minutes, and no longer', async () => {
    const { body, keys } = await joinedMember();
    pass(0);
    const { challenge } = await askChallenge(body.name);
    const late = await askChallenge(body.name);
    pass(5 * 60 * 1000 - 1);
    expect((await post(signedIn(body.name, challenge, keys.secretKey))).status).toBe(200);
    pass(1);
    expect(await refusal(await post(signedIn(body.name, late.challenge, keys.secretKey)))).toEqual(refused);
  });

  it('refuses a challenge made for another name', async () => {
    const { body, keys } = await joinedMember();
    const other = await joinedMember();
    const { challenge } = await askChallenge(other.body.name);
    expect(await refusal(await post(signedIn(body.name, challenge, keys.secretKey)))).toEqual(refused);
  });

  it('refuses a challenge whose time or tag was changed, and one of its own making', async () => {
    const { body, keys } = await joinedMember();
    const { challenge } = await askChallenge(body.name);
    const bytes = fromBase64url(challenge) ?? new Uint8Array();
    expect(bytes).toHaveLength(8 + 16 + 32);
    const forged = [7, 8, 23, 24, 55].map((at) => {
      const copy = bytes.slice();
      copy[at] = (copy[at] ?? 0) ^ 1;
      return toBase64url(copy);
    });
    for (const text of [...forged, '', 'AAAA', challenge.slice(0, 11), `${challenge}A`, '~']) {
      expect(await refusal(await post(signedIn(body.name, text, keys.secretKey)))).toEqual(refused);
    }
    expect(await countRows('sessions')).toBe(0);
  });

  it('refuses a signature that is no signature', async () => {
    const { body } = await joinedMember();
    const { challenge } = await askChallenge(body.name);
    const zeros = toBase64url(new Uint8Array(64));
    expect(await refusal(await post({ name: body.name, challenge, signature: zeros }))).toEqual(refused);
    const short = await post({ name: body.name, challenge, signature: 'AAAA' });
    expect(await refusal(short)).toEqual([400, 'malformed']);
  });
});

describe('a name that nobody has', () => {
  it('gets a challenge and a salt that look like those of a member, and always the same salt', async () => {
    const { body } = await joinedMember();
    const known = await askChallenge(body.name);
    const unknown = await askChallenge('Nobody');
    expect(Object.keys(unknown)).toEqual(Object.keys(known));
    expect(Object.keys(unknown.kdf)).toEqual(Object.keys(known.kdf));
    expect({ ...unknown.kdf, salt: '' }).toEqual({ ...known.kdf, salt: '' });
    expect(unknown.challenge).toHaveLength(known.challenge.length);
    expect(unknown.kdf.salt).toHaveLength(known.kdf.salt.length);
    expect((await askChallenge('NOBODY')).kdf.salt).toBe(unknown.kdf.salt);
    expect((await askChallenge('Somebody')).kdf.salt).not.toBe(unknown.kdf.salt);
  });

  it("gets the same refusal as a member's wrong passphrase, header by header", async () => {
    const { body, keys } = await joinedMember();
    const wrong = await joinedMember();
    const seen = await Promise.all(
      [body.name, 'Nobody'].map(async (name) => {
        const { challenge } = await askChallenge(name);
        const secretKey = name === 'Nobody' ? keys.secretKey : wrong.keys.secretKey;
        const answer = await post(signedIn(name, challenge, secretKey));
        return [answer.status, await answer.text(), [...answer.headers]];
      }),
    );
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.[0]).toBe(401);
  });

  it('does not let in who signs with the published key that stands in for nobody', async () => {
    const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'.match(/../g) ?? [];
    const { secretKey } = nacl.sign.keyPair.fromSeed(
      Uint8Array.from(seed, (hex) => Number.parseInt(hex, 16)),
    );
    const { challenge } = await askChallenge('Nobody');
    expect(await refusal(await post(signedIn('Nobody', challenge, secretKey)))).toEqual([
      401,
      'unauthorized',
    ]);
  });
});

describe('a session', () => {
  it('ends after twelve hours, used or not', async () => {
    const headers = await sessionOf(await joinedMember());
    pass(12 * 60 * 60 * 1000 - 5000);
    expect((await list(headers)).status).toBe(200);
    pass(5000);
    expect(await refusal(await list(headers))).toEqual([401, 'unauthorized']);
  });

  it.each([
    ['POST', '/api/desk/session/end'],
    ['DELETE', '/api/desk/session'],
  ])('ends when its member signs out by %s %s, and the other sessions stay', async (method, path) => {
    const member = await joinedMember();
    const headers = await sessionOf(member);
    const other = await sessionOf(member);
    const answer = await ask(path, { method, headers });
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, session: 'ended' }]);
    const session = headers[SESSION_HEADER] ?? '';
    expect(answer.headers.get('Set-Cookie')).toMatch(
      new RegExp(`^__Host-desk-${session.slice(0, 8)}=;.*Max-Age=0`),
    );
    expect((await list(headers)).status).toBe(401);
    expect((await list(other)).status).toBe(200);
  });

  it('that never was can be signed out of', async () => {
    for (const session of ['', 'x', 'A'.repeat(43), '=; Path=/x']) {
      const headers = { [SESSION_HEADER]: session };
      expect((await ask('/api/desk/session/end', { method: 'POST', headers })).status).toBe(200);
    }
  });

  it('is ended by the tab that it belongs to, and by no other tab of the browser', async () => {
    const [ana, bo] = [await joinedMember(), await joinedMember()];
    const [first, second] = [await sessionOf(ana), await sessionOf(bo)];
    // The cookies of all tabs travel with each request.
    const tab = (own: Record<string, string>) => ({ ...own, Cookie: `${first.Cookie}; ${second.Cookie}` });
    const taker = async (headers: Record<string, string>) => {
      const { id, body } = await newReferral();
      await put(id, body);
      await ask(`/api/desk/threads/${id}/state`, { json: standingOf(0, null), headers });
      const thread = await ask(`/api/desk/threads/${id}`, { headers });
      return ThreadBody.parse(await thread.json()).entries?.[0]?.member?.name;
    };
    expect(await taker(tab(first))).toBe(ana.body.name);
    expect(await taker(tab(second))).toBe(bo.body.name);
    const gone = await ask('/api/desk/session/end', { method: 'POST', headers: tab(first) });
    expect(gone.headers.getSetCookie()).toHaveLength(1);
    expect((await list(tab(first))).status).toBe(401);
    expect((await list(tab(second))).status).toBe(200);
    await ask('/api/desk/session/end', { method: 'POST', headers: tab(first) });
    expect((await list(tab(second))).status).toBe(200);
  });

  it('needs the cookie of the very session that is named', async () => {
    const [own, other] = [await sessionOf(await joinedMember()), await sessionOf(await joinedMember())];
    const token = (own.Cookie ?? '').split('=')[1];
    const named = other[SESSION_HEADER] ?? '';
    const Cookie = `__Host-desk-${named.slice(0, 8)}=${token}`;
    for (const headers of [{ ...other, Cookie }, { Cookie: own.Cookie ?? '' }, { ...own, Cookie: '' }]) {
      expect(await refusal(await list(headers))).toEqual([401, 'unauthorized']);
      await ask('/api/desk/session/end', { method: 'POST', headers });
    }
    expect((await list(own)).status).toBe(200);
    expect((await list(other)).status).toBe(200);
  });

  it.each([
    '',
    '__Host-desk=',
    '__Host-desk-AAAAAAAA=AAAA',
    `__Host-desk-AAAAAAAA=${'A'.repeat(43)}`,
    `desk-AAAAAAAA=${'A'.repeat(43)}`,
  ])('is not the cookie "%s"', async (Cookie) => {
    await sessionOf(await joinedMember());
    const headers = { Cookie, [SESSION_HEADER]: 'A'.repeat(43) };
    expect(await refusal(await list(headers))).toEqual([401, 'unauthorized']);
  });
});

it('a member who is deleted is out at once', async () => {
  const headers = await sessionOf(await joinedMember());
  await env.DB.prepare('DELETE FROM members').run();
  expect((await list(headers)).status).toBe(401);
});
