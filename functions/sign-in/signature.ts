/**
 * A public key for names that nobody has, so that checking them takes the same work: that of test 1 of RFC 8032,
 * section 7.1.
 */
export const NOBODY = Uint8Array.from(
  'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'.match(/../g) ?? [],
  (hex) => Number.parseInt(hex, 16),
);

/** Whether a signature (64 bytes) of a text is by the Ed25519 key (RFC 8032, 32 bytes). */
export async function verifySignature(
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  text: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, text);
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
}
