import * as z from 'zod/mini';
import { KEY_ID_BYTES } from '../envelope.ts';
import { base64urlBytes, Id } from '../fields.ts';
import { PassphraseKdf } from '../passphrase-kdf.ts';
import { audited, JustAct } from './audit.ts';
import { StoredBody, Time } from './fields.ts';
import { CredentialId, NewPasskey } from './passkeys.ts';
import type { Routes } from './route.ts';
import { WrappedVault } from './vault-text.ts';

/** How many ways in a member should have: with one alone, a lost paper or telephone shuts them out. */
export const WANTED_WAYS = 2;
/** The most ways in that a member has, and how many of them are passphrases. */
export const MOST_WAYS = 8;
export const MOST_PASSPHRASES = 2;

/** What a member calls a passkey, so that they know which to remove. */
export const WayName = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(40), z.regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u));

/** The id of the newest key in a wrapped vault, as whoever wrapped it says. */
const NewestKey = base64urlBytes(KEY_ID_BYTES);

/** A way in of a member, as they see it. */
export const WayIn = z.object({
  id: Id,
  kind: z.enum(['passphrase', 'passkey']),
  /** Empty for a passphrase. */
  name: z.string(),
  madeAt: Time,
  /** The day on which it last let somebody in, in days since 1970. */
  usedDay: z.nullable(z.int()),
  newestKey: z.nullable(NewestKey),
  /** Of a passkey. */
  credential: z.optional(CredentialId),
});
export type WayIn = z.infer<typeof WayIn>;

/** The ways in of a member, oldest first, and how a further passphrase of theirs is stretched: as the one before it. */
export const WaysBody = z.object({ ways: z.array(WayIn), kdf: z.nullable(PassphraseKdf) });
export type WaysBody = z.infer<typeof WaysBody>;

const wrapped = { vault: WrappedVault, newestKey: NewestKey };

/** A passkey, with the vault that it unwraps. */
export const PutPasskey = z.object({ name: WayName, passkey: NewPasskey, ...wrapped, ...audited });
export type PutPasskey = z.infer<typeof PutPasskey>;

/** A further passphrase, with the vault that it unwraps. */
export const PutPassphrase = z.object({
  publicKey: base64urlBytes(32),
  kdf: PassphraseKdf,
  ...wrapped,
  ...audited,
});
export type PutPassphrase = z.infer<typeof PutPassphrase>;

/** A vault that was wrapped anew, with keys that came since. */
export const PutVault = z.object({ ...wrapped, ...audited });
export type PutVault = z.infer<typeof PutVault>;

/** The challenge that a new passkey signs. */
export const PasskeyChallengeBody = z.object({ challenge: z.string().check(z.maxLength(200)) });

/** What a member does with their own ways in. Nobody sees or changes those of others. */
export const wayRoutes = {
  ways: {
    method: 'GET',
    path: '/api/desk/ways',
    who: 'member',
    counts: null,
    body: null,
    answer: WaysBody,
    again: true,
  },
  passkeyChallenge: {
    method: 'GET',
    path: '/api/desk/ways/challenge',
    who: 'member',
    counts: 'sign-in',
    body: null,
    answer: PasskeyChallengeBody,
    again: true,
  },
  /** Adds a passkey under an id of the browser's choice; 409 `conflict` where there are as many as may be. */
  addPasskey: {
    method: 'PUT',
    path: '/api/desk/ways/:id/passkey',
    otherwise: { method: 'POST', path: '/api/desk/ways/:id/passkey' },
    who: 'member',
    counts: 'sign-in',
    body: PutPasskey,
    answer: StoredBody,
    again: true,
  },
  addPassphrase: {
    method: 'PUT',
    path: '/api/desk/ways/:id/passphrase',
    otherwise: { method: 'POST', path: '/api/desk/ways/:id/passphrase' },
    who: 'member',
    counts: 'sign-in',
    body: PutPassphrase,
    answer: StoredBody,
    again: true,
  },
  /** Wraps the vault of one of their ways anew. */
  rewrap: {
    method: 'PUT',
    path: '/api/desk/ways/:id/vault',
    otherwise: { method: 'POST', path: '/api/desk/ways/:id/vault' },
    who: 'member',
    counts: null,
    body: PutVault,
    answer: StoredBody,
    again: true,
  },
  /** Removes a way in and ends every other session of the member; 409 `conflict` where it is their last. */
  removeWay: {
    method: 'DELETE',
    path: '/api/desk/ways/:id',
    otherwise: { method: 'POST', path: '/api/desk/ways/:id/remove' },
    who: 'member',
    counts: null,
    body: JustAct,
    answer: StoredBody,
    again: true,
  },
} as const satisfies Routes;
