import { createHash } from 'node:crypto';
import { drawInviteSecret, INVITE_LIFETIME, inviteKeys } from '../../src/protocol/keys/invite.ts';
import { vaultOf, wrapVault } from '../../src/protocol/keys/vault.ts';
import type { CentreSecret } from '../../src/protocol/seal/centre-pair.ts';
import { fromBase64url } from '../../src/protocol/wire/bytes.ts';

/** An invitation: the secret that its link carries, and the row that the worker keeps. */
export type Invite = {
  secret: string;
  row: { tokenHash: Uint8Array; vault: Uint8Array; createdAt: number; expiresAt: number };
};

/** Makes an invitation that hands the centre's keys (newest first) to whoever holds its link, for three days. */
export function createInvite(keys: readonly CentreSecret[]): Invite {
  const secret = drawInviteSecret();
  const { token, wrappingKey } = inviteKeys(fromBase64url(secret) ?? new Uint8Array());
  const createdAt = Math.floor(Date.now() / 1000);
  const vault = wrapVault(vaultOf(keys), wrappingKey);
  const tokenHash = createHash('sha256').update(token).digest();
  return { secret, row: { tokenHash, vault, createdAt, expiresAt: createdAt + INVITE_LIFETIME } };
}

/** The invitation's row as a line of SQL, for a database that can only be reached by a file. */
export function inviteSql({ row }: Invite): string {
  const blob = (bytes: Uint8Array) => `x'${Buffer.from(bytes).toString('hex')}'`;
  return (
    'INSERT INTO invites (token_hash, role, vault, created_at, expires_at) ' +
    `VALUES (${blob(row.tokenHash)}, 'administrator', ${blob(row.vault)}, ${row.createdAt}, ${row.expiresAt});`
  );
}

/** Makes an invitation in a database that is at hand. Gives the secret of its link. */
export async function storeInvite(database: D1Database, keys: readonly CentreSecret[]): Promise<string> {
  const invite = createInvite(keys);
  await database.prepare(inviteSql(invite)).run();
  return invite.secret;
}

/** The link of an invitation, at the desk's origin: its secret is in the fragment, which browsers never send. */
export function inviteLink(origin: string, secret: string): string {
  return `${origin}/nl/desk/#${secret}`;
}
