import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import nacl from 'tweetnacl';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FirstItem } from '../../../src/protocol/items/item.ts';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { drawMailboxSalt } from '../../../src/protocol/seal/mailbox.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { describeCentreKey } from '../../../src/protocol/wire/centre-key.ts';
import { digestOf } from '../../../src/protocol/wire/digest.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { anyAddress } from '../../../tools/bench/intake/any-address.ts';
import { throwAwaySecret } from '../../../tools/serve/local-secrets.ts';
import { NEVER_BUSY } from '../../../tools/serve/never-busy.ts';
import { freePort } from '../../../tools/serve/port.ts';
import { serveSite } from '../../../tools/serve/serve-site.ts';
import { migrate, withLocalDatabase } from '../../../tools/store/local-store.ts';
import { sampleReferral } from '../../samples/referral.ts';
import { sampleRequest } from '../../samples/request.ts';
import { writeSmallPages } from '../../support/small-pages.ts';
import { writtenThread } from '../../support/written-thread.ts';

/** A webhook of our own on this computer, and a site that is served anew for each thing that comes: nothing was rung before. */
const folder = mkdtempSync(join(tmpdir(), 'arrivals-'));
const state = join(folder, 'state');
const pair = drawPair();
const mailbox = nacl.box.keyPair();
const token = new Uint8Array(crypto.getRandomValues(new Uint8Array(32)));
const rung: { headers: IncomingHttpHeaders; body: string; at: number }[] = [];
let hook: Server;

beforeAll(async () => {
  hook = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    rung.push({ headers: request.headers, body, at: Date.now() });
    response.writeHead(204).end();
  });
  await new Promise<void>((done) => hook.listen(0, '127.0.0.1', done));
  writeSmallPages(join(folder, 'pages'), { use: 'local', keys: [describeCentreKey(pair)] });
  migrate(state);
}, 60_000);
afterAll(() => {
  hook.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * What was rung within ten seconds of `send`, and until the next step of the ladder would come. Before, somebody has looked at all
 * there was, and the bell has forgotten when it last rang.
 */
async function rungFor(send: (origin: string) => Promise<unknown>, least = 1): Promise<typeof rung> {
  rmSync(join(state, 'v3', 'do'), { recursive: true, force: true });
  await withLocalDatabase(state, async (database) => {
    await database.prepare('DELETE FROM arrivals').run();
  });
  const site = await serveSite({
    port: await freePort(),
    pages: join(folder, 'pages'),
    state,
    log: join(folder, 'log'),
    vars: {
      WEBHOOK_URL: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`,
      WEBHOOK_SECRET: `whsec_${Buffer.from(throwAwaySecret(), 'base64url').toString('base64')}`,
      BELL_LADDER: '60,120,180,240,300,60',
      ...NEVER_BUSY,
    },
  });
  try {
    const before = rung.length;
    const sent = Date.now();
    await send(site.origin);
    while (rung.length < before + least && Date.now() < sent + 10_000) await wait(50);
    expect(rung.length).toBe(before + 1);
    expect((rung[before]?.at ?? 0) - sent).toBeLessThan(10_000);
    await wait(Math.max(0, sent + 15_000 - Date.now()));
    return rung.slice(before);
  } finally {
    await site.stop();
  }
}

/** Sends what begins a thread; of a first item its digest, to go on with. */
async function put(origin: string, item: FirstItem, of = crypto.getRandomValues(new Uint8Array(32))) {
  const envelope = sealItem(item, pair);
  if (!envelope) throw new Error('It could not be sealed.');
  const answer = await fetch(`${origin}/api/referrals/${item.id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': anyAddress() },
    body: JSON.stringify({
      envelope: toBase64url(envelope),
      mailbox: toBase64url(await sha256(of)),
      salt: toBase64url(drawMailboxSalt()),
    }),
  });
  expect(answer.status).toBe(201);
  return toBase64url(digestOf(envelope));
}

it('a referral, a request and a reporter’s message each ring once within ten seconds, byte by byte the same', async () => {
  const item = sampleReferral({ mailbox: toBase64url(mailbox.publicKey), happening: ['papers'] });
  let first = '';
  const rings = [
    await rungFor(async (origin) => {
      first = await put(origin, item, token);
    }),
    await rungFor((origin) => put(origin, sampleRequest())),
    await rungFor(async (origin) => {
      const thread = writtenThread({ thread: item.id, first, mailbox, centre: pair });
      const { id, envelope, seq, prev, mac } = thread.reporter('They are here again.');
      const answer = await fetch(`${origin}/api/mailbox`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${toBase64url(token)}` },
        body: JSON.stringify({ id, envelope, seq, prev, mac }),
      });
      expect(answer.status).toBe(201);
    }),
  ];
  expect(rings.map((one) => one.length)).toEqual([1, 1, 1]);
  const same = rings.flat().map(({ headers, body }) => ({
    body,
    headers: Object.entries(headers).map(([name, value]) => [
      name,
      name.startsWith('webhook-') ? String(value).length : value,
    ]),
  }));
  expect(same[1]).toEqual(same[0]);
  expect(same[2]).toEqual(same[0]);
  expect(same[0]?.body).toBe('{"type":"desk.waiting"}');
}, 180_000);

it('two hundred threads within a minute ring once', async () => {
  const rings = await rungFor(async (origin) => {
    for (let sent = 0; sent < 200; sent += 10) {
      await Promise.all(Array.from({ length: 10 }, () => put(origin, sampleReferral({}))));
    }
  });
  expect(rings).toHaveLength(1);
}, 120_000);
