/**
 * Works out once what follows from an object that never changes. A list of a thousand asks for the same each time that it
 * is drawn. What was worked out is forgotten with its object.
 */
export function keptFor<Of extends object, Value>(work: (of: Of) => Value): (of: Of) => Value {
  const kept = new WeakMap<Of, { value: Value }>();
  return (of) => {
    const { value } = kept.get(of) ?? { value: work(of) };
    if (!kept.has(of)) kept.set(of, { value });
    return value;
  };
}

/** Makes one thing for each of a few names, when it is first asked for: a formatter takes longer to make than to use. */
export function keptBy<Name extends string, Value>(make: (name: Name) => Value): (name: Name) => Value {
  const kept = new Map<Name, { value: Value }>();
  return (name) => {
    const { value } = kept.get(name) ?? { value: make(name) };
    if (!kept.has(name)) kept.set(name, { value });
    return value;
  };
}
