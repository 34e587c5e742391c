import type { Context } from 'hono';
import { mailboxRoutes } from '../../../src/protocol/wire/api/mailbox.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { type ServedAll, serve } from '../../http/mount.ts';
import { done, refused, stored } from '../../http/reply.ts';
import { fetchWaiting, openMailbox } from '../../intake/mailbox.ts';
import { readToken } from '../../sign-in/token.ts';
import { insertFromReporter } from '../../store/messages.ts';
import { deleteByMailbox } from '../../store/threads.ts';

/** The hash of the token in `Authorization: Bearer`; a missing or malformed one goes the way of an unknown one. */
function bearerHash(c: Context): Promise<Uint8Array<ArrayBuffer>> {
  const [, token = ''] = /^Bearer ([A-Za-z0-9_-]+)$/.exec(c.req.header('Authorization') ?? '') ?? [];
  return sha256(readToken(token));
}

/** Reading, writing and deleting everything, with a receipt's token. */
export const mailbox = {
  read: serve(mailboxRoutes.read, async (c) => {
    const body = await openMailbox(c.env, await bearerHash(c));
    if (body === 'unavailable') return refused(body);
    return body ? done(body) : refused('unauthorized');
  }),
  write: serve(mailboxRoutes.write, async (c, { body }) => {
    const envelope = await readSealed(body.envelope, mailboxRoutes.write, c.env);
    if (!envelope.ok) return envelope;
    const message = { id: body.id, sealed: envelope.sealed, at: now() };
    const hash = await bearerHash(c);
    const insert = () => insertFromReporter(c.env.DB, hash, message);
    let outcome = await insert();
    if (outcome === 'unknown' && (await fetchWaiting(c.env, hash))) outcome = await insert();
    return outcome === 'unknown' ? refused('unauthorized') : stored(message.id, outcome);
  }),
  erase: serve(mailboxRoutes.erase, async (c) => {
    const hash = await bearerHash(c);
    const erase = () => deleteByMailbox(c.env.DB, hash);
    let deleted = await erase();
    if (deleted === null && (await fetchWaiting(c.env, hash))) deleted = await erase();
    return deleted === null ? refused('unauthorized') : done({ deleted });
  }),
} satisfies ServedAll<typeof mailboxRoutes>;
