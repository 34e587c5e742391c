import { startRegistration } from '@simplewebauthn/browser';
import type { NewPasskey } from '../../protocol/wire/api/passkeys.ts';
import { toBase64url } from '../../protocol/wire/bytes.ts';
import {
  extensions,
  faultOf,
  forgetPasskey,
  hasPasskeys,
  TIMEOUT,
  type Touched,
  takeSecret,
  touchPasskey,
} from './passkey.ts';

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
