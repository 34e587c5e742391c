import type { Context } from 'hono';

/**
 * The answer to a request that was done: JSON that begins with `ok: true`, also where there is nothing more to say. An
 * empty answer, or a status alone, could be anybody's: whoever asked tells ours by its body.
 */
export function accept<Body extends object>(c: Context, body: Body, status: 200 | 201 = 200): Response {
  return c.json({ ok: true, ...body }, status);
}
