import { env } from 'cloudflare:workers';
import nacl from 'tweetnacl';
import { drawInviteSecret, INVITE_LIFETIME, inviteKeys } from '../../../src/protocol/keys/invite.ts';
import { vaultOf, wrapVault } from '../../../src/protocol/keys/vault.ts';
import {
  ChallengeBody,
  type PostMember,
  type PostSession,
  SESSION_HEADER,
  SessionBody,
} from '../../../src/protocol/wire/api/door.ts';
import type { Role } from '../../../src/protocol/wire/api/member.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { newPassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { signInText } from '../../../src/protocol/wire/sign-in.ts';
import { ask, DESK } from './ask.ts';
import { centre } from './referral.ts';

const vault = vaultOf([centre]);

/** Puts an invitation into the store, as the tools do, and gives its token (base64url) and wrapped vault. */
export async function newInvite(role: Role = 'member'): Promise<{ token: string; vault: string }> {
  const { token, wrappingKey } = inviteKeys(fromBase64url(drawInviteSecret()) ?? new Uint8Array());
  const wrapped = wrapVault(vault, wrappingKey);
  const hash = await sha256(token);
  const at = Math.floor(Date.now() / 1000);
  await env.DB.prepare(
    'INSERT INTO invites (token_hash, role, vault, created_at, expires_at) VALUES (?, ?, ?, ?, ?)',
  )
    .bind(hash, role, wrapped, at, at + INVITE_LIFETIME)
    .run();
  return { token: toBase64url(token), vault: toBase64url(wrapped) };
}

/** A member to be, and the key pair that a passphrase would give. */
export function newMember(token: string, name = `Member ${randomId().replaceAll(/\W|_/g, '')}`) {
  const keys = nacl.sign.keyPair();
  const wrapped = wrapVault(vault, nacl.randomBytes(32));
  const body: PostMember = {
    token,
    id: randomId(),
    name,
    publicKey: toBase64url(keys.publicKey),
    kdf: newPassphraseKdf(),
    vault: toBase64url(wrapped),
  };
  return { body, keys };
}

/** Makes a member through an invitation. */
export async function joinedMember(name?: string, role: Role = 'member') {
  const { token } = await newInvite(role);
  const member = newMember(token, name);
  const answer = await ask('/api/desk/members', { json: member.body });
  if (answer.status !== 201) throw new Error(`The member was refused: ${answer.status}`);
  return member;
}

/** Asks for a challenge for a name. */
export async function askChallenge(name: string): Promise<ChallengeBody> {
  const answer = await ask('/api/desk/challenge', { json: { name } });
  return ChallengeBody.parse(await answer.json());
}

/** A sign-in: the challenge signed for the origin and name. */
export function signedIn(name: string, challenge: string, secretKey: Uint8Array, origin = DESK): PostSession {
  const signature = nacl.sign.detached(signInText(origin, name, challenge), secretKey);
  return { name, challenge, signature: toBase64url(signature) };
}

/** Signs a member in and gives the headers that carry the session; without one when the member is refused. */
export async function sessionOf(member: Awaited<ReturnType<typeof joinedMember>>) {
  const { name } = member.body;
  const { challenge } = await askChallenge(name);
  const answer = await ask('/api/desk/session', {
    json: signedIn(name, challenge, member.keys.secretKey),
  });
  return headersOf(answer);
}

/** The headers by which a tab carries the session that an answer opened. */
export async function headersOf(answer: Response): Promise<Record<string, string>> {
  const body = SessionBody.safeParse(await answer.clone().json());
  return { Cookie: cookieOf(answer), [SESSION_HEADER]: body.success ? body.data.session : '' };
}

/** The cookie that an answer sets, as a browser would send it back. */
export function cookieOf(answer: Response): string {
  return (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
}

/** A new member with a session. */
export async function memberOnDuty(name?: string, role: Role = 'member') {
  const member = await joinedMember(name, role);
  return { id: member.body.id, name: member.body.name, headers: await sessionOf(member) };
}
