import { bellWayRoutes } from '../../../src/protocol/wire/api/bell-ways.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { canCall } from '../../bell/channels/call.ts';
import { pushKey } from '../../bell/channels/push.ts';
import { CHANNELS } from '../../bell/channels/table.ts';
import { actIn } from '../../http/act.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done, refused, stored } from '../../http/reply.ts';
import { sealAddress } from '../../secrets/sealed-address.ts';
import { deleteOwnWay, insertWay, listBellWays, noteOwnRing } from '../../store/bell-ways.ts';

/** Seconds from one try of a way to the next. */
const BETWEEN = 60;

/** How whoever asks is rung. */
export const bellWays = serve(bellWayRoutes.bellWays, async (c) => {
  const key = pushKey(c.env);
  return done({
    now: now(),
    ways: await listBellWays(c.env.DB, c.var.member.id),
    ...(key !== null && { pushKey: key }),
    calls: canCall(c.env),
  });
});

/** One more way to ring them. */
export const putBellWay = serve(bellWayRoutes.putBellWay, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const text = body.channel === 'push' ? JSON.stringify(body.address) : body.address;
  const sealed = fromBase64url((await sealAddress(c.env, id, text, body.channel)) ?? '');
  if (!sealed?.length) return refused('secret_missing');
  const way = { id, member: c.var.member.id, channel: body.channel, madeAt: now(), address: sealed };
  return stored(id, await insertWay(c.env.DB, way, read.act));
});

/** Forgetting one. */
export const removeBellWay = serve(bellWayRoutes.removeBellWay, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  await deleteOwnWay(c.env.DB, id, c.var.member.id, read.act);
  return done({ id });
});

/** Ringing one, as it would ring at night. */
export const tryBellWay = serve(bellWayRoutes.tryBellWay, async (c, { id }) => {
  const at = now();
  const ring = randomId();
  const noting = { id, member: c.var.member.id, ring, at, notSince: at - BETWEEN };
  const way = await noteOwnRing(c.env.DB, noting);
  if (!way) {
    const own = await listBellWays(c.env.DB, c.var.member.id);
    return refused(own.some((one) => one.id === id) ? 'limited' : 'not_found');
  }
  const address = toBase64url(way.address);
  const rung = await CHANNELS[way.channel](c.env, { id, channel: way.channel, address }, { id: ring });
  return done({ rung });
});
