import { type Api, createApi } from '../../../src/desk/api/client.ts';
import { openInvitation } from '../../../src/desk/door/enrolment.ts';
import type { VaultClient } from '../../../src/desk/vault/client.ts';
import type { CentrePublicKey } from '../../../src/protocol/wire/centre-key.ts';
import { vaultHere } from './vault-here.ts';

/** Milliseconds between two questions whether one is let in. */
const LET_IN_PAUSE = 1000;

/** Requests as a browser at the desk's origin makes them, which keeps what cookies it is given. */
function browserAt(origin: string): typeof fetch {
  const cookies = new Map<string, string>();
  return async (path, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Origin', origin);
    headers.set('Cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(new URL(String(path), origin), { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    return response;
  };
}

/**
 * An open desk without a screen: the desk's own code, joined under a name by an invitation whose holder is let in meanwhile.
 * Throws when it stays shut.
 */
export async function openDesk(
  origin: string,
  { code, centreKeys }: { code: string; centreKeys: readonly CentrePublicKey[] },
  name: string,
): Promise<{ api: Api; vault: VaultClient }> {
  const at = browserAt(origin);
  const wait = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));
  const api = createApi({ fetch: (path, init) => at(path, init), wait });
  const vault = vaultHere(origin);
  const opened = await openInvitation(api, vault, { typed: code, name, centreKeys });
  if (!opened.ok) throw new Error(`The desk took no invitation: ${opened.fault.code}.`);
  const { enrolment } = opened;
  for (let answer = await enrolment.letIn(); answer !== 'in'; answer = await enrolment.letIn()) {
    if (answer !== 'waiting') throw new Error(`Nobody was let in: ${answer.code}.`);
    await wait(LET_IN_PAUSE);
  }
  const fault = await enrolment.prove((await enrolment.draw()) ?? '');
  if (fault) throw new Error(`The desk took no passphrase: ${fault.code}.`);
  const joined = await enrolment.join();
  if (!joined.ok) throw new Error(`Nobody could join the desk: ${joined.fault.code}.`);
  return { api, vault };
}
