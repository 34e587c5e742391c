import type { Context } from 'hono';
import { mailboxRoutes } from '../../../src/protocol/wire/api/mailbox.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { type ServedAll, serve } from '../../http/mount.ts';
import { done, refused, stored } from '../../http/reply.ts';
import { readToken } from '../../sign-in/token.ts';
import { insertFromReporter, readMailbox } from '../../store/messages.ts';
import { deleteByMailbox } from '../../store/threads.ts';

/** The hash of the token in `Authorization: Bearer`; a missing or malformed one goes the way of an unknown one. */
function bearerHash(c: Context): Promise<Uint8Array<ArrayBuffer>> {
  const [, token = ''] = /^Bearer ([A-Za-z0-9_-]+)$/.exec(c.req.header('Authorization') ?? '') ?? [];
  return sha256(readToken(token));
}

/** Reading, writing and deleting everything, with a receipt's token. */
export const mailbox = {
  read: serve(mailboxRoutes.read, async (c) => {
    const body = await readMailbox(c.env.DB, await bearerHash(c));
    return body ? done(body) : refused('unauthorized');
  }),
  write: serve(mailboxRoutes.write, async (c, { body }) => {
    const envelope = await readSealed(body.envelope, mailboxRoutes.write, c.env);
    if (!envelope.ok) return envelope;
    const message = { id: body.id, sealed: envelope.sealed, at: now() };
    const outcome = await insertFromReporter(c.env.DB, await bearerHash(c), message);
    return outcome === 'unknown' ? refused('unauthorized') : stored(message.id, outcome);
  }),
  erase: serve(mailboxRoutes.erase, async (c) => {
    const deleted = await deleteByMailbox(c.env.DB, await bearerHash(c));
    return deleted === null ? refused('unauthorized') : done({ deleted });
  }),
} satisfies ServedAll<typeof mailboxRoutes>;
