import * as z from 'zod/mini';

/** A zod field: at most so many characters of base64url; the library that reads them says what they must hold. */
const encoded = (most: number) => z.string().check(z.maxLength(most), z.regex(/^[A-Za-z0-9_-]+$/));

/** The id of a credential: what an authenticator calls a passkey. At most 1023 bytes (WebAuthn, section 4). */
export const CredentialId = encoded(1364);

/**
 * A new passkey, as `navigator.credentials.create` made it (WebAuthn, section 5.2.1). What extensions gave is not among it:
 * it holds what unwraps a vault, and never leaves the page. So nothing else may stand here.
 */
export const NewPasskey = z.strictObject({
  credential: CredentialId,
  clientData: encoded(4096),
  attestation: encoded(16_384),
});
export type NewPasskey = z.infer<typeof NewPasskey>;

/** What a passkey signed, as `navigator.credentials.get` made it (WebAuthn, section 5.2.2). Nothing else, as above. */
export const SignedTouch = z.strictObject({
  credential: CredentialId,
  clientData: encoded(4096),
  authenticatorData: encoded(2048),
  signature: encoded(2048),
});
export type SignedTouch = z.infer<typeof SignedTouch>;
