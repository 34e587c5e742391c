import { mailboxRoutes } from '../../../src/protocol/wire/api/mailbox.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { tellArrived } from '../../bell/tell-arrived.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { type ServedAll, serve } from '../../http/mount.ts';
import { readNumber } from '../../http/number.ts';
import { done, refused, stored } from '../../http/reply.ts';
import { shownMailbox } from '../../http/shown-mailbox.ts';
import { eraseMailbox } from '../../intake/erase.ts';
import { fetchWaiting, openMailbox } from '../../intake/mailbox.ts';
import { underEach } from '../../secrets/stored-mailbox.ts';
import { insertFromReporter } from '../../store/messages.ts';

/** Reading, writing and deleting everything, with a receipt's token. */
export const mailbox = {
  read: serve(mailboxRoutes.read, async (c) => {
    const after = readNumber(c.req.query(mailboxRoutes.read.query), -1);
    if (after === null) return refused('malformed');
    const shown = await shownMailbox(c);
    if (!shown) return refused('secret_missing');
    const body = await openMailbox(c.env, shown, after);
    if (typeof body === 'string') return refused(body);
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
    if (outcome === 'stored') c.executionCtx.waitUntil(tellArrived(c.env));
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
