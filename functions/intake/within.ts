/** What a promise has come to: its value, its error, or nothing yet. */
export type Settled<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'failed'; error: unknown }
  | { kind: 'late' };

/** What a promise comes to within so many milliseconds. What is late goes on by itself, and fails unheard. */
export async function within<Value>(promise: Promise<Value>, time: number): Promise<Settled<Value>> {
  let stop = () => {};
  const late = new Promise<Settled<Value>>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'late' }), time);
    stop = () => clearTimeout(timer);
  });
  const settled = promise.then(
    (value): Settled<Value> => ({ kind: 'done', value }),
    (error: unknown): Settled<Value> => ({ kind: 'failed', error }),
  );
  try {
    return await Promise.race([settled, late]);
  } finally {
    stop();
  }
}
