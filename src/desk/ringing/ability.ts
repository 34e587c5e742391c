/** What this browser can do: take push, only from the home screen (iPhones), not while it is told not to, or not at all. */
export type Ability = 'able' | 'home' | 'denied' | 'unable';

/** What this browser can do about push. */
export function ability(): Ability {
  if ('PushManager' in globalThis && 'Notification' in globalThis && 'serviceWorker' in navigator) {
    return Notification.permission === 'denied' ? 'denied' : 'able';
  }
  return /iPhone|iPad/.test(navigator.userAgent) ? 'home' : 'unable';
}
