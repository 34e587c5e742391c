import * as z from 'zod/mini';
import { Id } from '../fields.ts';
import { normaliseName } from '../member-name.ts';

/**
 * The name by which a member signs in and is known to the others, read into its one spelling (`normaliseName`): 2 to
 * 40 letters and digits of any script, with spaces, full stops, apostrophes and hyphens between them; `’t Hooft` begins
 * with one. In scripts without capitals one letter can be a name (`李`).
 */
export const MemberName = z
  .string()
  .check(
    z.maxLength(200),
    z.overwrite(normaliseName),
    z.maxLength(40),
    z.regex(/^(?:\p{Lo}\p{M}*|'?[\p{L}\p{N}][\p{L}\p{M}\p{N} ._'-]*[\p{L}\p{M}\p{N}.])$/u),
  );

/** What a member may do: all work with cases; administrators say who is a member. */
export const ROLES = ['administrator', 'member'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** A member as the others see them. */
export const Member = z.object({ id: Id, name: MemberName });
export type Member = z.infer<typeof Member>;
