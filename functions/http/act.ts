import type { Context } from 'hono';
import type { SentAct } from '../../src/protocol/wire/api/audit.ts';
import { readLink } from '../../src/protocol/wire/audit-link.ts';
import { fromBase64url, toBase64url } from '../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../src/protocol/wire/digest.ts';
import type { App } from '../env.ts';
import type { NewAct } from '../store/audit.ts';
import { readSealed } from './envelope.ts';
import { type Refused, refused } from './reply.ts';

/** An act as the store takes it. */
type ReadAct = { ok: true; act: NewAct } | Refused;

/**
 * Reads what a member says that they did (of a thread, or of none): a link of their own trail that names the envelope which
 * comes with it. Who signed it the worker can't tell.
 */
export async function readAct(c: Context<App>, sent: SentAct, threadId: string | null): Promise<ReadAct> {
  const bytes = fromBase64url(sent.link);
  const link = bytes && readLink(bytes);
  if (!bytes || link?.member !== c.var.member.id) return refused('malformed');
  const envelope = await readSealed(sent.envelope, { sealedBy: 'centre', rests: 'acts' }, c.env);
  if (!envelope.ok) return envelope;
  const { sealed } = envelope;
  if (toBase64url(digestOf(sealed)) !== link.act) return refused('malformed');
  const { seq } = link;
  return {
    ok: true,
    act: { id: sent.id, memberId: link.member, seq, digest: digestOf(bytes), link: bytes, threadId, sealed },
  };
}

/** The same of a body that may have none. */
export async function actIn(
  c: Context<App>,
  { act }: { act?: SentAct | undefined },
  threadId: string | null = null,
): Promise<ReadAct | { ok: true; act?: undefined }> {
  return act === undefined ? { ok: true } : readAct(c, act, threadId);
}
