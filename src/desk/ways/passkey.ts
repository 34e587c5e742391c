import { startAuthentication, WebAuthnAbortService } from '@simplewebauthn/browser';
import type { SignedTouch } from '../../protocol/wire/api/passkeys.ts';
import { PRF_BYTES, PRF_INPUT } from '../../protocol/wire/passkey.ts';

/**
 * Why nothing came of a touch. `none`: it was stopped, took too long, or there is no passkey; `known`: there is one of this
 * member already; `unfit`: it can't make the secret that unwraps a vault; `failed`: the device or the browser could not.
 */
export type TouchFault = 'touch_none' | 'touch_known' | 'touch_unfit' | 'touch_failed';

/** What came of a touch: a secret that unwraps a vault, with what else it gave. */
export type Touched<T> =
  | ({ ok: true; secret: Uint8Array<ArrayBuffer> } & T)
  | { ok: false; code: TouchFault };

/** Milliseconds in which somebody finds their key and touches it. */
export const TIMEOUT = 60_000;

/** What is asked of a passkey beside its signature: what makes that secret. */
export const extensions = { prf: { eval: { first: PRF_INPUT } } };

/** What extensions gave, as far as it is read here: the library and the browser declare it each in their own way. */
type ExtensionResults = { prf?: { results?: { first?: unknown } | undefined } | undefined };

/** What the `prf` extension gave, taken out of what it stood in: nothing that is sent holds it. */
export function takeSecret(results: ExtensionResults): Uint8Array<ArrayBuffer> | null {
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
export function faultOf(error: unknown): TouchFault {
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
