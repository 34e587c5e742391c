import type { APIRoute } from 'astro';
import { publishedKeys } from '../site/centre-key.ts';

/**
 * `/key.json`: the centre's public keys, newest first, for the worker, tools and people who compare them with print; `use`
 * says whether they are the real ones or were drawn on the spot.
 */
export const GET: APIRoute = () => Response.json(publishedKeys());
