/**
 * The desk's service worker. It shows that something waits when a push comes, and opens the desk when that is tapped. It
 * keeps nothing, answers for no page, and knows nothing but the id of the ring that woke it. It stands alone: the page that
 * gives it puts its words before it (src/pages/[lang]/desk/bell.js.ts).
 */
const scope = globalThis as unknown as ServiceWorkerGlobalScope & {
  words: { title: string; text: string; lost: string };
  /** The desk in the language of these words, which is opened, and in every language that it has. */
  desk: string;
  desks: readonly string[];
};

/** Tells the worker what became of a ring. Without a session: who knows its id has got the push. */
async function tell(ring: string, what: 'arrived' | 'answered'): Promise<void> {
  try {
    await fetch(`/api/desk/rings/${ring}/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
      credentials: 'omit',
      keepalive: true,
    });
  } catch {
    // The bell goes on without it.
  }
}

/** The id of a ring in what was pushed; null where it is none. */
function ringIn(data: PushMessageData | null): string | null {
  const [ring = null] = /^[\w-]{22}$/.exec(data?.text().trim() ?? '') ?? [];
  return ring;
}

/** Brings a desk that is open to the front, whatever its language: a second one would be locked. Opens one where none is. */
async function openDesk(): Promise<void> {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.find((one) => scope.desks.includes(new URL(one.url).pathname));
  await (open ? open.focus() : scope.clients.openWindow(scope.desk));
}

// The newest takes the place of the one before: nothing is kept that could go with it.
scope.addEventListener('install', () => void scope.skipWaiting());

scope.addEventListener('push', (event) => {
  const ring = ringIn(event.data);
  const shown = scope.registration.showNotification(scope.words.title, {
    body: scope.words.text,
    // The next takes the place of this one, and is heard again.
    tag: 'desk',
    renotify: true,
    requireInteraction: true,
    silent: false,
    data: ring,
  } as NotificationOptions);
  event.waitUntil(Promise.all([shown, ring && tell(ring, 'arrived')]));
});

/** Where a subscription takes push, as the worker is told; null where it does not say so. */
function addressOf(subscription: PushSubscription | null | undefined) {
  const { endpoint, keys } = subscription?.toJSON() ?? {};
  if (!endpoint || !keys?.p256dh || !keys.auth) return null;
  return { endpoint, p256dh: keys.p256dh, auth: keys.auth };
}

/**
 * Takes push again in the place of a subscription that the browser took away or changed, and tells the worker: the one before
 * shows that it is the same device. Gives whether it rings on. What the worker was not told of rings nobody, and goes.
 */
async function renew(before: PushSubscription | null, given: PushSubscription | null): Promise<boolean> {
  const was = addressOf(before);
  const { pushManager } = scope.registration;
  if (before && was) {
    try {
      const renewed = given ?? (await pushManager.subscribe(before.options));
      const answer = await fetch('/api/desk/rings/renewed', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ was, address: addressOf(renewed) }),
        credentials: 'omit',
        keepalive: true,
      });
      if (answer.ok && (await answer.json()).ok === true) return true;
    } catch {
      // It is said below.
    }
  }
  // A desk that is unlocked finds none, and says so.
  await (await pushManager.getSubscription())?.unsubscribe();
  return false;
}

// The browser has taken the subscription away, or put another in its place.
scope.addEventListener('pushsubscriptionchange', (event) => {
  const { oldSubscription = null, newSubscription = null } = event as PushSubscriptionChangeEvent;
  const renewing = async () => {
    if (await renew(oldSubscription, newSubscription)) return;
    await scope.registration.showNotification(scope.words.title, {
      body: scope.words.lost,
      tag: 'lost',
      requireInteraction: true,
    });
  };
  (event as ExtendableEvent).waitUntil(renewing());
});

scope.addEventListener('notificationclick', (event) => {
  const ring: unknown = event.notification.data;
  event.notification.close();
  event.waitUntil(Promise.all([openDesk(), typeof ring === 'string' && tell(ring, 'answered')]));
});
