/** Something to choose, and what it is called. */
export type Choice<Value extends string> = { value: Value; name: string };
