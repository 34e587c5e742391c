/**
 * A field of a form that is not right: nothing was answered where something is required, or a text is too long.
 * `limit`: the most UTF-16 code units that it may hold.
 */
export type FieldError<Required extends string> =
  | { field: Required; code: 'missing' }
  | { field: string; code: 'long'; limit: number };
