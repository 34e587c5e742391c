import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { sealVault } from '../../src/protocol/keys/own-key.ts';
import { vaultOf } from '../../src/protocol/keys/vault.ts';
import type { CentreSecret } from '../../src/protocol/seal/centre-pair.ts';
import { drawReceiptCode } from '../../src/protocol/seal/receipt.ts';
import type { Role } from '../../src/protocol/wire/api/member.ts';
import { INVITE_LIFETIME, inviteIdOf } from '../../src/protocol/wire/invite.ts';

/** An invitation: the code that is told to who is invited, and what the store knows it by. */
export type Invite = { code: string; id: string };

/** An invitation that somebody has opened: the own key (32 bytes) of their browser, and their name. */
export type OpenedInvite = { id: string; name: string; boxKey: Uint8Array };

/** Draws an invitation, and the line of SQL that puts it into a store: for a new member, for three days. */
export async function drawInvite(role: Role): Promise<Invite & { sql: string }> {
  const code = drawReceiptCode();
  const id = await inviteIdOf(code);
  const at = Math.floor(Date.now() / 1000);
  const sql =
    'INSERT INTO invites (id, role, created_at, expires_at) ' +
    `VALUES ('${id}', '${role}', ${at}, ${at + INVITE_LIFETIME});`;
  return { code, id, sql };
}

/** The line of SQL that says who has opened an invitation; no row while nobody has. */
export const openedSql = (id: string) =>
  `SELECT id, name, hex(box_key) AS boxKey FROM invites WHERE id = '${id}' AND box_key IS NOT NULL AND used_at IS NULL;`;

const OpenedRow = z.object({ id: z.string(), name: z.string(), boxKey: z.string() });

/** What `openedSql` gave, read; null where it gave no row. */
function openedOf(row: unknown): OpenedInvite | null {
  if (!row) return null;
  const { id, name, boxKey } = OpenedRow.parse(row);
  return { id, name, boxKey: Uint8Array.from(Buffer.from(boxKey, 'hex')) };
}

/** The line of SQL that lets in who has opened an invitation: the centre's keys, newest first, sealed to their own key. */
export function letInSql({ id, boxKey }: OpenedInvite, keys: readonly CentreSecret[]): string {
  const box = sealVault(vaultOf(keys), boxKey);
  if (!box) throw new Error('Who opened the invitation sent a key that everybody could open.');
  const hex = (bytes: Uint8Array) => `x'${Buffer.from(bytes).toString('hex')}'`;
  const at = Math.floor(Date.now() / 1000);
  return (
    `UPDATE invites SET box = ${hex(box)}, let_in_at = ${at} ` +
    `WHERE id = '${id}' AND box_key = ${hex(boxKey)} AND used_at IS NULL;`
  );
}

/** Puts an invitation into a store that is at hand. */
export async function storeInvite(database: D1Database, role: Role = 'administrator'): Promise<Invite> {
  const { code, id, sql } = await drawInvite(role);
  await database.prepare(sql).run();
  return { code, id };
}

/**
 * Waits until somebody has opened an invitation, and gives who; null when that is not before `until` (Unix ms). `look` gives
 * what `openedSql` gives, every `pause` ms.
 */
export async function untilOpened(
  look: () => Promise<unknown>,
  until = Number.POSITIVE_INFINITY,
  pause = 500,
): Promise<OpenedInvite | null> {
  while (Date.now() < until) {
    // A running server may be just writing.
    const opened = openedOf(await look().catch(() => null));
    if (opened) return opened;
    await wait(pause, undefined, { ref: true });
  }
  return null;
}

/** The link of an invitation, at the desk's origin: its code is in the fragment, which browsers never send. */
export function inviteLink(origin: string, { code }: Invite): string {
  return `${origin}/nl/desk/#${code}`;
}
