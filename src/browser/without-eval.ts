import * as z from 'zod/mini';

// Schemas are compiled with `new Function` where that is allowed. Our policy forbids it, and even trying is reported.
z.config({ jitless: true });
