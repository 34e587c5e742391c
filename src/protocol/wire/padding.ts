const KIB = 1024;

/** The sizes in bytes that a padded plaintext may have. A length says no more than which of these it needed. */
export const BUCKETS = [1, 2, 4, 8, 16, 32, 64].map((size) => size * KIB);

/**
 * Where an envelope comes to rest: it begins a thread, follows in one, is the desk's own in it; it goes to the next shift, to
 * another centre, into the figures, to the answers that the team has saved, to what members did; or it stays in a tab.
 */
export type Rest = keyof typeof LARGEST_BUCKET;

/**
 * The largest bucket in bytes of what rests in each place. Each holds the longest that the schemas of items allow there,
 * whatever its letters are; more would be room for junk only.
 */
export const LARGEST_BUCKET = {
  threads: 16 * KIB,
  messages: 32 * KIB,
  entries: 32 * KIB,
  handovers: 16 * KIB,
  handoffs: 32 * KIB,
  saved: 32 * KIB,
  tallies: 1 * KIB,
  acts: 1 * KIB,
  tab: 64 * KIB,
} as const;

/** The bucket that a plaintext of so many bytes needs, in bytes; undefined when none in this place is large enough. */
export function bucketFor(length: number, rest: Rest): number | undefined {
  return BUCKETS.find((bucket) => length < bucket && bucket <= LARGEST_BUCKET[rest]);
}

/**
 * Pads a plaintext to its bucket after ISO/IEC 7816-4: one byte 0x80, then zeros. At least one byte is added.
 * Gives null when the plaintext is too long for where it is to rest.
 */
export function pad(plaintext: Uint8Array, rest: Rest): Uint8Array<ArrayBuffer> | null {
  const bucket = bucketFor(plaintext.length, rest);
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
  while (padded[end] === 0) end--;
  return padded[end] === 0x80 ? new Uint8Array(padded.subarray(0, end)) : null;
}
