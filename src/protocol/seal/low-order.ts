/**
 * Every X25519 public key of low order, but for bit 255, which doesn't count: 0, 1, two of order 8, p - 1, p and p + 1,
 * little-endian, as libsodium has them (crypto_scalarmult/curve25519/ref10).
 */
const LOW_ORDER = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
];

/**
 * Whether an X25519 public key (32 bytes) is of low order: whatever the secret key, the shared key is then all zeros, and
 * anybody could open what is boxed to it. https://www.rfc-editor.org/rfc/rfc7748#section-6.1
 */
export function isLowOrder(publicKey: Uint8Array): boolean {
  const hex = Array.from(publicKey, (byte, index) => (index === 31 ? byte & 0x7f : byte))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return LOW_ORDER.includes(hex);
}
