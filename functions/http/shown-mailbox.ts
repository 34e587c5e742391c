import type { Context } from 'hono';
import { sha256 } from '../../src/protocol/wire/sha256.ts';
import type { App } from '../env.ts';
import type { ShownMailbox } from '../intake/mailbox.ts';
import { readMailboxSecrets } from '../secrets/mailbox-secrets.ts';
import { hashMailbox } from '../secrets/stored-mailbox.ts';
import { readToken } from '../sign-in/token.ts';

/**
 * The mailbox of the token in `Authorization: Bearer`; a missing or malformed one goes the way of an unknown one. Null
 * where the worker has no secret.
 */
export async function shownMailbox(c: Context<App>): Promise<ShownMailbox | null> {
  const secrets = readMailboxSecrets(c.env);
  if (!secrets) return null;
  const [, token = ''] = /^Bearer ([A-Za-z0-9_-]+)$/.exec(c.req.header('Authorization') ?? '') ?? [];
  return { secrets, hashes: await hashMailbox(secrets, await sha256(readToken(token))) };
}
