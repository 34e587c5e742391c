import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSealed } from '../../../../src/protocol/keys/open-sealed-box.ts';
import { fromBase64url, toBase64url, utf8 } from '../../../../src/protocol/wire/bytes.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { BUCKETS, LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { centre, newReferral, newRequest, noise, put } from '../../support/referral.ts';
import { countRows, dumpStore, emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);

describe('PUT /api/referrals/:id', () => {
  it('stores a sealed referral so that the centre can open it', async () => {
    const { id, body, item } = await newReferral();
    expect((await put(id, body)).status).toBe(201);
    const sealed = await env.DB.prepare('SELECT sealed FROM threads WHERE id = ?')
      .bind(id)
      .first<number[]>('sealed');
    const opened = openSealed(Uint8Array.from(sealed ?? []), [centre], { thread: id, id });
    expect(opened).toEqual({ ok: true, item });
  });

  it('keeps the id of the key and the time beside the envelope', async () => {
    const { id, body } = await newReferral();
    const before = Math.floor(Date.now() / 1000);
    await put(id, body);
    const row = await env.DB.prepare('SELECT key_id, state, received_at, rev FROM threads').first();
    const keyId = (fromBase64url(body.envelope) ?? new Uint8Array()).slice(1, 9);
    expect(row).toMatchObject({ key_id: [...keyId], state: 'new', rev: 0 });
    expect(row?.received_at).toBeGreaterThanOrEqual(before);
  });

  it('stores a request as it stores a referral: nothing but the envelope knows which it is', async () => {
    const [referral, request] = [await newReferral(), await newRequest()];
    const first = await put(referral.id, referral.body);
    const second = await put(request.id, request.body);
    expect(second.status).toBe(201);
    expect([await first.json(), await second.json()]).toEqual([
      { ok: true, id: referral.id },
      { ok: true, id: request.id },
    ]);
    const { threads: rows = [] } = await dumpStore();
    const sizes = rows.map((row) =>
      Object.entries(row).map(([column, value]) => [column, typeof value, String(value).length]),
    );
    expect(rows.map(({ id }) => id).sort()).toEqual([referral.id, request.id].sort());
    expect(sizes[0]).toEqual(sizes[1]);
    const sealed = rows.find(({ id }) => id === request.id)?.sealed;
    const envelope = fromBase64url(String(sealed)) ?? new Uint8Array();
    const { id } = request;
    expect(openSealed(envelope, [centre], { thread: id, id })).toEqual({
      ok: true,
      item: request.item,
    });
  });

  it('answers 200 to the same bytes again, and keeps one row', async () => {
    const { id, body } = await newReferral();
    const first = await put(id, body);
    const again = await put(id, body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await again.text()).toBe(await first.text());
    expect(await countRows('threads')).toBe(1);
  });

  it('answers 200 to a repetition after the desk has taken the referral', async () => {
    const { id, body } = await newReferral();
    await put(id, body);
    await env.DB.prepare("UPDATE threads SET state = 'taken', rev = 1, changed = changed + 1").run();
    expect((await put(id, body)).status).toBe(200);
  });

  it('refuses other bytes under a known id, and keeps the first', async () => {
    const first = await newReferral();
    const other = await newReferral();
    await put(first.id, first.body);
    const swapped = { ...first.body, envelope: other.body.envelope };
    expect(await refusal(await put(first.id, swapped))).toEqual([409, 'conflict']);
    const stolen = { ...first.body, mailbox: other.body.mailbox };
    expect(await refusal(await put(first.id, stolen))).toEqual([409, 'conflict']);
    expect((await put(first.id, first.body)).status).toBe(200);
  });

  it('refuses a second referral for one mailbox', async () => {
    const first = await newReferral();
    const other = await newReferral();
    await put(first.id, first.body);
    const answer = await put(other.id, { ...other.body, mailbox: first.body.mailbox });
    expect(await refusal(answer)).toEqual([409, 'conflict']);
    expect(await countRows('threads')).toBe(1);
  });

  it('makes one row of 50 identical sends at once', async () => {
    const { id, body } = await newReferral();
    const answers = await Promise.all(Array.from({ length: 50 }, () => put(id, body)));
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([...Array.from({ length: 49 }, () => 200), 201]);
    expect(await countRows('threads')).toBe(1);
  });

  it('makes 50 rows of 50 different sends at once', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, (_, index) => newReferral(`Story ${index}`)));
    const answers = await Promise.all(all.map(({ id, body }) => put(id, body)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(await countRows('threads')).toBe(50);
  });

  it('lets one of many different envelopes win when they fight for an id', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => newReferral()));
    const id = randomId();
    const answers = await Promise.all(all.map(({ body }) => put(id, body)));
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    expect(await countRows('threads')).toBe(1);
  });
});

