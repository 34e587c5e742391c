import { toBase64url } from '../../src/protocol/wire/bytes.ts';

/** A BLOB as D1 gives it: its bytes as numbers. */
export type Blob = number[];

/** A BLOB as bytes. */
export function blobBytes(blob: Blob): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(blob);
}

/** A BLOB as base64url. */
export function blobText(blob: Blob): string {
  return toBase64url(blobBytes(blob));
}
