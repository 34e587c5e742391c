import { type Context, Hono } from 'hono';
import { type DeletedBody, PostMessage } from '../../../src/protocol/wire/api/api.ts';
import { SEALED_BOX } from '../../../src/protocol/wire/envelope.ts';
import { mailboxHash } from '../../../src/protocol/wire/mailbox-hash.ts';
import type { App } from '../../env.ts';
import { accept } from '../../http/accept.ts';
import { readBody } from '../../http/body.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { limit } from '../../http/limit.ts';
import { sendOutcome } from '../../http/outcome.ts';
import { refuse } from '../../http/refuse.ts';
import { readToken } from '../../http/token.ts';
import { insertFromReporter, readMailbox } from '../../store/messages.ts';
import { deleteByMailbox } from '../../store/referrals.ts';

/** The hash of the token in `Authorization: Bearer`; a missing or malformed one goes the way of an unknown one. */
function bearerHash(c: Context): Promise<Uint8Array<ArrayBuffer>> {
  const [, token = ''] = /^Bearer ([A-Za-z0-9_-]+)$/.exec(c.req.header('Authorization') ?? '') ?? [];
  return mailboxHash(readToken(token));
}

async function deleteAll(c: Context<App>): Promise<Response> {
  const deleted = await deleteByMailbox(c.env.DB, await bearerHash(c));
  return deleted === null ? refuse(c, 'unauthorized') : accept(c, { deleted } satisfies DeletedBody);
}

/**
 * `GET`, `POST` and `DELETE /api/mailbox`: reading, writing and deleting everything, with a receipt's token. `POST
 * /api/mailbox/delete` is `DELETE` for networks that let only GET and POST through.
 */
export const mailbox = new Hono<App>()
  .use(limit('MAILBOX_LIMIT'))
  .get('/', async (c) => {
    const body = await readMailbox(c.env.DB, await bearerHash(c));
    return body ? accept(c, body) : refuse(c, 'unauthorized');
  })
  .post('/', async (c) => {
    const read = await readBody(c.req.raw, PostMessage);
    if (!read.ok) return refuse(c, read.code);
    const envelope = await readSealed(read.body.envelope, SEALED_BOX, c.env);
    if (!envelope.ok) return refuse(c, envelope.code);
    const message = { id: read.body.id, sealed: envelope.sealed, at: now() };
    const outcome = await insertFromReporter(c.env.DB, await bearerHash(c), message);
    return outcome === 'unknown' ? refuse(c, 'unauthorized') : sendOutcome(c, message.id, outcome);
  })
  .on('DELETE', '/', deleteAll)
  .on('POST', '/delete', deleteAll);
