import { utf8 } from '../../../src/protocol/wire/bytes.ts';
import type { Bindings } from '../../env.ts';
import { sameSecret } from '../../secrets/same-secret.ts';
import { openAddress } from '../../secrets/sealed-address.ts';
import type { Rung } from '../on-duty.ts';
import type { Channel } from './channel.ts';
import { isSafeAddress, post } from './post.ts';

type Provider = Pick<Bindings, 'CALL_API' | 'CALL_ACCOUNT' | 'CALL_TOKEN' | 'CALL_FROM' | 'CALL_BACK'>;

/** Seconds for which a telephone rings: shorter than until most voicemails answer. */
const RINGS_FOR = 25;

/** The address at which a provider asks what to do with a call; null where none is set up. */
function answerAddress({ CALL_BACK }: Provider, call: string): string | null {
  return CALL_BACK && isSafeAddress(CALL_BACK) ? `${new URL(CALL_BACK).origin}/api/voice/${call}` : null;
}

/**
 * Has a number called by the provider, as Twilio's REST API takes it (Calls, version 2010-04-01): what is said stands at our
 * own address, by the id of the call. `rang`: the provider took it.
 */
export async function placeCall(bindings: Provider, to: string, call: string): Promise<Rung> {
  const { CALL_API, CALL_ACCOUNT, CALL_TOKEN, CALL_FROM } = bindings;
  const url = answerAddress(bindings, call);
  if (!CALL_API || !CALL_ACCOUNT || !CALL_TOKEN || !CALL_FROM || !url) return 'failed';
  const account = encodeURIComponent(CALL_ACCOUNT);
  return post(`${CALL_API.replace(/\/+$/, '')}/2010-04-01/Accounts/${account}/Calls.json`, {
    headers: {
      Authorization: `Basic ${btoa(`${CALL_ACCOUNT}:${CALL_TOKEN}`)}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      To: to,
      From: CALL_FROM,
      Url: url,
      Method: 'POST',
      Timeout: String(RINGS_FOR),
    }).toString(),
  });
}

/** Whether calls are set up. */
export const canCall = (bindings: Provider): boolean =>
  Boolean(bindings.CALL_API && bindings.CALL_ACCOUNT && bindings.CALL_TOKEN && bindings.CALL_FROM) &&
  answerAddress(bindings, '') !== null;

/** Calls a member on their number, which rests sealed. */
export const call: Channel = async (bindings, way, ring) => {
  const number = await openAddress(bindings, way.id, way.address);
  return number === null ? 'failed' : placeCall(bindings, number, ring.id);
};

/**
 * Whether what asks about a call is the provider: its signature is HMAC-SHA1 under the account's token of our address with
 * every name and value of the form behind it, in the order of the names, base64 (Twilio, "Validating requests").
 */
export async function askedByProvider(
  bindings: Provider,
  call: string,
  form: URLSearchParams,
  signature: string,
): Promise<boolean> {
  const { CALL_TOKEN } = bindings;
  const url = answerAddress(bindings, call);
  if (!CALL_TOKEN || !url) return false;
  const pairs = [...form].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const signed = utf8(url + pairs.flat().join(''));
  const how = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', utf8(CALL_TOKEN), how, false, ['sign']);
  const own = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign('HMAC', key, signed))));
  return sameSecret(own, signature);
}
