import { referralRoutes } from '../../../src/protocol/wire/api/referrals.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { Id } from '../../../src/protocol/wire/fields.ts';
import { tellArrived } from '../../bell/tell-arrived.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { type ServedAll, serve } from '../../http/mount.ts';
import { refused, stored } from '../../http/reply.ts';
import { FIRST_TIME, receive } from '../../intake/receive.ts';
import { within } from '../../intake/within.ts';
import { admit } from '../../limits/admit.ts';
import { readMailboxSecrets } from '../../secrets/mailbox-secrets.ts';
import { storeMailbox } from '../../secrets/stored-mailbox.ts';
import { isStored } from '../../store/threads.ts';

/** Stores a sealed referral or request once. Answers when one of the stores has it, not before. */
export const referrals = {
  send: serve(referralRoutes.send, async (c, { id, body }) => {
    if (!Id.safeParse(id).success) return refused('malformed');
    const envelope = await readSealed(body.envelope, referralRoutes.send, c.env);
    if (!envelope.ok) return envelope;
    const secrets = readMailboxSecrets(c.env);
    if (!secrets) return refused('secret_missing');
    const [mailbox, salt] = [fromBase64url(body.mailbox), fromBase64url(body.salt)];
    if (!mailbox || !salt) return refused('malformed');
    const { sealed, keyId, bucket } = envelope;
    const kept = await storeMailbox(secrets, id, mailbox, salt);
    const thread = { id, keyId, sealed, ...kept, receivedAt: now() };
    const admitted = await admit({ id, bucket, proof: body.proof }, await c.var.verdict, now());
    if (!admitted.ok) {
      // Who did not hear that theirs is stored must not read that it is not. That costs one row, read by its id.
      const known = await within(isStored(c.env.DB, thread), FIRST_TIME);
      return known.kind === 'done' && known.value ? stored(id, 'repeated') : admitted;
    }
    const outcome = await receive(c.env, thread, (late) => c.executionCtx.waitUntil(late));
    if (outcome === 'stored') c.executionCtx.waitUntil(tellArrived(c.env));
    return outcome === 'unavailable' || outcome === 'deleted' ? refused(outcome) : stored(id, outcome);
  }),
} satisfies ServedAll<typeof referralRoutes>;
