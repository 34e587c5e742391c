import { expect, it } from 'vitest';
import type { OnDuty } from '../../../functions/bell/on-duty.ts';
import { askWith, ORIGIN } from '../support/ask.ts';
import { newReferral } from '../support/referral.ts';
import { emptyStore } from '../support/rows.ts';
import { CALL_TOKEN, type Hung, memberWith, PROVIDER, RINGS, withBell } from './hung-bell.ts';

const ana = await memberWith('+32470000001');
const TEAM: OnDuty = { first: ana, backup: null, everyone: [ana] };

/** The signature of a provider, worked out by another way than the worker's. */
async function signed(url: string, form: Record<string, string>, token = CALL_TOKEN): Promise<string> {
  const text = Object.keys(form)
    .sort()
    .reduce((all, name) => all + name + form[name], url);
  const encoder = new TextEncoder();
  const how = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(token), how, false, ['sign']);
  return btoa(
    String.fromCharCode(...new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)))),
  );
}

/** Rings, and gives the address that the provider was told to ask. */
async function rung(hung: Hung): Promise<string> {
  await emptyStore();
  const { id, body } = await newReferral();
  await askWith(hung.bindings, `/api/referrals/${id}`, { method: 'PUT', json: body });
  await hung.pass(1);
  const call = hung.sent.find(({ to }) => to === 'call');
  return new URLSearchParams(call?.body).get('Url') ?? '';
}

/** Asks as the provider does. */
async function provider(
  { bindings }: Hung,
  url: string,
  form: Record<string, string>,
  signature?: string,
): Promise<{ status: number; text: string; type: string | null }> {
  const answer = await askWith(bindings, new URL(url).pathname, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': signature ?? (await signed(url, form)),
    },
  });
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('Content-Type') };
}

const answeredBy = async ({ bell }: Hung) => (await bell.status()).ringing?.answered?.by ?? null;

it('has the first called as the provider takes it, with nothing of what waits', async () => {
  await withBell(
    () => TEAM,
    async (hung) => {
      const url = await rung(hung);
      expect(url).toMatch(new RegExp(`^${ORIGIN}/api/voice/[\\w-]{22}$`));
      const call = hung.sent.find(({ to }) => to === 'call');
      expect(call?.headers.get('Authorization')).toBe(`Basic ${btoa(`AC1:${CALL_TOKEN}`)}`);
      expect(Object.fromEntries(new URLSearchParams(call?.body))).toEqual({
        To: '+32470000001',
        From: RINGS.CALL_FROM,
        Url: url,
        Method: 'POST',
        Timeout: '25',
      });
      expect(PROVIDER).toBe(RINGS.CALL_API);
    },
  );
});

it('says that something waits, in three languages, and takes one digit', async () => {
  await withBell(
    () => TEAM,
    async (hung) => {
      const said = await provider(hung, await rung(hung), { CallSid: 'CA1', CallStatus: 'in-progress' });
      expect(said).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8' });
      expect(said.text.match(/<Gather input="dtmf" numDigits="1"/g)).toHaveLength(3);
      for (const tag of ['nl-NL', 'fr-FR', 'en-GB']) expect(said.text).toContain(`<Say language="${tag}">`);
      expect(await answeredBy(hung)).toBeNull();
    },
  );
});

it('is answered by 1 alone', async () => {
  await withBell(
    () => TEAM,
    async (hung) => {
      const url = await rung(hung);
      for (const Digits of ['0', '2', '#', '*', '11', '']) {
        const said = await provider(hung, url, { CallSid: 'CA1', Digits });
        expect(said.text).toContain('<Gather');
        expect(await answeredBy(hung)).toBeNull();
      }
      const said = await provider(hung, url, { CallSid: 'CA1', Digits: '1' });
      expect(said.text).toContain('<Hangup/>');
      expect(await answeredBy(hung)).toBe(ana.id);
      await hung.pass(590);
      expect(hung.sent.filter(({ to }) => to === 'call')).toHaveLength(1);
    },
  );
});

it('is there for nobody but the provider', async () => {
  await withBell(
    () => TEAM,
    async (hung) => {
      const url = await rung(hung);
      const form = { CallSid: 'CA1', Digits: '1' };
      const wrong = [
        '',
        await signed(url, form, 'another token'),
        await signed(url, { ...form, Digits: '2' }),
        await signed(`${url}x`, form),
      ];
      for (const signature of wrong) {
        expect((await provider(hung, url, form, signature)).status).toBe(404);
      }
      const none = { ...hung, bindings: { ...hung.bindings, CALL_TOKEN: undefined } };
      expect((await provider(none, url, form)).status).toBe(404);
      expect(await answeredBy(hung)).toBeNull();
    },
  );
});

it('of another call, or of one that is over, answers nothing', async () => {
  await withBell(
    () => TEAM,
    async (hung) => {
      const url = await rung(hung);
      const other = `${ORIGIN}/api/voice/${'A'.repeat(22)}`;
      expect((await provider(hung, other, { Digits: '1' })).text).toContain('<Hangup/>');
      expect(await answeredBy(hung)).toBeNull();
      await emptyStore();
      await hung.pass(61);
      expect((await provider(hung, url, { Digits: '1' })).text).toContain('<Hangup/>');
      expect((await hung.bell.status()).ringing).toBeNull();
    },
  );
});
