/**
 * SHA-256 (FIPS 180-4), 32 bytes. Of a token it is all that the worker stores: of a mailbox, an invitation, a session.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
