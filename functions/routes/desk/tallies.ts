import { tallyRoutes } from '../../../src/protocol/wire/api/tallies.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { firstOpenMonth, lastOpenMonth } from '../../retention/open-months.ts';
import { listTallies, putTally as storeTally } from '../../store/tallies.ts';

/** A page of a year's tallies. */
export const tallies = serve(tallyRoutes.tallies, async (c, { body }) =>
  done(await listTallies(c.env.DB, body)),
);

/** Storing one for the figures. */
export const putTally = serve(tallyRoutes.putTally, async (c, { id, body }) => {
  const envelope = await readSealed(body.envelope, tallyRoutes.putTally, c.env);
  if (!envelope.ok) return envelope;
  const { month } = body;
  if (month < firstOpenMonth(now()) || month > lastOpenMonth(now())) return refused('malformed');
  await storeTally(c.env.DB, { id, month, sealed: envelope.sealed });
  return done({ id });
});
