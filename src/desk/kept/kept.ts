type Kept<Of, Value> = {
  get: (of: Of) => { value: Value } | undefined;
  set: (of: Of, kept: { value: Value }) => unknown;
};

function keptIn<Of, Value>(kept: Kept<Of, Value>, work: (of: Of) => Value): (of: Of) => Value {
  return (of) => {
    const before = kept.get(of);
    if (before) return before.value;
    const value = work(of);
    kept.set(of, { value });
    return value;
  };
}

/**
 * Works out once what follows from an object that never changes. A list of a thousand asks for the same each time that it
 * is drawn. What was worked out is forgotten with its object.
 */
export const keptFor = <Of extends object, Value>(work: (of: Of) => Value) =>
  keptIn(new WeakMap<Of, { value: Value }>(), work);

/** Makes one thing for each of a few names, when it is first asked for: a formatter takes longer to make than to use. */
export const keptBy = <Name extends string, Value>(make: (name: Name) => Value) =>
  keptIn(new Map<Name, { value: Value }>(), make);
