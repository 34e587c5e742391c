import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendPush } from '../../../functions/bell/channels/push.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { newDevice, type PushDevice, pushService, vapidKeys } from '../../support/push-service.ts';

const HOST = 'https://push.example';
let vapid: Awaited<ReturnType<typeof vapidKeys>>;
let service: ReturnType<typeof pushService>;
let device: PushDevice;

beforeEach(async () => {
  vapid = await vapidKeys();
  service = pushService(vapid.publicKey);
  device = await newDevice(`${HOST}/send/${randomId()}`);
  service.add(device);
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => service.fetch(new Request(input, init)));
});
afterEach(() => void vi.restoreAllMocks());

const send = (ring: string, to: PushDevice = device) =>
  sendPush(
    { ...env, VAPID_KEY: vapid.VAPID_KEY },
    { endpoint: to.endpoint, p256dh: to.p256dh, auth: to.auth },
    ring,
  );

it('brings a device the id of the ring, and nothing else', async () => {
  const ring = randomId();
  expect(await send(ring)).toBe('rang');
  expect(service.pushed.map(({ text }) => text)).toEqual([ring]);
});

it('is of one size and has the same headers whatever rings, but for who signs and when', async () => {
  await send(randomId());
  await send(randomId());
  const [one, other] = service.pushed;
  expect(one?.bytes).toBe(4096);
  expect(other?.bytes).toBe(4096);
  const same = ({ headers: { authorization: _, ...headers } }: (typeof service.pushed)[number]) => headers;
  expect(one && same(one)).toEqual(other && same(other));
  expect(one?.headers).toMatchObject({ urgency: 'high', topic: 'desk', ttl: '600' });
});

it('is signed for that service alone, with an address to write to', async () => {
  await send(randomId());
  expect(service.pushed[0]?.vapid).toMatchObject({ aud: HOST, sub: `https://${env.DESK_HOST}` });
});

describe('where it does not get through', () => {
  it.each([404, 410])('says at %d that there is nobody any more', async (status) => {
    service.refuse = status;
    expect(await send(randomId())).toBe('gone');
  });

  it.each([301, 400, 403, 413, 429, 500, 503])('says at %d that it failed', async (status) => {
    service.refuse = status;
    expect(await send(randomId())).toBe('failed');
  });

  it('says so too when the service does not answer', async () => {
    vi.mocked(fetch).mockRejectedValue(new TypeError('network'));
    expect(await send(randomId())).toBe('failed');
  });

  it('says so too when it is not set up, or the device has keys that are none', async () => {
    for (const VAPID_KEY of [undefined, '', vapid.publicKey]) {
      expect(await sendPush({ ...env, VAPID_KEY }, device, randomId())).toBe('failed');
    }
    expect(await send(randomId(), { ...device, p256dh: 'AAAA' })).toBe('failed');
    expect(service.pushed).toEqual([]);
  });

  it('is not sent without encryption', async () => {
    expect(await send(randomId(), { ...device, endpoint: 'http://push.example/send/1' })).toBe('failed');
    expect(fetch).not.toHaveBeenCalled();
  });
});
