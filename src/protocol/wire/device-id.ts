import { toBase64url, utf8 } from './bytes.ts';
import { sha256 } from './sha256.ts';

/** The id under which a device that takes push is a way to ring: of its address, so that it is one way once (base64url). */
export async function deviceIdOf(endpoint: string): Promise<string> {
  return toBase64url((await sha256(utf8(endpoint))).slice(0, 16));
}
