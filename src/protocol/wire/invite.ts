import * as z from 'zod/mini';
import { toBase64url, utf8 } from './bytes.ts';
import { sha256 } from './sha256.ts';

/** Seconds in which an invitation can be taken: three days; one that gives a member a new way in, an hour. */
export const INVITE_LIFETIME = 3 * 24 * 60 * 60;
export const NEW_WAY_LIFETIME = 60 * 60;

/** A zod field: the code of an invitation, sixteen digits as those of a receipt. It carries no key, and opens nothing. */
export const InviteCode = z.string().check(z.regex(/^\d{16}$/));

/** The id by which everybody but the invited knows an invitation: the first 16 bytes of SHA-256 of a label and its code. */
export async function inviteIdOf(code: string): Promise<string> {
  return toBase64url((await sha256(utf8(`PAG-ASA invitation v1\n${code}`))).slice(0, 16));
}
