import * as z from 'zod/mini';
import { Id } from '../wire/fields.ts';

/** A member as items name them. */
export const By = z.object({ id: Id, name: z.string().check(z.maxLength(200)) });
export type By = z.infer<typeof By>;
