import { now } from '../../http/clock.ts';
import { within } from '../../intake/within.ts';
import { deleteWay, noteRing } from '../../store/bell-ways.ts';
import type { Channel } from './channel.ts';

/** Milliseconds that noting may keep a ring waiting. */
const PATIENCE = 1000;

/**
 * A channel of which the store knows what went out by it, so that its arrival can be told and its answer counts as a proof;
 * a way at whose address there is nobody any more is forgotten. It rings whatever becomes of that.
 */
export function noted(channel: Channel): Channel {
  return async (bindings, way, ring) => {
    const { DB } = bindings;
    const [rung] = await Promise.all([
      channel(bindings, way, ring),
      within(noteRing(DB, way.id, ring.id, now()), PATIENCE),
    ]);
    if (rung === 'gone') await within(deleteWay(DB, way.id), PATIENCE);
    return rung;
  };
}
