import { Webhook } from 'standardwebhooks';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import type { Bindings } from '../../env.ts';
import type { Rung } from '../on-duty.ts';
import { post } from './post.ts';

/** All that a webhook is told, whatever waits and however much. */
const BODY = '{"type":"desk.waiting"}';

/**
 * Rings the webhook, signed as Standard Webhooks has it (standardwebhooks.com): only its id, time and signature differ from
 * one time to the next. Null where none is set up: an address and a secret, `whsec_…`.
 */
export async function ringWebhook({
  WEBHOOK_URL,
  WEBHOOK_SECRET,
}: Pick<Bindings, 'WEBHOOK_URL' | 'WEBHOOK_SECRET'>): Promise<Rung | null> {
  if (!WEBHOOK_URL || !WEBHOOK_SECRET) return null;
  const id = `msg_${randomId()}`;
  const at = new Date();
  try {
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'desk',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(WEBHOOK_SECRET).sign(id, at, BODY),
    };
    return await post(WEBHOOK_URL, { headers, body: BODY });
  } catch {
    // The secret is none.
    return 'failed';
  }
}
