/** What a store of the tests can do instead of answering. */
export const FAULTS = ['well', 'hangs', 'errors', 'slow', 'mute', 'down'] as const;

/**
 * `hangs`: does nothing for 80 seconds, and then what it was asked, when nobody waits any more. `errors`: says that it is
 * overloaded. `slow`: takes three seconds. `mute`: does what it was asked, and its answer is lost. `down`: can't be
 * reached.
 */
export type Fault = (typeof FAULTS)[number];

/** Milliseconds for which a store hangs, and those that a slow one takes. */
export const HANGS = 80_000;
const SLOW = 3000;

/** How a store stands: with which fault, and for how long it hangs where that is another time than 80 seconds. */
export type Standing = { fault: Fault; hangs?: number };

const wait = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

/** Each error in the words of the store. */
type Words = { errors: string; lost: string };

/** Lets something be done under a fault. */
async function under<Value>(
  { fault, hangs = HANGS }: Standing,
  words: Words,
  act: () => Promise<Value>,
): Promise<Value> {
  if (fault === 'errors') throw new Error(words.errors);
  if (fault === 'down') throw new Error(words.lost);
  if (fault === 'hangs') await wait(hangs);
  if (fault === 'slow') await wait(SLOW);
  const value = await act();
  if (fault === 'mute') throw new Error(words.lost);
  return value;
}

/** Puts everything that some methods of an object do under a fault, and leaves the rest as it is. */
function withMethods<Target extends object>(
  target: Target,
  methods: readonly string[],
  act: (call: () => Promise<unknown>) => Promise<unknown>,
  others: (name: PropertyKey, value: (...args: unknown[]) => unknown) => unknown,
): Target {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const bound = value.bind(target);
      if (typeof name !== 'string' || !methods.includes(name)) return others(name, bound);
      return (...args: unknown[]) => act(() => bound(...args));
    },
  });
}

const D1_WORDS: Words = {
  errors: 'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  lost: 'D1_ERROR: Network connection lost.',
};
const R2_WORDS: Words = {
  errors: 'put: We encountered an internal error. Please try again. (10001)',
  lost: 'Network connection lost.',
};

/** A D1 database as it stands at each call. */
export function faultyStore(db: D1Database, standing: () => Standing): D1Database {
  const real = new WeakMap<object, D1PreparedStatement>();
  const act = (call: () => Promise<unknown>) => under(standing(), D1_WORDS, call);
  const statement = (prepared: D1PreparedStatement): D1PreparedStatement => {
    const proxy = withMethods(prepared, ['first', 'all', 'run', 'raw'], act, (name, bound) =>
      name === 'bind' ? (...args: unknown[]) => statement(bound(...args) as D1PreparedStatement) : bound,
    );
    real.set(proxy, prepared);
    return proxy;
  };
  return withMethods(db, ['exec'], act, (name, bound) => {
    if (name === 'prepare') return (sql: string) => statement(bound(sql) as D1PreparedStatement);
    if (name !== 'batch') return bound;
    return (all: D1PreparedStatement[]) => act(() => db.batch(all.map((one) => real.get(one) ?? one)));
  });
}

/** An R2 bucket as it stands at each call. */
export function faultyBucket(bucket: R2Bucket, standing: () => Standing): R2Bucket {
  const act = (call: () => Promise<unknown>) => under(standing(), R2_WORDS, call);
  return withMethods(bucket, ['head', 'get', 'put', 'delete', 'list'], act, (_, bound) => bound);
}
