import { PushAddress } from '../../../src/protocol/wire/api/bell-ways.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { deviceIdOf } from '../../../src/protocol/wire/device-id.ts';
import type { Bindings } from '../../env.ts';
import { sameSecret } from '../../secrets/same-secret.ts';
import { openAddress, sealAddress } from '../../secrets/sealed-address.ts';
import { findPushAddress, moveWay } from '../../store/bell-ways.ts';

type Kept = Pick<Bindings, 'DB' | 'ALERT_SECRET'>;

const textOf = ({ endpoint, p256dh, auth }: PushAddress) => JSON.stringify({ endpoint, p256dh, auth });

/** Whether the way of a device leads to just this address, keys and all. */
async function leadsTo(bindings: Kept, id: string, address: PushAddress): Promise<boolean> {
  const sealed = await findPushAddress(bindings.DB, id);
  const opened = sealed && (await openAddress(bindings, id, toBase64url(sealed)));
  const stored = PushAddress.safeParse(opened ? JSON.parse(opened) : null);
  return stored.success && sameSecret(textOf(stored.data), textOf(address));
}

/**
 * Lets the way of a device lead to where its browser takes push now. What was proved of it stays: it is the same device. Gives
 * whether it does; false where no way led to `was`.
 */
export async function renewDevice(bindings: Kept, was: PushAddress, address: PushAddress): Promise<boolean> {
  const [before, id] = await Promise.all([was.endpoint, address.endpoint].map(deviceIdOf));
  if (!before || !id) return false;
  if (!(await leadsTo(bindings, before, was))) return leadsTo(bindings, id, address);
  const sealed = fromBase64url((await sealAddress(bindings, id, textOf(address), 'push')) ?? '');
  return Boolean(sealed?.length && (await moveWay(bindings.DB, before, { id, address: sealed })));
}
