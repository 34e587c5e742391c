/**
 * A BLOB as statements take it, by `unhex(?)`, and give it, by `hex(column)`. Bytes as such cross D1's border written out
 * as numbers between commas, which takes several times as long.
 */
export type Hex = string;

/** Bytes as a statement takes them. */
export function hexOf(bytes: Uint8Array): Hex {
  return bytes.toHex();
}

/** A BLOB as bytes. */
export function hexBytes(hex: Hex): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromHex(hex);
}

/** A BLOB as base64url. */
export function hexText(hex: Hex): string {
  return hexBytes(hex).toBase64({ alphabet: 'base64url', omitPadding: true });
}
