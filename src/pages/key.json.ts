import type { APIRoute } from 'astro';
import { centreKey } from '../site/centre-key.ts';

/** `/key.json`: the centre's public key, for tools and for people who compare it with print. */
export const GET: APIRoute = () => Response.json(centreKey());
