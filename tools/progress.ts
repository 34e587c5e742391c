/** Says what a command that takes long is doing. */
export type Progress = {
  /** What happens now, and how far it is: `Making PDFs`, 12, 87. */
  step: (what: string, done?: number, of?: number) => void;
  /** Ends the last step, with how long all took. */
  end: (what: string) => void;
};

/** Milliseconds between two lines where lines can't be rewritten: a log should tell that work goes on, no more. */
const QUIET = 10_000;

/**
 * How far long work is, on standard error: one line that is rewritten on a terminal; elsewhere a line for each new step
 * and one in ten seconds at most within it.
 */
export function startProgress(
  stream: NodeJS.WriteStream = process.stderr,
  now = () => performance.now(),
): Progress {
  const begun = now();
  let shown = '';
  let said = Number.NEGATIVE_INFINITY;
  return {
    step(what, done, of) {
      const line =
        done === undefined ? `${what} …` : `${what}: ${done}${of === undefined ? '' : ` of ${of}`}`;
      if (stream.isTTY) {
        stream.write(`\r\u001b[K${line}`);
      } else if (what !== shown || now() - said >= QUIET) {
        stream.write(`${line}\n`);
        said = now();
      }
      shown = what;
    },
    end(what) {
      if (stream.isTTY) stream.write('\r\u001b[K');
      stream.write(`${what} in ${((now() - begun) / 1000).toFixed(1)} s.\n`);
    },
  };
}
