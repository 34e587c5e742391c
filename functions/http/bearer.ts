import type { Context } from 'hono';
import { sameSecret } from '../secrets/same-secret.ts';

/** Whether a request shows a secret as bearer. Nothing shows one that is not set. */
export async function showsSecret(c: Context, secret: string | undefined): Promise<boolean> {
  const [, shown] = /^Bearer (\S{1,200})$/.exec(c.req.header('Authorization') ?? '') ?? [];
  return secret !== undefined && secret !== '' && shown !== undefined && sameSecret(secret, shown);
}
