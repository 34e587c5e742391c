import { utf8 } from './bytes.ts';
import { normaliseName } from './member-name.ts';

/**
 * What a member signs (Ed25519) to sign in: it names the purpose, the origin, the member and the worker's challenge,
 * so that a signature made for one place or moment is of no use in another. The name is signed in its one spelling.
 */
export function signInText(origin: string, name: string, challenge: string): Uint8Array<ArrayBuffer> {
  return utf8(['PAG-ASA desk sign-in v1', origin, normaliseName(name), challenge].join('\n'));
}
