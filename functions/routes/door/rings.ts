import { ringRoutes } from '../../../src/protocol/wire/api/bell-ways.ts';
import { answerRing } from '../../bell/answer-ring.ts';
import { renewDevice } from '../../bell/ways/renew-device.ts';
import { now } from '../../http/clock.ts';
import { type ServedAll, serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { noteArrived } from '../../store/bell-ways.ts';

/** A ring has arrived on a device. Whatever its id, the answer is one. */
const ringArrived = serve(ringRoutes.ringArrived, async (c, { id }) => {
  await noteArrived(c.env.DB, id, now());
  return done({});
});

/** A ring was answered: it proves that the telephone rings, and the bell is silent while its member looks. */
const ringAnswered = serve(ringRoutes.ringAnswered, async (c, { id }) => {
  await answerRing(c.env, id, true);
  return done({});
});

/** A device takes push elsewhere now. */
const deviceRenewed = serve(ringRoutes.deviceRenewed, async (c, { body }) =>
  (await renewDevice(c.env, body.was, body.address)) ? done({}) : refused('not_found'),
);

/** What a device says of a ring, and of itself. */
export const rings = { ringArrived, ringAnswered, deviceRenewed } satisfies ServedAll<typeof ringRoutes>;
