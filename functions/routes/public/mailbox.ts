import type { Context } from 'hono';
import { mailboxRoutes } from '../../../src/protocol/wire/api/mailbox.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import type { App } from '../../env.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { type ServedAll, serve } from '../../http/mount.ts';
import { readNumber } from '../../http/number.ts';
import { done, refused, stored } from '../../http/reply.ts';
import { eraseMailbox } from '../../intake/erase.ts';
import { fetchWaiting, openMailbox, type ShownMailbox } from '../../intake/mailbox.ts';
import { readMailboxSecrets } from '../../secrets/mailbox-secrets.ts';
import { hashMailbox, underEach } from '../../secrets/stored-mailbox.ts';
import { readToken } from '../../sign-in/token.ts';
import { insertFromReporter } from '../../store/messages.ts';

/**
 * The mailbox of the token in `Authorization: Bearer`; a missing or malformed one goes the way of an unknown one. Null
 * where the worker has no secret.
 */
async function shownMailbox(c: Context<App>): Promise<ShownMailbox | null> {
  const secrets = readMailboxSecrets(c.env);
  if (!secrets) return null;
  const [, token = ''] = /^Bearer ([A-Za-z0-9_-]+)$/.exec(c.req.header('Authorization') ?? '') ?? [];
  return { secrets, hashes: await hashMailbox(secrets, await sha256(readToken(token))) };
}

/** Reading, writing and deleting everything, with a receipt's token. */
export const mailbox = {
  read: serve(mailboxRoutes.read, async (c) => {
    const after = readNumber(c.req.query(mailboxRoutes.read.query), -1);
    if (after === null) return refused('malformed');
    const shown = await shownMailbox(c);
    if (!shown) return refused('secret_missing');
    const body = await openMailbox(c.env, shown, after);
    if (body === 'unavailable') return refused(body);
    return body ? done(body) : refused('unauthorized');
  }),
  write: serve(mailboxRoutes.write, async (c, { body }) => {
    const envelope = await readSealed(body.envelope, mailboxRoutes.write, c.env);
    if (!envelope.ok) return envelope;
    const shown = await shownMailbox(c);
    if (!shown) return refused('secret_missing');
    const [prev, mac] = [fromBase64url(body.prev), fromBase64url(body.mac)];
    if (!prev || !mac) return refused('malformed');
    const { id, seq } = body;
    const message = { id, sealed: envelope.sealed, at: now(), seq, prev, mac };
    const insert = () =>
      underEach(shown.hashes, 'unknown', (hash) => insertFromReporter(c.env.DB, hash, message));
    let outcome = await insert();
    if (outcome === 'unknown' && (await fetchWaiting(c.env, shown.hashes))) outcome = await insert();
    return outcome === 'unknown' ? refused('unauthorized') : stored(id, outcome);
  }),
  erase: serve(mailboxRoutes.erase, async (c) => {
    const shown = await shownMailbox(c);
    if (!shown) return refused('secret_missing');
    const deleted = await eraseMailbox(c.env, shown.hashes, now());
    if (deleted === 'unavailable') return refused(deleted);
    return deleted === null ? refused('unauthorized') : done({ deleted });
  }),
} satisfies ServedAll<typeof mailboxRoutes>;
