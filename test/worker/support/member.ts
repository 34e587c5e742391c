import { env } from 'cloudflare:workers';
import nacl from 'tweetnacl';
import { vaultOf, wrapVault } from '../../../src/protocol/keys/vault.ts';
import { drawReceiptCode } from '../../../src/protocol/seal/receipt.ts';
import {
  ChallengeBody,
  type PostMember,
  type PostSession,
  SESSION_HEADER,
  SessionBody,
} from '../../../src/protocol/wire/api/door.ts';
import type { Role } from '../../../src/protocol/wire/api/member.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { INVITE_LIFETIME, inviteIdOf } from '../../../src/protocol/wire/invite.ts';
import { newPassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { signInText } from '../../../src/protocol/wire/sign-in.ts';
import { ask, DESK } from './ask.ts';
import { centre } from './referral.ts';

const vault = vaultOf([centre]);

const drawKey = () => toBase64url(nacl.box.keyPair().publicKey);

/** Puts an invitation into the store, as the tools do, and gives its code and id. */
export async function newInvite(
  role: Role = 'member',
  forMember: string | null = null,
): Promise<{ code: string; id: string }> {
  const code = drawReceiptCode();
  const id = await inviteIdOf(code);
  const at = Math.floor(Date.now() / 1000);
  await env.DB.prepare(
    'INSERT INTO invites (id, role, for_member, created_at, expires_at) VALUES (?, ?, ?, ?, ?)',
  )
    .bind(id, role, forMember, at, at + INVITE_LIFETIME)
    .run();
  return { code, id };
}

/** Opens an invitation under a name, with an own key (base64url). */
export const openInvite = (code: string, name: string, boxKey: string) =>
  ask('/api/desk/invite', { json: { code, boxKey, name } });

/** Lets in who has opened an invitation, as the tools do. */
export async function letIn(id: string): Promise<void> {
  await env.DB.prepare("UPDATE invites SET let_in_at = 1, box = x'0102' WHERE id = ?").bind(id).run();
}

/** An invitation that was opened under a name and let in: its code, and the own key that it is bound to. */
export async function openedInvite(
  name: string,
  role: Role = 'member',
  forMember: string | null = null,
): Promise<{ code: string; id: string; boxKey: string }> {
  const invite = await newInvite(role, forMember);
  const boxKey = drawKey();
  const answer = await openInvite(invite.code, name, boxKey);
  if (answer.status !== 200) throw new Error(`The invitation was refused: ${answer.status}`);
  await letIn(invite.id);
  return { ...invite, boxKey };
}

/** A member to be, and the key pair that a passphrase would give. */
export function newMember({ code, boxKey }: { code: string; boxKey: string }) {
  const keys = nacl.sign.keyPair();
  const wrapped = wrapVault(vault, nacl.randomBytes(32));
  const body: PostMember = {
    ...{ code, boxKey, id: randomId() },
    publicKey: toBase64url(keys.publicKey),
    kdf: newPassphraseKdf(),
    vault: toBase64url(wrapped),
  };
  return { body, keys };
}

/** A name that nobody has. */
export const newName = () => `Member ${randomId().replaceAll(/\W|_/g, '')}`;

/** Makes a member through an invitation. */
export async function joinedMember(name = newName(), role: Role = 'member') {
  const { body, keys } = newMember(await openedInvite(name, role));
  const answer = await ask('/api/desk/members', { json: body });
  if (answer.status !== 201) throw new Error(`The member was refused: ${answer.status}`);
  return { body: { ...body, name }, keys };
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
