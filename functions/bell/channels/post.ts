import type { Rung } from '../on-duty.ts';
import { RING_TIME } from './channel.ts';

/**
 * Whether a channel may be reached at an address: over https, or on this very computer, where channels are tried. Anything
 * else would tell the networks between that somebody has written.
 */
export function isSafeAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url) return false;
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname))
  );
}

/** Sends a POST and reads nothing but its status. `gone` are the statuses that say that there is nobody there any more. */
export async function post(
  address: string,
  init: Omit<RequestInit, 'method' | 'redirect' | 'signal'>,
  gone: readonly number[] = [],
): Promise<Rung> {
  if (!isSafeAddress(address)) return 'failed';
  try {
    const signal = AbortSignal.timeout(RING_TIME);
    const answer = await fetch(address, { ...init, method: 'POST', redirect: 'manual', signal });
    await answer.body?.cancel();
    if (answer.ok) return 'rang';
    return gone.includes(answer.status) ? 'gone' : 'failed';
  } catch {
    return 'failed';
  }
}
