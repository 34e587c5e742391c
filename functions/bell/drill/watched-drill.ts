import type * as z from 'zod/mini';
import type { DrillAsked } from '../../../src/protocol/wire/api/watch.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import type { Bindings } from '../../env.ts';
import { now } from '../../http/clock.ts';
import { done, type Reply, refused } from '../../http/reply.ts';
import { eraseMailbox } from '../../intake/erase.ts';
import { readMailboxSecrets } from '../../secrets/mailbox-secrets.ts';
import { hashMailbox, underEach } from '../../secrets/stored-mailbox.ts';
import { forgetArrival } from '../../store/forget-arrival.ts';
import { bellMeasured, tellLooked } from '../ask-bell.ts';
import { whatWaits } from '../what-waits.ts';
import { endDrill, isAnswered, mayHaveBegun, rungSince } from './end-drill.ts';

/** Seconds from the end of one drill to that of the next: more often, who stole the secret could make mail and noise of it. */
const BETWEEN = 600;

/**
 * How a drill goes that the watcher began; with its token it is ended. That token alone tells which thread it was: who only has
 * the watcher's secret can take nothing from the bell that somebody else has sent.
 */
export async function watchedDrill(
  bindings: Bindings,
  { since, end }: z.infer<typeof DrillAsked>,
): Promise<Reply<{ answered: boolean }>> {
  const token = fromBase64url(end ?? '');
  if (!mayHaveBegun(since) || !token) return refused('malformed');
  const { rings } = await rungSince(bindings, since);
  const answer = done({ answered: isAnswered(rings) });
  if (end === undefined) return answer;
  const { last } = await bellMeasured(bindings);
  const ended = last?.from === since;
  if (last && !ended && last.endedAt > now() - BETWEEN) return refused('limited');
  const secrets = readMailboxSecrets(bindings);
  if (!secrets) return refused('secret_missing');
  const hashes = await hashMailbox(secrets, await sha256(token));
  await underEach(hashes, undefined, async (hash) => {
    await forgetArrival(bindings.DB, hash).run();
  });
  const deleted = await eraseMailbox(bindings, hashes, now());
  if (deleted === 'unavailable') return refused(deleted);
  if (deleted === null && !ended) return refused('unauthorized');
  await endDrill(bindings, since);
  await tellLooked(bindings, 0, await whatWaits(bindings), true);
  return answer;
}
