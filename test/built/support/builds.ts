import { join } from 'node:path';

/** Where the two builds lie that tests look at; made once, before the first of them. */
export const BUILDS = '.local/built';

/** The public half of the key of the build for the real site, and of the throw-away key of the local one. */
export const REAL_KEY = join(BUILDS, 'real.json');
export const LOCAL_KEY = join(BUILDS, 'centre-key.public.json');

/** A build for the real site, where nothing unconfirmed shows, and one for this computer: `client/` is what is served. */
export const REAL = join(BUILDS, 'real');
export const LOCAL = join(BUILDS, 'local');

/** Milliseconds. A build takes seconds, more where two cores have much to do. */
export const BUILD_TIME = 240_000;
