const KIB = 1024;

/** The sizes in bytes that a padded plaintext may have. A length says no more than which of these it needed. */
export const BUCKETS = [1, 2, 4, 8, 16, 32, 64].map((size) => size * KIB);

/** The bucket that a plaintext of so many bytes needs, in bytes; undefined when none is large enough. */
export function bucketFor(length: number): number | undefined {
  return BUCKETS.find((bucket) => length < bucket);
}

/**
 * Pads a plaintext to its bucket after ISO/IEC 7816-4: one byte 0x80, then zeros. At least one byte is added.
 * Gives null when the plaintext is longer than 65,535 bytes.
 */
export function pad(plaintext: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const bucket = bucketFor(plaintext.length);
  if (bucket === undefined) return null;
  const padded = new Uint8Array(bucket);
  padded.set(plaintext);
  padded[plaintext.length] = 0x80;
  return padded;
}

/** Takes the padding of `pad` off. Gives null when the size is no bucket or the padding is not ISO/IEC 7816-4. */
export function unpad(padded: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (!BUCKETS.includes(padded.length)) return null;
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  return padded[end] === 0x80 ? new Uint8Array(padded.subarray(0, end)) : null;
}
