/** Milliseconds between two ticks. */
const MINUTE = 60_000;

/**
 * Fires the worker's scheduled work once a minute, as Cloudflare would at the times of wrangler.toml: the local server
 * does not by itself. A tick that finds no server is lost. Gives what stops it.
 */
export function tickCrons(origin: string): () => void {
  const tick = () => fetch(`${origin}/cdn-cgi/local/scheduled`).catch(() => null);
  const timer = setInterval(() => void tick(), MINUTE);
  timer.unref();
  return () => clearInterval(timer);
}
