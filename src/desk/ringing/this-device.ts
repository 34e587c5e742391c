import type { PushAddress } from '../../protocol/wire/api/bell-ways.ts';
import { fromBase64url, toBase64url } from '../../protocol/wire/bytes.ts';
import { deviceIdOf } from '../../protocol/wire/device-id.ts';
import { ability } from './ability.ts';

/** Where this device takes push, and the id under which the worker knows it: of its address, so that it is one way once. */
export type Device = { id: string; address: PushAddress };

async function toDevice(subscription: PushSubscription): Promise<Device | null> {
  const { endpoint } = subscription;
  const [p256dh, auth] = (['p256dh', 'auth'] as const).map((name) => subscription.getKey(name));
  if (!p256dh || !auth) return null;
  const id = await deviceIdOf(endpoint);
  const text = (key: ArrayBuffer) => toBase64url(new Uint8Array(key));
  return { id, address: { endpoint, p256dh: text(p256dh), auth: text(auth) } };
}

/** This device as it takes push now; null where it does not. */
export async function thisDevice(): Promise<Device | null> {
  if (ability() !== 'able') return null;
  const [registration] = await navigator.serviceWorker.getRegistrations();
  const subscription = await registration?.pushManager.getSubscription();
  return subscription ? toDevice(subscription) : null;
}

/**
 * Lets this device take push for a key of the worker's: to be called from a tap, which browsers want. Null where they, or
 * the member, refuse. `script`: the service worker's address in the member's language, which takes the place of any other.
 */
export async function subscribe(script: () => string, key: string): Promise<Device | null> {
  const applicationServerKey = fromBase64url(key);
  if (!applicationServerKey) return null;
  try {
    if ((await Notification.requestPermission()) !== 'granted') return null;
    const registration = await navigator.serviceWorker.register(script());
    const others = (await navigator.serviceWorker.getRegistrations()).filter((one) => one !== registration);
    await Promise.all(others.map((one) => one.unregister()));
    await activated(registration);
    // One for another key, as before the centre changed it, stands in the way.
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey,
    });
    return await toDevice(subscription);
  } catch {
    return null;
  }
}

/** Resolves when a service worker works. */
function activated({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting;
  if (active || !coming) return Promise.resolve();
  return new Promise((resolve) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve();
    });
  });
}

/** Has this device take no push any more, and its service worker go. */
export async function unsubscribe(): Promise<void> {
  const all = await navigator.serviceWorker.getRegistrations();
  for (const one of all) {
    await (await one.pushManager.getSubscription())?.unsubscribe().catch(() => false);
    await one.unregister();
  }
}