describe('POST /api/referrals/:id, for networks that let no PUT through', () => {
  const send = (method: string, id: string, json: unknown) => ask(`/api/referrals/${id}`, { method, json });

  it.each([
    ['POST', 'PUT'],
    ['PUT', 'POST'],
    ['POST', 'POST'],
  ])('stores once what comes by %s and then by %s', async (first, second) => {
    const { id, body } = await newReferral();
    const answers = [await send(first, id, body), await send(second, id, body)];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    for (const answer of answers) expect(await answer.json()).toEqual({ ok: true, id });
    expect(await countRows('threads')).toBe(1);
  });

  it('makes one row of 40 sends at once, half of them by each', async () => {
    const { id, body } = await newReferral();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => send(index % 2 ? 'PUT' : 'POST', id, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(39).fill(200), 201]);
    expect(await countRows('threads')).toBe(1);
  });

  it('refuses what PUT refuses', async () => {
    const [first, other] = [await newReferral(), await newReferral()];
    await send('POST', first.id, first.body);
    const taken = { ...first.body, envelope: other.body.envelope };
    expect(await refusal(await send('POST', first.id, taken))).toEqual([409, 'conflict']);
    expect(await refusal(await send('POST', 'short', other.body))).toEqual([400, 'malformed']);
    const boxed = { ...other.body, envelope: noise(AUTHENTICATED_BOX, 1024) };
    expect(await refusal(await send('POST', other.id, boxed))).toEqual([400, 'envelope_version']);
    const plain = await ask(`/api/referrals/${other.id}`, {
      method: 'POST',
      body: JSON.stringify(other.body),
      headers: { 'Content-Type': 'text/plain' },
    });
    expect(await refusal(plain)).toEqual([415, 'content_type']);
    expect(await countRows('threads')).toBe(1);
  });
});

