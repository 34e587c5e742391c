// The worker of the tests of Web Push: ours, whose pushes reach a push service on this computer. Devices subscribe to names of the
// network alone, over https (src/protocol/wire/api/bell-ways.ts): what leads there and encrypts the connection is the outside.
import { env } from 'cloudflare:workers';
import type { Bindings } from '../../functions/env.ts';
import worker from '../../functions/worker.ts';
import { PUSH_ORIGIN } from './push-origin.ts';

export { Bell } from '../../functions/bell/bell.ts';
export { Limits } from '../../functions/limits/limits.ts';

const outward = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const asked = new Request(input, init);
  const { PUSH_AT } = env as unknown as { PUSH_AT: string };
  return outward(
    asked.url.startsWith(`${PUSH_ORIGIN}/`)
      ? new Request(PUSH_AT + asked.url.slice(PUSH_ORIGIN.length), asked)
      : asked,
  );
};

export default worker satisfies ExportedHandler<Bindings>;
