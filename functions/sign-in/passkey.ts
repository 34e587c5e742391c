import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { NewPasskey, SignedTouch } from '../../src/protocol/wire/api/passkeys.ts';
import { fromBase64url } from '../../src/protocol/wire/bytes.ts';

/** Signatures that are taken, by their COSE numbers: Ed25519, ECDSA with P-256, RSA of PKCS #1 v1.5 with SHA-256. */
const ALGORITHMS = [-8, -7, -257];

/** Where a passkey is of use: at the desk's own host, by pages of its own origin, and with a finger, face or PIN. */
const at = (origin: string) => ({
  expectedOrigin: origin,
  expectedRPID: new URL(origin).hostname,
  requireUserVerification: true,
});

/** Reads a new passkey; null where anything of it is not as it must be. `isOurs` says whether its challenge is. */
export async function readNewPasskey(
  { credential: id, clientData, attestation }: NewPasskey,
  origin: string,
  isOurs: (challenge: string) => Promise<boolean>,
): Promise<{ credential: Uint8Array; publicKey: Uint8Array; counter: number } | null> {
  try {
    const read = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON: clientData, attestationObject: attestation },
        clientExtensionResults: {},
      },
      expectedChallenge: isOurs,
      supportedAlgorithmIDs: ALGORITHMS,
      ...at(origin),
    });
    const { credential } = read.registrationInfo ?? {};
    const bytes = fromBase64url(id);
    if (!read.verified || credential?.id !== id || !bytes) return null;
    return { credential: bytes, publicKey: credential.publicKey, counter: credential.counter };
  } catch {
    return null;
  }
}

/** What a passkey counted to when it signed; null where the signature is not its own, or not for here and now. */
export async function readTouch(
  { credential: id, clientData, authenticatorData, signature }: SignedTouch,
  known: { publicKey: Uint8Array<ArrayBuffer>; counter: number },
  origin: string,
  isOurs: (challenge: string) => Promise<boolean>,
): Promise<{ counter: number } | null> {
  try {
    const read = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON: clientData, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: isOurs,
      credential: { id, ...known },
      ...at(origin),
    });
    return read.verified ? { counter: read.authenticationInfo.newCounter } : null;
  } catch {
    return null;
  }
}
