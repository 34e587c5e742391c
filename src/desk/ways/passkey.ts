import { startAuthentication, startRegistration, WebAuthnAbortService } from '@simplewebauthn/browser';
import type { NewPasskey, SignedTouch } from '../../protocol/wire/api/passkeys.ts';
import { toBase64url } from '../../protocol/wire/bytes.ts';
import { PRF_BYTES, PRF_INPUT } from '../../protocol/wire/passkey.ts';

/**
 * Why nothing came of a touch. `none`: it was stopped, took too long, or there is no passkey; `known`: there is one of this
 * member already; `unfit`: it can't make the secret that unwraps a vault; `failed`: the device or the browser could not.
 */
export type TouchFault = 'touch_none' | 'touch_known' | 'touch_unfit' | 'touch_failed';

type Touched<T> = ({ ok: true; secret: Uint8Array<ArrayBuffer> } & T) | { ok: false; code: TouchFault };

/** Milliseconds in which somebody finds their key and touches it. */
const TIMEOUT = 60_000;

const extensions = { prf: { eval: { first: PRF_INPUT } } };

/** What extensions gave, as far as it is read here: the library and the browser declare it each in their own way. */
type ExtensionResults = { prf?: { results?: { first?: unknown } | undefined } | undefined };

/** What the `prf` extension gave, taken out of what it stood in: nothing that is sent holds it. */
function takeSecret(results: ExtensionResults): Uint8Array<ArrayBuffer> | null {
  const first = results.prf?.results?.first;
  delete results.prf;
  const given =
    first instanceof ArrayBuffer
      ? new Uint8Array(first)
      : ArrayBuffer.isView(first)
        ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
        : null;
  if (given?.length !== PRF_BYTES) return null;
  const secret = Uint8Array.from(given);
  given.fill(0);
  return secret;
}

/** A fault of the browser, by its name: https://www.w3.org/TR/webauthn-3/#sctn-op-get-assertion and the others there. */
function faultOf(error: unknown): TouchFault {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'AbortError':
      return 'touch_none';
    case 'InvalidStateError':
      return 'touch_known';
    default:
      return 'touch_failed';
  }
}

/** Stops waiting for a touch. */
export const stopTouch = () => WebAuthnAbortService.cancelCeremony();

/**
 * Signs a challenge with a passkey of this host and gives its secret: with whichever the person picks, or with `credential`
 * alone.
 */
export async function touchPasskey(
  challenge: string,
  credential?: string,
): Promise<Touched<{ signed: SignedTouch }>> {
  try {
    const optionsJSON = {
      challenge,
      rpId: location.hostname,
      timeout: TIMEOUT,
      userVerification: 'required',
      extensions,
      ...(credential !== undefined && {
        allowCredentials: [{ id: credential, type: 'public-key' } as const],
      }),
    } as const;
    const { id, response, clientExtensionResults } = await startAuthentication({ optionsJSON });
    const secret = takeSecret(clientExtensionResults);
    const { clientDataJSON: clientData, authenticatorData, signature } = response;
    const signed = { credential: id, clientData, authenticatorData, signature };
    return secret ? { ok: true, secret, signed } : { ok: false, code: 'touch_unfit' };
  } catch (error) {
    return { ok: false, code: faultOf(error) };
  }
}

/** Whose a new passkey is: the member's id (base64url) and name, and the passkeys that they have. */
export type Owner = { id: string; name: string; known: readonly string[] };

/**
 * Makes a passkey that can be found without a name, and gives its secret. Where a device gives that only when it signs
 * (WebAuthn, section 10.1.4), `again` is called and one more touch asked for. One that can't give it is forgotten, as far as
 * the device lets a page say so.
 */
export async function makePasskey(
  challenge: string,
  owner: Owner,
  again: () => void,
): Promise<Touched<{ passkey: NewPasskey }>> {
  try {
    const optionsJSON = {
      challenge,
      rp: { id: location.hostname, name: document.title },
      user: { id: owner.id, name: owner.name, displayName: owner.name },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' }) as const),
      excludeCredentials: owner.known.map((id) => ({ id, type: 'public-key' }) as const),
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      attestation: 'none',
      timeout: TIMEOUT,
      extensions,
    } as const;
    const { id, response, clientExtensionResults } = await startRegistration({
      optionsJSON: { ...optionsJSON, pubKeyCredParams: [...optionsJSON.pubKeyCredParams] },
    });
    const enabled = clientExtensionResults.prf?.enabled === true;
    const { clientDataJSON: clientData, attestationObject: attestation } = response;
    const passkey = { credential: id, clientData, attestation };
    const secret = takeSecret(clientExtensionResults);
    if (secret) return { ok: true, secret, passkey };
    if (enabled) {
      again();
      const touched = await touchPasskey(toBase64url(crypto.getRandomValues(new Uint8Array(32))), id);
      if (touched.ok) return { ok: true, secret: touched.secret, passkey };
      await forgetPasskey(id);
      return touched;
    }
    await forgetPasskey(id);
    return { ok: false, code: 'touch_unfit' };
  } catch (error) {
    return { ok: false, code: faultOf(error) };
  }
}

/** Tells the device that a passkey opens nothing here, so that it does not offer it again. Not every browser can. */
export async function forgetPasskey(credential: string): Promise<void> {
  try {
    await PublicKeyCredential.signalUnknownCredential?.({
      rpId: location.hostname,
      credentialId: credential,
    });
  } catch {
    // It stays on the device, and opens nothing.
  }
}

/** Whether the browser knows of passkeys at all. */
export const hasPasskeys = () => typeof PublicKeyCredential !== 'undefined';

/** What the browser says of itself before anything is tried; `null` where it does not say. */
export async function canTouch(): Promise<boolean | null> {
  if (!hasPasskeys()) return false;
  try {
    const can = await PublicKeyCredential.getClientCapabilities?.();
    return can?.['extension:prf'] ?? null;
  } catch {
    return null;
  }
}
