/** Says what a command that takes long is doing. */
export type Progress = {
  /** What happens now, and how far it is: `Making PDFs`, 12, 87. */
  step: (what: string, done?: number, of?: number) => void;
  /** Takes the line away, where it is rewritten, so that something else can be said. */
  clear: () => void;
  /** Ends the last step, with how long all took. */
  end: (what: string) => void;
};

/** Milliseconds between two lines where lines can't be rewritten: a log should tell that work goes on, no more. */
const QUIET = 10_000;

/** Milliseconds between two rewritings of a line: nobody reads faster. */
const BLINK = 80;

/** Where progress goes and when; tests bring their own. */
export type ProgressOptions = {
  stream?: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  now?: () => number;
  /** Says nothing where no terminal is: for commands whose output other programs read. */
  terminalOnly?: boolean;
};

/**
 * How far long work is, on standard error: one line that is rewritten on a terminal; elsewhere a line for each new step
 * and one in ten seconds at most within it.
 */
export function startProgress({
  stream = process.stderr,
  now = () => performance.now(),
  terminalOnly = false,
}: ProgressOptions = {}): Progress {
  const begun = now();
  const silent = terminalOnly && !stream.isTTY;
  let shown = '';
  let said = Number.NEGATIVE_INFINITY;
  const clear = () => {
    if (stream.isTTY) stream.write('\r\u001b[K');
  };
  return {
    step(what, done, of) {
      if (silent) return;
      if (what === shown && done !== of && now() - said < (stream.isTTY ? BLINK : QUIET)) return;
      const line =
        done === undefined ? `${what} …` : `${what}: ${done}${of === undefined ? '' : ` of ${of}`}`;
      const last = what === shown && done === of && !stream.isTTY;
      if (!last) stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
      said = now();
      shown = what;
    },
    clear,
    end(what) {
      clear();
      if (!silent) stream.write(`${what} in ${((now() - begun) / 1000).toFixed(1)} s.\n`);
    },
  };
}