describe('what PUT /api/referrals/:id refuses', () => {
  const mailbox = 'A'.repeat(43);
  const salt = 'A'.repeat(22);

  it.each(BUCKETS.filter((bucket) => bucket <= LARGEST_BUCKET.threads))(
    'takes an envelope of %i bytes of plaintext, and none a byte longer or shorter',
    async (bucket) => {
      expect((await put(randomId(), { envelope: noise(SEALED_BOX, bucket), mailbox, salt })).status).toBe(
        201,
      );
      for (const more of [-1, 1]) {
        const answer = await put(randomId(), { envelope: noise(SEALED_BOX, bucket, more), mailbox, salt });
        expect(await refusal(answer)).toEqual([400, 'envelope_size']);
      }
      expect(await countRows('threads')).toBe(1);
    },
  );

  it('takes none of a larger bucket, and reads no body that could hold the largest there is', async () => {
    const answer = (bucket: number) =>
      put(randomId(), { envelope: noise(SEALED_BOX, bucket), mailbox, salt });
    expect(await refusal(await answer(2 * LARGEST_BUCKET.threads))).toEqual([400, 'envelope_size']);
    expect(await refusal(await answer(LARGEST_BUCKET.tab))).toEqual([413, 'too_large']);
    expect(await countRows('threads')).toBe(0);
  });

  it.each([0x00, 0x03, 0x7b, 0xff])('refuses an envelope of version %i', async (version) => {
    const bytes = fromBase64url(noise(SEALED_BOX, 1024)) ?? new Uint8Array();
    bytes[0] = version;
    const answer = await put(randomId(), { envelope: toBase64url(bytes), mailbox, salt });
    expect(await refusal(answer)).toEqual([400, 'envelope_version']);
    expect(await countRows('threads')).toBe(0);
  });

  it('refuses a well-formed envelope that only the desk may write', async () => {
    const answer = await put(randomId(), { envelope: noise(AUTHENTICATED_BOX, 1024), mailbox, salt });
    expect(await refusal(answer)).toEqual([400, 'envelope_version']);
  });

  it('refuses plain text', async () => {
    const envelope = toBase64url(utf8('I need help. My name is Ana.'));
    expect(await refusal(await put(randomId(), { envelope, mailbox, salt }))).toEqual([
      400,
      'envelope_version',
    ]);
    expect(await countRows('threads')).toBe(0);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"envelope":'],
    ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['an array', '[]'],
    ['null', 'null'],
    ['no envelope', JSON.stringify({ mailbox, salt })],
    ['no mailbox', JSON.stringify({ envelope: noise(SEALED_BOX, 1024), salt })],
    ['no salt', JSON.stringify({ envelope: noise(SEALED_BOX, 1024), mailbox })],
    [
      'a salt of 15 bytes',
      JSON.stringify({ envelope: noise(SEALED_BOX, 1024), mailbox, salt: 'A'.repeat(20) }),
    ],
    [
      'a mailbox of 31 bytes',
      JSON.stringify({ envelope: noise(SEALED_BOX, 1024), mailbox: 'A'.repeat(42), salt }),
    ],
    ['base64 with padding', JSON.stringify({ envelope: `${noise(SEALED_BOX, 1024)}=`, mailbox, salt })],
    [
      'a second spelling',
      JSON.stringify({ envelope: noise(SEALED_BOX, 1024), mailbox: `${'A'.repeat(42)}B`, salt }),
    ],
    ['deeply nested JSON', '['.repeat(20_000) + ']'.repeat(20_000)],
  ])('refuses a body that is %s', async (_, body) => {
    const answer = await ask(`/api/referrals/${randomId()}`, { method: 'PUT', body });
    expect(await refusal(answer)).toEqual([400, 'malformed']);
    expect(await countRows('threads')).toBe(0);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    '',
  ])('refuses the content type "%s"', async (type) => {
    const { id, body } = await newReferral();
    expect(await refusal(await put(id, body, { 'Content-Type': type }))).toEqual([415, 'content_type']);
    expect(await countRows('threads')).toBe(0);
  });

  it('takes JSON whose content type names a charset', async () => {
    const { id, body } = await newReferral();
    expect((await put(id, body, { 'Content-Type': 'application/json; charset=utf-8' })).status).toBe(201);
  });

  it.each(['short', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}B`, '%00', '..%2f..', "'%20OR%201=1"])(
    'refuses the id %s',
    async (id) => {
      const { body } = await newReferral();
      expect(await refusal(await put(id, body))).toEqual([400, 'malformed']);
      expect(await countRows('threads')).toBe(0);
    },
  );

  it('refuses a megabyte of junk', async () => {
    const answer = await ask(`/api/referrals/${randomId()}`, {
      method: 'PUT',
      body: 'x'.repeat(1024 * 1024),
    });
    expect(await refusal(answer)).toEqual([413, 'too_large']);
    expect(await countRows('threads')).toBe(0);
  });

  it('stops reading a body without length once it is too large', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(16 * 1024).fill(0x20));
      },
    });
    const answer = await ask(`/api/referrals/${randomId()}`, { method: 'PUT', body: endless });
    expect(await refusal(answer)).toEqual([413, 'too_large']);
    expect(pulled).toBeLessThan(20);
  });

  it('does not believe a Content-Length that is too small', async () => {
    const answer = await ask(`/api/referrals/${randomId()}`, {
      method: 'PUT',
      body: new Blob(['x'.repeat(200_000)]).stream(),
      headers: { 'Content-Length': '10' },
    });
    expect(await refusal(answer)).toEqual([413, 'too_large']);
  });
});
