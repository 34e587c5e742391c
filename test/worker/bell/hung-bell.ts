import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import { Bell } from '../../../functions/bell/bell.ts';
import type { OnDuty, Reachable } from '../../../functions/bell/on-duty.ts';
import { sweepBell } from '../../../functions/bell/sweep-bell.ts';
import type { Bindings } from '../../../functions/env.ts';
import { sealAddress } from '../../../functions/secrets/sealed-address.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { throwAwaySecret } from '../../../tools/serve/local-secrets.ts';
import { newDevice, vapidKeys } from '../../support/push-service.ts';

export const WEBHOOK = 'https://watch.test/desk';
export const WEBHOOK_SECRET = `whsec_${btoa('a secret of the tests, 32 bytes!')}`;
export const CALL_TOKEN = 'token-of-the-provider';
export const PROVIDER = 'https://calls.test';
const PUSH = 'https://push.test';

/** The bindings of a worker whose bell has every channel that needs no member's browser. */
export const RINGS = {
  WEBHOOK_URL: WEBHOOK,
  WEBHOOK_SECRET,
  VAPID_KEY: (await vapidKeys()).VAPID_KEY,
  CALL_API: PROVIDER,
  CALL_ACCOUNT: 'AC1',
  CALL_TOKEN,
  CALL_FROM: '+3220000000',
  CALL_BACK: 'https://pag-asa.test',
  ALERT_SECRET: throwAwaySecret(),
  PULSE_TOKEN: 'pulse',
} satisfies Partial<Bindings>;

/** A request that went out: to whom, and what it carried. */
export type Sent = { to: 'webhook' | 'push' | 'call' | 'mail'; at: number; headers: Headers; body: string };

/** How a channel answers; `hangs`: never. */
export type Answers = 'well' | 'errors' | 'gone' | 'down' | 'hangs';

/** The member whose telephone has a number. */
export async function memberWith(number: string): Promise<Reachable> {
  const id = randomId();
  const address = await sealAddress(RINGS, id, number);
  return { id: randomId(), ways: [{ id, channel: 'call', address: address ?? '' }] };
}

/** The same, with a browser that takes push as well. */
export async function memberWithPush(number: string): Promise<Reachable> {
  const member = await memberWith(number);
  const [id, { endpoint, p256dh, auth }] = [randomId(), await newDevice(`${PUSH}/${randomId()}`)];
  const address = await sealAddress(RINGS, id, JSON.stringify({ endpoint, p256dh, auth }), 'push');
  return { ...member, ways: [{ id, channel: 'push', address: address ?? '' }, ...member.ways] };
}

/** What stands around a bell in a test. */
export type Hung = {
  bell: Bell;
  /** What went out, in its order. */
  sent: Sent[];
  /** How each channel answers from now on. */
  answers: Record<Sent['to'], Answers>;
  /** The worker's bindings, with this bell. */
  bindings: Bindings;
  /** Lets so many seconds pass, with every alarm that comes due, and a sweep each minute where it is told to. */
  pass: (seconds: number, sweep?: boolean) => Promise<void>;
};

const STATUS: Record<Exclude<Answers, 'down' | 'hangs'>, number> = { well: 201, errors: 503, gone: 410 };

/**
 * Hangs up a bell of the test's own, with a clock of its own, and lets a test use it. Nothing that it sends leaves: each
 * request is kept, and answered as the test says.
 */
export async function withBell(
  duty: () => OnDuty | Promise<OnDuty>,
  act: (hung: Hung) => Promise<void>,
  more: Partial<Bindings> = {},
): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2036, 0, 1) });
  const sent: Sent[] = [];
  const answers: Hung['answers'] = { webhook: 'well', push: 'well', call: 'well', mail: 'well' };
  const send = (to: Sent['to'], headers: Headers, body: string): number => {
    sent.push({ to, at: Math.floor(Date.now() / 1000), headers, body });
    const how = answers[to];
    if (how === 'down' || how === 'hangs') throw new TypeError('Network connection lost.');
    return STATUS[how];
  };
  const MAIL = {
    send: async (mail: unknown) => {
      if (send('mail', new Headers(), JSON.stringify(mail)) > 299) throw new Error('refused');
      return { messageId: 'x' };
    },
  } as SendEmail;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const other = url.startsWith(PUSH) ? 'push' : 'call';
    const to = url === WEBHOOK ? 'webhook' : other;
    if (answers[to] === 'hangs') await new Promise((done) => init.signal?.addEventListener('abort', done));
    const status = send(to, new Headers(init.headers), String(init.body));
    return new Response('{}', { status });
  });
  const stub = env.BELL.getByName(randomId());
  await runInDurableObject(stub, async (_, state) => {
    const rings = {
      ...env,
      ...RINGS,
      MAIL,
      MAIL_FROM: 'desk@pag-asa.test',
      MAIL_TO: 'all@pag-asa.test',
      ...more,
    };
    const bell = new Bell(state, rings, async () => duty());
    const BELL = { getByName: () => bell } as unknown as Bindings['BELL'];
    const bindings: Bindings = { ...rings, BELL };
    const pass: Hung['pass'] = async (seconds, sweep = false) => {
      const end = Date.now() + seconds * 1000;
      while (Date.now() < end || seconds === 0) {
        for (let turns = 0; turns < 9; turns++) {
          const alarm = await state.storage.getAlarm();
          if (alarm === null || alarm > Date.now()) break;
          await bell.alarm();
        }
        if (sweep && Date.now() % 60_000 === 0)
          await sweepBell(bindings, Date.now() / 1000, async () => duty());
        if (seconds === 0) return;
        vi.setSystemTime(Date.now() + 1000);
      }
    };
    try {
      await act({ bell, sent, answers, bindings, pass });
    } finally {
      await state.storage.deleteAlarm();
    }
  });
  vi.unstubAllGlobals();
  vi.useRealTimers();
}
