import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a command has to say when it can't go on: one sentence and what to do. Nothing is wrong with the command. */
export function stop(message: string): never {
  throw new Error(message);
}

/** The options of a command, as `parseArgs` reads them. Ends the program, with how it is used, when they are not its own. */
export function readOptions<T extends ParseArgsConfig>(config: T, usage: string) {
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(wordsOf(error, usage));
    process.exit(1);
  }
}

/** A fault of Node's file system in plain words, by its code. */
const FILE_FAULTS: Record<string, string> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read or written by you',
  EPERM: 'may not be read or written by you',
  EISDIR: 'is a folder; a file was meant',
  ENOTDIR: 'lies below something that is no folder',
  EEXIST: 'is there already; nothing was changed',
  ENOSPC: 'can’t be written: the disk is full',
  EROFS: 'can’t be written: the disk is read-only',
};

/**
 * An error in the words that a person at a terminal gets: what went wrong, without a stack and without Node's codes.
 * Arguments that a command does not know are answered with how it is used.
 */
export function wordsOf(error: unknown, usage?: string): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code?.startsWith('ERR_PARSE_ARGS')) {
    const what = message.split(/\. (?:To|Did)|\n/)[0];
    return [`${what}.`, usage].filter(Boolean).join('\n\n');
  }
  if (error.name.endsWith('ZodError')) return wordsOfSchema(error);
  const fault = code && FILE_FAULTS[code];
  if (fault) return `${path ?? 'A file'} ${fault}.`;
  return message
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .join('\n')
    .trim();
}

/** What a schema found wrong, a line each: the place and what should be there. */
function wordsOfSchema(error: Error): string {
  const issues = 'issues' in error && Array.isArray(error.issues) ? error.issues : [];
  const lines = issues.map((issue: { path?: unknown[]; message?: string }) =>
    [issue.path?.join('.'), issue.message].filter(Boolean).join(': '),
  );
  return lines.length > 0 ? lines.join('\n') : 'A file does not hold what it should.';
}

/**
 * Runs a command. What it throws is said in words on standard error, and the exit code is then 1; `TOOLS_DEBUG=1` adds
 * the stack.
 */
export async function runTool(main: () => void | Promise<void>, usage?: string): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(wordsOf(error, usage));
    if (process.env['TOOLS_DEBUG'] && error instanceof Error) console.error(error.stack);
    process.exitCode = 1;
  }
}
