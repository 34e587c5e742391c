import type { APIRoute } from 'astro';
import { centreKey } from '../site/centre-key.ts';

/**
 * `/key.json`: the centre's public key, for tools and for people who compare it with print; `use` says whether it is the
 * real one or was drawn on the spot.
 */
export const GET: APIRoute = () => Response.json(centreKey());
