/** Does something with each of many, so many at once. Gives what came of each, in their order. */
export async function inLanes<Each, Result>(
  all: readonly Each[],
  lanes: number,
  act: (each: Each) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...all.entries()];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await act(next[1]);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
