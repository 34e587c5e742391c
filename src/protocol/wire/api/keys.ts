import * as z from 'zod/mini';
import { KEY_ID_BYTES } from '../envelope.ts';
import { base64urlBytes } from '../fields.ts';
import { NextKeyFile } from '../next-key.ts';
import { audited } from './audit.ts';
import { Member } from './member.ts';
import type { Routes } from './route.ts';

const KeyId = base64urlBytes(KEY_ID_BYTES);

/** The centre's word that an own key is a member's, and the key that gave it. */
export const Vouch = z.object({ keyId: KeyId, signature: base64urlBytes(64) });

/** What a member has of the centre's keys, as far as the worker is told. */
export const KeyHolder = z.object({
  ...Member.shape,
  /** Their own key, X25519. */
  boxKey: base64urlBytes(32),
  vouch: z.nullable(Vouch),
  /** For each of their ways in the newest key in its vault; null where nobody has said. */
  ways: z.array(z.nullable(KeyId)),
  /** The keys that are sealed to them and wait to be taken in. */
  waiting: z.array(KeyId),
});
export type KeyHolder = z.infer<typeof KeyHolder>;

export const KeysBody = z.object({ holders: z.array(KeyHolder) });
export type KeysBody = z.infer<typeof KeysBody>;

/** A member's own key with the word for it, given in their own vault. */
export const PutVouch = z.object({ boxKey: base64urlBytes(32), ...Vouch.shape });

/** The file that hands a next key on. */
export const BringNextKey = z.object({ ...NextKeyFile.shape, ...audited });

export const KeysBroughtBody = z.object({ brought: z.int() });

/** What becomes of the centre's keys when one is replaced. */
export const keyRoutes = {
  /** Which active member has which keys. */
  keys: {
    method: 'GET',
    path: '/api/desk/keys',
    who: 'member',
    counts: null,
    body: null,
    answer: KeysBody,
    again: true,
  },
  /** Keeps the word for the own key of who asks; 409 `changed` where it is not their own key any more. */
  vouch: {
    method: 'PUT',
    path: '/api/desk/keys/own',
    otherwise: { method: 'POST', path: '/api/desk/keys/own' },
    who: 'member',
    counts: null,
    body: PutVouch,
    answer: z.object({ vouched: z.literal(true) }),
    again: true,
  },
  /** Keeps the next key for each member to whom it is sealed, until their vaults have it. */
  bringNextKey: {
    method: 'POST',
    path: '/api/desk/keys/next',
    who: 'administrator',
    counts: null,
    body: BringNextKey,
    answer: KeysBroughtBody,
    again: true,
  },
} as const satisfies Routes;
