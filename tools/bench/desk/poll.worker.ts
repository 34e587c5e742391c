// An open desk in a thread of its own, so that what it opens does not hold up those who send. It asks what has changed as
// often as a desk does, and says what it has when it is told to stop.
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { createInbox } from '../../../src/desk/inbox/inbox.ts';
import { POLL } from '../../../src/desk/inbox/use-cases.ts';
import { CentrePublicKey } from '../../../src/protocol/wire/centre-key.ts';
import { openDesk } from './open-desk.ts';

const { origin, ...invitation } = z
  .object({ origin: z.url(), code: z.string(), centreKeys: z.array(CentrePublicKey) })
  .parse(workerData);
const { api, vault } = await openDesk(origin, invitation, 'Soak');
const inbox = createInbox(api, vault, () => {});
const polls: number[] = [];

const poll = async () => {
  const start = performance.now();
  if (!(await inbox.poll())) throw new Error(`The desk's poll failed: ${inbox.state().fault?.code}.`);
  polls.push(performance.now() - start);
};

await poll();
const timer = setInterval(poll, POLL);
parentPort?.postMessage('open');
parentPort?.once('message', async () => {
  clearInterval(timer);
  await poll();
  while (inbox.state().pending > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  parentPort?.postMessage({ cases: inbox.state().cases.length, slowest: Math.max(...polls) });
});
