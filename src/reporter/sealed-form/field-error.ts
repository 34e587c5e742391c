/**
 * A field of a form that is not right: nothing was answered where something is required, or a text is too long.
 * `over`: by how many UTF-16 code units.
 */
export type FieldError<Required extends string> =
  | { field: Required; code: 'missing' }
  | { field: string; code: 'long'; over: number };
