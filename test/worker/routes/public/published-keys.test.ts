import { beforeEach, describe, expect, it } from 'vitest';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { type CentreKey, describeCentreKey } from '../../../../src/protocol/wire/centre-key.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, askWith, refusal } from '../../support/ask.ts';
import { centre } from '../../support/centre.ts';
import { memberOnDuty } from '../../support/member.ts';
import { newReferral, noise, reporterMessage, sentReferral } from '../../support/referral.ts';
import { countRows, emptyStore } from '../../support/rows.ts';
import { standingOf, take } from '../../support/standing.ts';

beforeEach(emptyStore);

/** An id that the site publishes no key for. */
const stranger = new Uint8Array(8).fill(9);
const other = 'CQkJCQkJCQk';

describe('an envelope for a key that the site does not publish', () => {
  it('is refused as a referral, and nothing is stored', async () => {
    const json = {
      envelope: noise(SEALED_BOX, 1024, 0, stranger),
      mailbox: 'A'.repeat(43),
      salt: 'A'.repeat(22),
    };
    const answer = await ask(`/api/referrals/${randomId()}`, { method: 'PUT', json });
    expect(await refusal(answer)).toEqual([400, 'envelope_key']);
    expect(await countRows('threads')).toBe(0);
  });

  it('is refused as a message of the reporter', async () => {
    const { headers, ...referral } = await sentReferral();
    const message = reporterMessage({ headers, ...referral }, 'One');
    const json = { ...message, envelope: noise(SEALED_BOX, 1024, 0, stranger) };
    expect(await refusal(await ask('/api/mailbox', { json, headers }))).toEqual([400, 'envelope_key']);
    expect(await countRows('messages')).toBe(0);
  });

  it('is refused as an answer of the desk: no mailbox would open it', async () => {
    const { id } = await sentReferral();
    const member = await memberOnDuty();
    const { headers } = member;
    await take(member, id, 0);
    const envelope = noise(AUTHENTICATED_BOX, 1024, 0, stranger);
    const json = { id: randomId(), envelope, seq: 1, rev: 1 };
    const answer = await ask(`/api/desk/threads/${id}/messages`, { json, headers });
    expect(await refusal(answer)).toEqual([400, 'envelope_key']);
    expect(await countRows('messages')).toBe(0);
  });

  it('is refused as what a member says with taking a thread', async () => {
    const { id } = await sentReferral();
    const { headers } = await memberOnDuty();
    const { entry, ...rest } = standingOf(0, null);
    const json = { ...rest, entry: { ...entry, envelope: noise(AUTHENTICATED_BOX, 1024, 0, stranger) } };
    const answer = await ask(`/api/desk/threads/${id}/state`, { json, headers });
    expect(await refusal(answer)).toEqual([400, 'envelope_key']);
    expect(await countRows('entries')).toBe(0);
  });
});

/** A `key.json` with these keys. */
const published = (...keys: CentreKey[]) =>
  Response.json({ use: 'local', keys: keys.map(describeCentreKey) });

/** Pages whose `key.json` is this; counts how often it is asked for. */
function pagesWith(answer: () => Response) {
  let asked = 0;
  const ASSETS = {
    fetch: async (url: string) => {
      asked += 1;
      return new URL(url).pathname === '/key.json' ? answer() : new Response(null, { status: 404 });
    },
  } as unknown as Fetcher;
  return { bindings: { ASSETS, CENTRE_KEY_IDS: undefined }, asked: () => asked };
}

describe('the keys of the pages beside the worker', () => {
  const put = async (bindings: Parameters<typeof askWith>[0]) => {
    const { id, body } = await newReferral();
    return askWith(bindings, `/api/referrals/${id}`, { method: 'PUT', json: body });
  };

  it('are those that count, and are read once', async () => {
    const pages = pagesWith(() => published(drawPair(), centre));
    expect((await put(pages.bindings)).status).toBe(201);
    expect((await put(pages.bindings)).status).toBe(201);
    expect((await askWith(pages.bindings, '/api/health')).status).toBe(200);
    expect(pages.asked()).toBe(1);
    const others = pagesWith(() => published(drawPair()));
    expect(await refusal(await put(others.bindings))).toEqual([400, 'envelope_key']);
  });

  it.each([
    ['are missing', () => new Response(null, { status: 404 })],
    ['are a page', () => new Response('<!doctype html>')],
    ['are something else', () => Response.json({ use: 'local', keys: [{ keyId: 'x' }] })],
    ['are none', () => published()],
    [
      'cannot be read',
      () => {
        throw new Error('no assets');
      },
    ],
  ])('take nothing while they %s, and are asked for again', async (_, answer) => {
    let broken = true;
    const pages = pagesWith(() => (broken ? answer() : published(drawPair(), centre)));
    expect(await refusal(await put(pages.bindings))).toEqual([503, 'keys_missing']);
    expect(await refusal(await askWith(pages.bindings, '/api/health'))).toEqual([503, 'keys_missing']);
    expect(await countRows('threads')).toBe(0);
    broken = false;
    expect((await put(pages.bindings)).status).toBe(201);
  });
});

describe('the list of published keys', () => {
  const put = async (CENTRE_KEY_IDS: string) => {
    const { id, body } = await newReferral();
    return askWith({ CENTRE_KEY_IDS }, `/api/referrals/${id}`, { method: 'PUT', json: body });
  };

  it('may hold several, and each of them is taken', async () => {
    const json = {
      envelope: noise(SEALED_BOX, 1024, 0, stranger),
      mailbox: 'B'.repeat(42).concat('A'),
      salt: 'A'.repeat(22),
    };
    const CENTRE_KEY_IDS = `AAAAAAAAAAA, ${other}`;
    const answer = await askWith({ CENTRE_KEY_IDS }, `/api/referrals/${randomId()}`, { method: 'PUT', json });
    expect(answer.status).toBe(201);
    expect(await refusal(await put(CENTRE_KEY_IDS))).toEqual([400, 'envelope_key']);
  });

  it.each(['', ' ', 'x', 'AAAAAAAAAAA,', 'undefined'])(
    'missing or damaged (“%s”), nothing is taken, and the sender hears to try again',
    async (list) => {
      const answer = await put(list);
      expect(answer.headers.get('Retry-After')).toBe('60');
      expect(await refusal(answer)).toEqual([503, 'keys_missing']);
      expect(await countRows('threads')).toBe(0);
    },
  );
});
