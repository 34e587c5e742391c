/** The environment variable by which a command asks its build to tell how far it is. */
export const BUILD_STEP = 'BUILD_STEP';

const MARK = '▸build▸';

/** Tells the command that started this build what it does now, and how far it is. Else says nothing. */
export function tellStep(what: string, done?: number, of?: number): void {
  if (process.env[BUILD_STEP]) console.log([MARK, what, done ?? '', of ?? ''].join('\t'));
}

/** Reads a line that `tellStep` printed. Null for any other. */
export function readStep(line: string): { what: string; done?: number; of?: number } | null {
  const [mark, what, done, of] = line.split('\t');
  if (mark !== MARK || !what) return null;
  return { what, ...(done && { done: Number(done) }), ...(of && { of: Number(of) }) };
}
