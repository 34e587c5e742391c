import type { HandedBody } from '../../src/protocol/wire/api/handed.ts';
import { type Hex, hexBytes, hexOf, hexText } from './blob.ts';

/** What a code gives, with the salt as it is stored. */
export type Handed = Omit<HandedBody, 'salt'> & { salt: Uint8Array };

type HandedRow = Omit<HandedBody, 'acceptedAt'> & { acceptedAt: number | null; envelope: Hex; salt: Hex };

/** Which handoff a mailbox hash opens: none that has expired or was revoked. */
const OPEN = 'mailbox_hash = unhex(?1) AND sealed IS NOT NULL AND expires_at > ?2';

/** Reads what was passed on by the hash of its mailbox, and remembers when that was first. `at` in Unix seconds. */
export async function openHandoff(
  db: D1Database,
  mailboxHash: Uint8Array,
  at: number,
): Promise<Handed | null> {
  const row = await db
    .prepare(
      `UPDATE handoffs SET opened_at = coalesce(opened_at, ?2) WHERE ${OPEN}
       RETURNING id, hex(salt) AS salt, made_at AS madeAt, expires_at AS expiresAt,
         accepted_at AS acceptedAt, hex(sealed) AS envelope`,
    )
    .bind(hexOf(mailboxHash), at)
    .first<HandedRow>();
  if (!row) return null;
  const { acceptedAt, ...told } = row;
  return {
    ...told,
    ...(acceptedAt !== null && { acceptedAt }),
    salt: hexBytes(row.salt),
    envelope: hexText(row.envelope),
  };
}

/** Says that the other centre has what was passed on, once: the first time stands. `at` in Unix seconds. */
export async function acceptHandoff(
  db: D1Database,
  mailboxHash: Uint8Array,
  at: number,
): Promise<{ id: string; acceptedAt: number } | null> {
  return db
    .prepare(
      `UPDATE handoffs SET opened_at = coalesce(opened_at, ?2), accepted_at = coalesce(accepted_at, ?2) WHERE ${OPEN}
       RETURNING id, accepted_at AS acceptedAt`,
    )
    .bind(hexOf(mailboxHash), at)
    .first<{ id: string; acceptedAt: number }>();
}
