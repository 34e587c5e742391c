import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Ms within which a browser has to say that it is there: two cores may have much to do. */
const START = 60_000;

/** Programs that run: whatever ends this process, they end with it. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) endGroup(child, 'SIGKILL');
});

/** Starts a program in a group of its own, without input. */
export function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** What `pattern` captures in what a program prints. Throws when it ends or takes too long before that. */
export function printed(child: ChildProcess, stream: Readable | null, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = () => reject(new Error(`${child.spawnfile} did not start:\n${text}`));
    const timer = setTimeout(fail, START);
    child.once('exit', fail);
    child.once('error', reject);
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = pattern.exec(text)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve(found);
    });
  });
}

/** Resolves when a program has ended. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Ends a program and all that it started. */
export async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  endGroup(child, signal);
  await ended(child);
}

function endGroup({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It had ended by itself.
  }
}
